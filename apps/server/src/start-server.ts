/** One process: HTTP, relay and web apps on one data folder, with an orderly end. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { bestVerifier } from '@keychart/nostr/node';
import type { Logger } from 'pino';
import { serverAddresses } from './addresses.ts';
import { agentShelf } from './agents/agent-shelf.ts';
import { buildApp } from './build-app.ts';
import type { Config } from './config.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { createLogger } from './logger.ts';
import { createPracticeHost } from './practice-host.ts';
import { findRunningServer, leaveNote } from './running-server.ts';
import { createSetUp } from './set-up/set-up.ts';
import type { WebApp } from './web-apps.ts';

export interface RunningServer {
  /** With a trailing slash; what people open. */
  readonly url: string;
  /** Address on this machine, whatever PUBLIC_URL says. */
  readonly localRelayUrl: string;
  readonly folder: DataFolder;
  /** The practice's connection string; undefined while there is none. */
  connection(): string | undefined;
  /** What founding a practice in the browser needs; undefined where there is one. For the terminal only. */
  setUpCode(): string | undefined;
  /** Takes nothing more, answers what came in, closes. Safe to call twice. */
  close(): Promise<void>;
}

/** The server cannot start; the message is for a person and says what to do. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

export interface StartOptions {
  readonly config: Config;
  readonly log?: Logger;
  readonly webApps?: readonly WebApp[];
  /** Unix seconds, for tests. */
  readonly now?: () => number;
}

const builtApps: readonly WebApp[] = ['ehr', 'portal'].map((name) => ({
  name,
  folder: fileURLToPath(new URL(`../../${name}/dist`, import.meta.url)),
}));

/** Starts listening. Throws StartError, DataFolderError. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config } = options;
  const log = options.log ?? createLogger(config.logLevel);
  const folder = openDataFolder(config.dataDir);
  const other = await findRunningServer(folder);
  if (other)
    throw new StartError(`a server already works on ${folder.path}: ${other.url} (process ${other.pid})`);

  let port = config.port;
  const { host, publicUrl, signerRelays } = config;
  const addresses = () => serverAddresses({ host, port, publicUrl, signerRelays });
  const behindProxy = config.publicUrl !== undefined;
  const instance = randomUUID();
  const verifier = await bestVerifier();
  const clock = options.now ? { now: options.now } : {};
  const { logLevel } = config;
  const settings = { host, port, publicUrl: publicUrl ?? null, logLevel, signerRelays };
  const practice = createPracticeHost({ folder, verifier, log, addresses, behindProxy, settings, ...clock });
  const setUp = createSetUp({ folder, practice, log, ...clock });
  const webApps = options.webApps ?? builtApps;
  const agents = agentShelf(folder, config.agentSecretFile);
  const app = await buildApp({ practice, setUp, agents, webApps, log, instance, addresses, behindProxy });
  practice.current(); // damaged files stop the start, not the first visitor

  let removeNote: (() => void) | undefined;
  let ended: Promise<void> | undefined;
  async function end(): Promise<void> {
    removeNote?.();
    await practice.close();
    await app.close();
    verifier.close();
  }
  const close = () => {
    ended ??= end();
    return ended;
  };

  try {
    await app.listen({ port: config.port, host: config.host, listenTextResolver: () => 'listening' });
  } catch (error) {
    await close();
    throw new StartError(whyNotListening(error, config));
  }
  port = (app.server.address() as AddressInfo).port;
  const local = serverAddresses({ host: config.host, port, publicUrl: undefined });
  removeNote = leaveNote(folder, { pid: process.pid, url: local.url, instance });
  return {
    url: addresses().url,
    localRelayUrl: local.relayUrl,
    folder,
    connection: practice.connection,
    setUpCode: setUp.code,
    close,
  };
}

function whyNotListening(error: unknown, { host, port }: Config): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `port ${port} is in use: stop the other program or set PORT to another`;
  if (code === 'EACCES') return `this account may not listen on port ${port}: set PORT to 1024 or more`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${host} is not an address of this machine`;
  return `the server cannot listen on ${host}:${port} (${code ?? String(error)})`;
}

/** Ends the server on SIGTERM and SIGINT; resolves when it has ended. A second signal ends the process at once. */
export function untilStopped(server: Pick<RunningServer, 'close'>): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(130);
      asked = true;
      server.close().then(resolve, reject);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
