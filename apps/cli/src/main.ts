/** The command line of Keychart: `keychart setup | start | demo | import | export | verify | audit | relay | agents | clinical`. */
import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context.ts';
import { addClinical } from './commands/clinical/index.ts';
import { CommandError, type ExitCode, exitCode } from './outcome.ts';
import { processTerminal, type Terminal } from './terminal.ts';

const epilogue = `
Exit codes: 0 done · 1 something found wrong, or refused · 2 not understood · 3 a server, port or file cannot be had
Settings come from the environment: PORT, HOST, DATA_DIR, PUBLIC_URL, LOG_LEVEL (see docs/deployment.md).`;

/** Runs one command; resolves with the exit code. Never throws for what a person can put right. */
export async function runKeychart(
  args: readonly string[],
  terminal: Terminal = processTerminal,
): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const context: CommandContext = {
    terminal,
    end: (value) => {
      code = value;
    },
  };
  try {
    const program = await commands(context, args[0]);
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, terminal);
  }
}

async function commands(context: CommandContext, wanted: string | undefined): Promise<Command> {
  const { terminal } = context;
  const program = new Command('keychart')
    .description('An encrypted health record on Nostr: practice, relay and apps in one program.')
    .version('0.1.0')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.say(text.trimEnd()),
    })
    .showHelpAfterError('(see --help)')
    .addHelpText('afterAll', epilogue);
  // The clinical engine needs no practice and is run once per file by scripts: it does not wait for the server to load.
  if (wanted !== 'clinical') {
    const { practiceCommands } = await import('./commands/practice-commands.ts');
    for (const add of practiceCommands) add(program, context);
  }
  addClinical(program, context);
  return program;
}

/** Errors of @keychart/server that carry a sentence for a person; by name, so that explaining does not load the server. */
const unavailableNames: ReadonlySet<string> = new Set(['StartError', 'DataFolderError']);

function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version end this way too.
    return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  }
  if (error instanceof CommandError) {
    terminal.say(error.message);
    return error.code;
  }
  if (error instanceof Error && unavailableNames.has(error.name)) {
    terminal.say(`${error.message[0]?.toUpperCase()}${error.message.slice(1)}.`.replace(/\.\.$/, '.'));
    return exitCode.unavailable;
  }
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
  const disk: Readonly<Record<string, string>> = {
    ENOSPC: 'The disk is full: nothing more can be stored. Make room and run the command again.',
    EACCES: 'This account may not read or write there. Use an account that may, or set DATA_DIR.',
    EROFS: 'The disk is read-only.',
  };
  terminal.say((code && disk[code]) ?? `The command could not be finished: ${message}`);
  return exitCode.unavailable;
}
