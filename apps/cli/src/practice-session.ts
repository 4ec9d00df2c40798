/**
 * A chart opened by a command: through the server that runs on the data folder, or through one started in this
 * process for as long as it takes. What is read is kept in memory only.
 */
import { type Chart, type ChartExtras, memoryStore, openChart } from '@keychart/chart';
import { bestVerifier, nodeNip44, nodePublicKey, nodeSigner } from '@keychart/nostr/node';
import { type Config, createLogger, findRunningServer, openDataFolder, startServer } from '@keychart/server';
import WebSocket from 'ws';
import { refused, unavailable } from './outcome.ts';

export type OpenedChart = Chart & ChartExtras;

export interface RelayAddress {
  readonly url: string;
  readonly root: string;
  /** The relay's own public key. */
  readonly self: string;
}

export interface PracticeSession {
  readonly relay: RelayAddress;
  /** Complete: charter, access and patient list are here. Throws CommandError. */
  open(secretKey: Uint8Array): Promise<OpenedChart>;
  /** Locks every chart and stops the server if it was started for this. */
  close(): Promise<void>;
}

const READY_MS = 60_000;

export async function openPracticeSession(config: Config): Promise<PracticeSession> {
  const folder = openDataFolder(config.dataDir);
  if (!folder.settings())
    throw refused(`There is no practice in ${folder.path}: run "keychart setup" or "keychart demo".`);
  const running = await findRunningServer(folder);
  if (running) return sessionAt(running.url.replace(/^http/, 'ws'), async () => undefined);
  const quiet: Config = { ...config, host: '127.0.0.1', port: 0, publicUrl: undefined };
  const server = await startServer({ config: quiet, log: createLogger('silent'), webApps: [] });
  try {
    return await sessionAt(server.localRelayUrl, server.close);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** A session with the relay at `url`; `end` runs when it closes. */
export async function sessionAt(url: string, end: () => Promise<void>): Promise<PracticeSession> {
  const relay = await relayAddress(url);
  const charts: OpenedChart[] = [];
  return {
    relay,
    open: async (secretKey) => {
      const chart = await openChartAs(relay, secretKey);
      charts.push(chart);
      return chart;
    },
    close: async () => {
      for (const chart of charts) await chart.lock();
      await end();
    },
  };
}

/** Opens the chart with this key. Throws CommandError when the practice does not let it in. */
export async function openChartAs(relay: RelayAddress, secretKey: Uint8Array): Promise<OpenedChart> {
  const chart = await openChart({
    signer: nodeSigner(secretKey),
    relay,
    store: memoryStore(),
    storeKey: crypto.getRandomValues(new Uint8Array(32)),
    crypto: { verifier: await bestVerifier(), nip44: nodeNip44, publicKey: nodePublicKey },
    WebSocket,
  });
  try {
    await within(READY_MS, chart.ready());
  } catch (error) {
    await chart.lock();
    throw refused(
      `The practice does not let this key in: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return chart;
}

async function relayAddress(url: string): Promise<RelayAddress> {
  const response = await fetch(url.replace(/^ws/, 'http'), { headers: { accept: 'application/nostr+json' } });
  const info = (await response.json()) as { self?: string; practice?: { root?: string } };
  if (!info.self || !info.practice?.root)
    throw unavailable(`${url} is not the relay of a Keychart practice.`);
  return { url, root: info.practice.root, self: info.self };
}

/** Throws CommandError when it takes longer. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(`the relay gave no answer for ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
