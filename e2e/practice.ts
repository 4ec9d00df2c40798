/**
 * A practice of its own for a story: a copy of the demo made once, and the real server on it as one process, to be
 * stopped, killed and started again at the same address. What the server says is kept beside the data, not in it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../scripts/run-tool.ts';

/** Environment variable that names the data folder every story starts from; set by the global set-up. */
export const DEMO_FOLDER = 'KEYCHART_E2E_DEMO';

export interface DemoLogin {
  readonly app: 'ehr' | 'portal';
  readonly role: string;
  readonly name: string;
  readonly npub: string;
  readonly nsec: string;
}

export interface Practice {
  /** `http://127.0.0.1:<port>`, without a slash at the end; the same after a restart. */
  readonly origin: string;
  readonly dataDir: string;
  readonly logins: readonly DemoLogin[];
  /** Everything the server has written to its outputs so far. */
  log(): string;
  /** Throws where there is no such person. */
  nsecOf(name: string, app: DemoLogin['app']): string;
  start(): Promise<void>;
  /** `SIGTERM`: a clean end; `SIGKILL`: power lost. Resolves when the process is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Replaces the data of the stopped practice by another's. */
  replaceData(dataDir: string): void;
  remove(): Promise<void>;
}

export async function startPractice(): Promise<Practice> {
  const demo = process.env[DEMO_FOLDER];
  if (demo === undefined) throw new Error(`${DEMO_FOLDER} is not set: the global set-up has not run`);
  const folder = mkdtempSync(join(tmpdir(), 'keychart-e2e-'));
  const dataDir = join(folder, 'data');
  const logFile = join(folder, 'server.log');
  cpSync(demo, dataDir, { recursive: true });
  writeFileSync(logFile, '');
  const port = await freePort();
  const logins = readLogins(dataDir);
  let server: ChildProcess | undefined;

  const start = async () => {
    server = runCli(['start'], { DATA_DIR: dataDir, PORT: String(port) });
    await untilListening(server, logFile);
  };
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    const running = server;
    server = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  };
  await start();

  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    logins,
    log: () => readFileSync(logFile, 'utf8'),
    nsecOf(name, app) {
      const found = logins.find((login) => login.name === name && login.app === app);
      if (found === undefined) throw new Error(`nobody named ${name} has a login for ${app}`);
      return found.nsec;
    },
    start,
    stop,
    replaceData(other) {
      rmSync(dataDir, { recursive: true });
      cpSync(other, dataDir, { recursive: true });
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface EmptyServer {
  readonly origin: string;
  readonly dataDir: string;
  log(): string;
  /** As its terminal shows it. */
  setUpCode(): string;
  start(): Promise<void>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  remove(): Promise<void>;
}

/** The server on an empty folder, as after the first `npm start`. */
export async function startEmptyServer(): Promise<EmptyServer> {
  const folder = mkdtempSync(join(tmpdir(), 'keychart-e2e-'));
  const dataDir = join(folder, 'data');
  const logFile = join(folder, 'server.log');
  writeFileSync(logFile, '');
  const port = await freePort();
  let server: ChildProcess | undefined;
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    const running = server;
    server = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  };
  const start = async () => {
    server = runCli(['start'], { DATA_DIR: dataDir, PORT: String(port) });
    await untilListening(server, logFile);
  };
  await start();
  const log = () => readFileSync(logFile, 'utf8');
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    log,
    setUpCode: () => [...log().matchAll(/Set-up code: (\S+)/g)].at(-1)?.[1] ?? '',
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function readLogins(dataDir: string): readonly DemoLogin[] {
  const text = readFileSync(join(dataDir, 'demo-logins.json'), 'utf8');
  return (JSON.parse(text) as { logins: DemoLogin[] }).logins;
}

/** The `keychart` program as one process, so that a signal reaches it and nothing else. */
export function runCli(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(repositoryRoot, 'apps/cli/src/bin.ts'), ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, HOST: '127.0.0.1', PUBLIC_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. Throws with its output where it fails. */
export async function keychart(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const child = runCli(args, env);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const output = Buffer.concat(chunks).toString('utf8');
  if (code !== 0) throw new Error(`keychart ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

function untilListening(server: ChildProcess, logFile: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const say = (chunk: Buffer) => {
      appendFileSync(logFile, chunk);
      if (chunk.toString('utf8').includes('Keychart runs at')) resolve();
    };
    server.stdout?.on('data', say);
    server.stderr?.on('data', say);
    server.once('error', reject);
    server.once('exit', (code) => {
      reject(
        new Error(`the server ended with ${code} before it listened:\n${readFileSync(logFile, 'utf8')}`),
      );
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
