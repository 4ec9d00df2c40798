// What the server's own log costs the relay: the same relay with and without it, turn by turn on one machine, so
// that a slow minute of the machine meets both. A ratio of 1 is no cost; medians of the rounds.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { message, start } from './relay/start-process.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const parts = ['8', 'single', 'query', 'live'] as const;
type Part = (typeof parts)[number];

interface Figures {
  ingestPerSecond: { 8?: number };
  singleOkMs?: { p50: number };
  queryMs: { staff?: { p50: number } };
  live?: { deliveriesPerSecond: number };
}
type Sample = Record<Part, number>;

export interface AuditBench {
  marks: string;
  logged: Sample;
  unlogged: Sample;
  /** Speed with the log as a share of that without. */
  ratio: Sample;
}

export async function run(): Promise<AuditBench> {
  const folder = mkdtempSync(join(tmpdir(), 'keychart-bench-audit-'));
  try {
    await new Promise((resolve) => start('server', 'fill', folder).once('exit', resolve));
    const samples: Record<'relay' | 'unlogged', Sample[]> = { relay: [], unlogged: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 ? (['relay', 'unlogged'] as const) : (['unlogged', 'relay'] as const);
      for (const mode of order) samples[mode].push(await measure(mode, folder));
    }
    const logged = medians(samples.relay);
    const unlogged = medians(samples.unlogged);
    const share = (a: number, b: number) => Math.round((a / b) * 1000) / 1000;
    return {
      marks: 'ingest (8 connections), single OK: >= 0.95',
      logged,
      unlogged,
      ratio: {
        8: share(logged['8'], unlogged['8']),
        single: share(unlogged.single, logged.single),
        query: share(unlogged.query, logged.query),
        live: share(logged.live, unlogged.live),
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** On a copy, so that every round finds the same store. */
async function measure(mode: 'relay' | 'unlogged', filled: string): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'keychart-bench-audit-'));
  cpSync(filled, folder, { recursive: true });
  const server = start('server', mode, folder);
  try {
    const { port } = (await message(server)) as { port: number };
    const sample = {} as Sample;
    await message(start('client', `ws://127.0.0.1:${port}`, 'warm-up'));
    for (const part of parts) {
      const figures = (await message(start('client', `ws://127.0.0.1:${port}`, part))) as Figures;
      sample[part] = {
        8: figures.ingestPerSecond[8],
        single: figures.singleOkMs?.p50,
        query: figures.queryMs.staff?.p50,
        live: figures.live?.deliveriesPerSecond,
      }[part] as number;
    }
    return sample;
  } finally {
    server.disconnect();
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(folder, { recursive: true });
  }
}

function medians(samples: readonly Sample[]): Sample {
  const median = (part: Part) =>
    samples.map((sample) => sample[part]).sort((a, b) => a - b)[samples.length >> 1] ?? 0;
  return { 8: median('8'), single: median('single'), query: median('query'), live: median('live') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await run(), null, 2));
}
