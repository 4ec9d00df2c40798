/** `keychart import fhir`: bundles in, signed records out. Running it twice changes nothing. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { MAX_FILE_BYTES } from '@keychart/fhir';
import { openDataFolder } from '@keychart/server';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { configuration } from '../configuration.ts';
import { type FileReport, importBundle, reportLines, unusable } from '../import-bundle.ts';
import { loginKey } from '../login-key.ts';
import { exitCode } from '../outcome.ts';
import { openPracticeSession } from '../practice-session.ts';

interface ImportOptions {
  readonly as?: string;
  readonly json?: boolean;
}

export function addImport(program: Command, { terminal, end }: CommandContext): void {
  program
    .command('import')
    .description('bring records in from elsewhere')
    .command('fhir <files...>')
    .description('FHIR R4 transaction or collection bundles (JSON)')
    .option('--as <file>', 'file with the nsec of who signs, or - for standard input; else KEYCHART_NSEC')
    .option('--json', 'print the report as JSON')
    .action(async (files: string[], options: ImportOptions) => {
      const config = configuration();
      const secretKey = await loginKey(options.as, openDataFolder(config.dataDir), terminal);
      const session = await openPracticeSession(config);
      const reports: FileReport[] = [];
      try {
        const chart = await session.open(secretKey);
        for (const file of files) {
          const report = await importFile(file, (text) =>
            importBundle(chart, file, text, (line) => terminal.say(line)),
          );
          reports.push(report);
          if (!options.json) for (const line of reportLines(report)) terminal.out(line);
        }
      } finally {
        await session.close();
        secretKey.fill(0);
      }
      const good = reports.every(({ ok }) => ok);
      if (options.json) terminal.out(JSON.stringify({ ok: good, files: reports }, null, 2));
      end(good ? exitCode.ok : exitCode.finding);
    });
}

async function importFile(file: string, work: (text: string) => Promise<FileReport>): Promise<FileReport> {
  if (!existsSync(file) || !statSync(file).isFile()) return unusable(file, 'There is no such file.');
  if (statSync(file).size > MAX_FILE_BYTES) {
    const megabytes = Math.round(statSync(file).size / 2 ** 20);
    return unusable(
      file,
      `The file has ${megabytes} MB; at most ${MAX_FILE_BYTES / 2 ** 20} MB can be read.`,
    );
  }
  return work(readFileSync(file, 'utf8'));
}
