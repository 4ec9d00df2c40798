// The relay under load: 1.5 KB signed records, 100,000 of them stored before, each committed with synchronous=FULL
// before its OK, the practice's access rules on. Beside it, in the same run, the least that ws, better-sqlite3 and
// the same verifier can do without rules ("bare"). Relay and clients are processes of their own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { message, start } from './relay/start-process.ts';

interface Spread {
  p50: number;
  p95: number;
}
interface Figures {
  /** Pipelined, over 1, 8 and 64 connections. */
  ingestPerSecond: Record<'1' | '8' | '64', number>;
  singleOkMs: Spread;
  /** 500 of 100,000 events by `#p`, from REQ to EOSE. */
  queryMs: { staff: Spread; family: Spread };
  /** To 100 readers: from sending to arrival (50 events/s), and as fast as it goes. */
  live: Spread & { deliveriesPerSecond: number };
}
interface Memory {
  peakRssMb: number;
  /** After all of it. */
  rssMb: number;
  /** Without the mapped database file. */
  ownMb: number;
}
export type RelayFigures = Figures & { memory: Memory };

export interface RelayBench {
  verifier: string;
  marks: Record<string, string>;
  relay: RelayFigures;
  bare: RelayFigures;
  /** Ours as a share of the bare probe's; over 1 is better. */
  ratio: Record<string, number>;
}

export async function run(): Promise<RelayBench> {
  const folder = mkdtempSync(join(tmpdir(), 'keychart-bench-relay-'));
  try {
    const filled = start('server', 'fill', folder);
    await new Promise((resolve) => filled.once('exit', resolve));
    return compare(await measure('relay', folder), await measure('bare', folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Measured = RelayFigures & { verifier: string };

function compare({ verifier, ...relay }: Measured, { verifier: _same, ...bare }: Measured): RelayBench {
  const share = (a: number, b: number) => Math.round((a / b) * 100) / 100;
  return {
    verifier,
    marks: {
      ingestPerSecond: '>= 5000 at 8 and 64',
      singleOkMs: '<= 1.2',
      queryMs: '<= 5',
      live: 'p50 <= 10 ms, >= 70000 deliveries/s',
      memory: '<= 200 MB',
    },
    relay,
    bare,
    ratio: {
      ingest1: share(relay.ingestPerSecond['1'], bare.ingestPerSecond['1']),
      ingest8: share(relay.ingestPerSecond['8'], bare.ingestPerSecond['8']),
      ingest64: share(relay.ingestPerSecond['64'], bare.ingestPerSecond['64']),
      singleOk: share(bare.singleOkMs.p50, relay.singleOkMs.p50),
      query: share(bare.queryMs.staff.p50, relay.queryMs.staff.p50),
      deliveries: share(relay.live.deliveriesPerSecond, bare.live.deliveriesPerSecond),
    },
  };
}

async function measure(mode: 'relay' | 'bare', folder: string): Promise<Measured> {
  const server = start('server', mode, folder);
  try {
    const { port, verifier } = (await message(server)) as { port: number; verifier: string };
    const figures = (await message(start('client', `ws://127.0.0.1:${port}`))) as Figures;
    server.send('memory');
    const { memory } = (await message(server)) as { memory: RelayFigures['memory'] };
    return { verifier, ...figures, memory };
  } finally {
    server.disconnect();
    await new Promise((resolve) => server.once('exit', resolve));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await run(), null, 2));
}
