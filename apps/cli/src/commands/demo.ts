/** `keychart demo`: a filled made-up practice, served. Started again, it serves what is there. */
import { existsSync } from 'node:fs';
import { formatConnection } from '@keychart/protocol';
import {
  type Config,
  createLogger,
  type DataFolder,
  findRunningServer,
  openDataFolder,
  type RunningServer,
  serverAddresses,
  startServer,
  untilStopped,
} from '@keychart/server';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { configuration, portNumber } from '../configuration.ts';
import { writeDemoLogins } from '../demo-logins.ts';
import { fillDemo, foundDemo } from '../fill-demo.ts';
import { refused } from '../outcome.ts';
import { sessionAt } from '../practice-session.ts';
import type { Terminal } from '../terminal.ts';

interface DemoOptions {
  readonly reset?: boolean;
  readonly serve: boolean;
  readonly port?: number;
  readonly families?: number;
}

export function addDemo(program: Command, { terminal }: CommandContext): void {
  program
    .command('demo')
    .description('serve a made-up practice of a dozen families; filled at the first start')
    .option('--reset', 'throw the demo practice away and start over')
    .option('--no-serve', 'fill it and end')
    .option('--port <number>', 'listen here instead of PORT', portNumber)
    .option('--families <number>', 'only the first families', portNumber)
    .action(async (options: DemoOptions) => {
      const config = configuration(options.port === undefined ? {} : { port: options.port });
      const folder = openDataFolder(config.dataDir);
      const running = await findRunningServer(folder);
      if (running && (options.reset || !existsSync(folder.logins))) {
        throw refused(`A server works on ${folder.path} (process ${running.pid}): stop it first.`);
      }
      if (running) return tell(running.url, folder, terminal);
      const isNew = prepare(folder, options.reset === true);
      if (!isNew && !options.serve) return tell(undefined, folder, terminal);
      const server = await (isNew ? fill(folder, config, options, terminal) : startServer({ config }));
      if (!server) return tell(undefined, folder, terminal);
      tell(server.url, folder, terminal);
      await untilStopped(server);
    });
}

/** True where the practice is still to be made. Never touches a practice that is not a demo. */
function prepare(folder: DataFolder, reset: boolean): boolean {
  const settings = folder.settings();
  if (settings && !settings.demo) {
    throw refused(
      `${folder.path} holds the practice "${settings.name}", not a demo. Set DATA_DIR to another folder.`,
    );
  }
  if (!settings && existsSync(folder.database)) {
    throw refused(`${folder.database} is there, but no settings.json. Set DATA_DIR to another folder.`);
  }
  // The logins are written last: without them an earlier start did not get to its end.
  const complete = settings !== undefined && existsSync(folder.logins);
  if (complete && !reset) return false;
  folder.clear();
  return true;
}

/** Answers the server that goes on serving, or nothing with `--no-serve`. */
async function fill(
  folder: DataFolder,
  config: Config,
  { serve, families }: DemoOptions,
  terminal: Terminal,
): Promise<RunningServer | undefined> {
  const started = Date.now();
  terminal.say('Making the demo practice …');
  const today = new Date(started).toISOString().slice(0, 10);
  const founded = await foundDemo(folder, { today, ...(families === undefined ? {} : { families }) });
  const log = createLogger(serve ? config.logLevel : 'silent');
  const server = await startServer(
    serve ? { config, log } : { config: { ...config, port: 0 }, log, webApps: [] },
  );
  try {
    const session = await sessionAt(server.localRelayUrl, async () => undefined);
    const logins = await fillDemo(session.relay, founded, progress(terminal));
    const { url, relayUrl } = serve
      ? { url: server.url, relayUrl: undefined }
      : serverAddresses({ host: config.host, port: config.port, publicUrl: config.publicUrl });
    const name = founded.demo.practice.name;
    const connection = relayUrl
      ? formatConnection({ name, relay: relayUrl, root: session.relay.root })
      : (server.connection() ?? '');
    writeDemoLogins(folder, { practice: { name, connection, url }, logins });
  } catch (error) {
    await server.close();
    throw error;
  }
  terminal.say(`Filled in ${Math.round((Date.now() - started) / 1000)} s.`);
  if (serve) return server;
  await server.close();
  return undefined;
}

function progress(terminal: Terminal): (done: number, total: number) => void {
  let shown = 0;
  return (done, total) => {
    const tenth = Math.floor((done / total) * 10);
    if (tenth > shown) terminal.say(`  ${done} of ${total} records`);
    shown = Math.max(shown, tenth);
  };
}

function tell(url: string | undefined, folder: DataFolder, terminal: Terminal): void {
  if (url) terminal.say(`The demo practice is at ${url} (workstation ${url}ehr/, portal ${url}portal/)`);
  terminal.say(`Logins of everybody in it: ${folder.logins}`);
}
