/** `keychart relay`: the relay alone, without web apps: of the practice in DATA_DIR, or an open one for this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { bestVerifier } from '@keychart/nostr/node';
import { createRelay, openPolicy, openSqliteStore } from '@keychart/relay';
import { type Config, isLoopbackHost, openDataFolder, startServer, untilStopped } from '@keychart/server';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { configuration, portNumber } from '../configuration.ts';
import { misused, refused, unavailable } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';

interface RelayOptions {
  readonly policy: string;
  readonly port?: number;
  readonly db?: string;
}

export function addRelay(program: Command, { terminal }: CommandContext): void {
  program
    .command('relay')
    .description('run the relay alone')
    .option(
      '--policy <name>',
      '"practice" (of DATA_DIR) or "open" (takes and serves any valid event)',
      'practice',
    )
    .option('--port <number>', 'listen here instead of PORT', portNumber)
    .option('--db <file>', 'open relay: database file, or :memory: (default: open-relay.sqlite in DATA_DIR)')
    .action(async ({ policy, port, db }: RelayOptions) => {
      const config = configuration(port === undefined ? {} : { port });
      if (policy === 'open') return runOpen(config, db, terminal);
      if (policy !== 'practice') throw misused(`--policy ${policy}: it is "practice" or "open".`);
      const folder = openDataFolder(config.dataDir);
      if (!folder.settings()) throw refused(`There is no practice in ${folder.path}: run "keychart setup".`);
      const server = await startServer({ config, webApps: [] });
      terminal.say(`The practice's relay runs at ${server.localRelayUrl}`);
      await untilStopped(server);
    });
}

async function runOpen(config: Config, db: string | undefined, terminal: Terminal): Promise<void> {
  if (!isLoopbackHost(config.host)) {
    throw refused(
      `An open relay protects nothing and stays on this machine: HOST ${config.host} is not loopback.`,
    );
  }
  const path = db ?? join(openDataFolder(config.dataDir).path, 'open-relay.sqlite');
  const store = openSqliteStore(path);
  const verifier = await bestVerifier();
  const server = createServer();
  const address = () =>
    `ws://${config.host}:${(server.address() as AddressInfo | null)?.port ?? config.port}/`;
  const relay = createRelay({
    store,
    verifier,
    policy: openPolicy(),
    url: () => [address(), address().replace(config.host, 'localhost')],
    info: { name: 'Keychart open relay', description: 'For tests and other Nostr software on this machine.' },
  });
  relay.attach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(unavailable(`The relay cannot listen on port ${config.port} (${error.code}).`)),
    );
    server.listen(config.port, config.host, resolve);
  });
  terminal.say(`An open relay runs at ${address()} (${path})`);
  const close = async () => {
    await relay.close();
    server.close();
    server.closeAllConnections();
    store.close();
    verifier.close();
  };
  await untilStopped({ close });
}
