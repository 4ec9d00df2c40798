/**
 * The chart against the marks of its issue: import speed end to end (validate, encrypt twice, sign, commit at
 * the relay), opening charts of 1,000 and 10,000 records cold and warm, and search in a list of 5,000.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openChart } from '@keychart/chart';
import { sqliteStore } from '@keychart/chart/sqlite';
import type { Observation, Patient } from '@keychart/fhir';
import { bestVerifier, nodeNip44, nodePublicKey, nodeSigner } from '@keychart/nostr/node';
import WebSocket from 'ws';
import type { BenchPractice } from './practice-process.ts';

const observation = (i: number): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }],
    },
  ],
  code: {
    coding: [{ system: 'http://loinc.org', code: '29463-7', display: 'Body weight' }],
    text: 'Body weight',
  },
  effectiveDateTime: new Date(Date.UTC(2015, 0, 1) + i * 3_600_000).toISOString(),
  valueQuantity: { value: 3 + i / 100, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});

const patient = (i: number): Patient => ({
  resourceType: 'Patient',
  name: [{ family: `Benchfamily${i % 977}`, given: [`Child${i}`] }],
  birthDate: `20${String(10 + (i % 15))}-0${1 + (i % 9)}-1${i % 9}`,
  gender: i % 2 ? 'male' : 'female',
  telecom: [{ system: 'phone', value: `555-${String(i).padStart(4, '0')}` }],
});

const elapsed = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
};

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'keychart-bench-'));
  const child = fork(new URL('./practice-process.ts', import.meta.url), [folder], {
    execArgv: ['--import', 'tsx'],
  });
  child.once('exit', (code) => console.error(`practice process ended with ${code}`));
  const practice = await new Promise<BenchPractice>((resolve) =>
    child.once('message', (message) => resolve(message as BenchPractice)),
  );
  const secret = Uint8Array.from(Buffer.from(practice.doctor, 'hex'));
  const open = async (name: string) =>
    openChart({
      signer: nodeSigner(secret),
      relay: { url: practice.url, root: practice.root, self: practice.self },
      store: sqliteStore(join(folder, name)),
      storeKey: secret,
      crypto: { verifier: await bestVerifier(), nip44: nodeNip44, publicKey: nodePublicKey },
      WebSocket: WebSocket as never,
    });
  try {
    const results: Record<string, unknown> = {};
    const note = (name: string, value: unknown) => {
      results[name] = value;
      console.error(`${name} ${JSON.stringify(value)}`);
    };
    const writer = await open('writer.sqlite');
    await writer.ready();
    const ids: Record<number, string> = {};
    for (const size of [1000, 10_000]) {
      const created = await writer.createPatient({ patient: patient(size) });
      if (!created.ok) throw new Error(created.reason);
      ids[size] = created.created.patientId;
      const records = Array.from({ length: size }, (_, i) => ({ resource: observation(i) }));
      const ms = await elapsed(async () => {
        await writer.writeHistory(ids[size]!, records);
        await writer.settled();
      });
      note(`import${size}`, { ms, resourcesPerSecond: Math.round((size / ms) * 1000), mark: 150 });
    }
    for (const size of [1000, 10_000]) note(`open${size}`, await openings(ids[size]!, size, open));
    const created = await elapsed(async () => {
      for (let i = 0; i < 5000; i++) {
        const result = await writer.createPatient({ patient: patient(i) });
        if (!result.ok) throw new Error(result.reason);
      }
      await writer.settled();
    });
    note('create5000Patients', { ms: created });
    const searches: number[] = [];
    for (const text of ['child4', 'benchfamily12', '2015-03', '555-0042', 'nobody', '']) {
      searches.push(await elapsed(() => writer.searchPatients(text)));
    }
    note('search5000', { maxMs: Math.max(...searches), markMs: 50 });
    note('list5000', await listOpenings(open));
    await writer.lock();
    return results;
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Cold: nothing on this device. Warm: everything is in the sealed store. First: the first screen has its rows. */
async function openings(
  patientId: string,
  size: number,
  open: (name: string) => ReturnType<typeof openChart>,
) {
  const marks = size === 1000 ? { coldFirst: 1000, warm: 300 } : { coldFirst: 1500, warm: 500 };
  const cold = await open(`cold${size}.sqlite`);
  await cold.ready();
  let first = 0;
  const start = performance.now();
  await new Promise<void>((resolve) => {
    void cold.watch(patientId, { types: ['Observation'] }, ({ total, state }) => {
      if (total > 0 && first === 0) first = Math.round(performance.now() - start);
      if (state === 'complete' && total === size) resolve();
    });
  });
  const whole = Math.round(performance.now() - start);
  await cold.lock();
  const before = process.memoryUsage().rss;
  const warm = await open(`cold${size}.sqlite`);
  const warmMs = await elapsed(
    () =>
      new Promise<void>((resolve) => {
        void warm.watch(patientId, { types: ['Observation'] }, ({ total }) => {
          if (total === size) resolve();
        });
      }),
  );
  const memory = Math.round((process.memoryUsage().rss - before) / 1e6);
  await warm.lock();
  return { coldFirstMs: first, coldWholeMs: whole, warmMs, warmMemoryMB: memory, marks };
}

async function listOpenings(open: (name: string) => ReturnType<typeof openChart>) {
  const start = performance.now();
  let named = 0;
  const cold = await elapsed(async () => {
    const chart = await open('list.sqlite');
    await chart.watchPatients(async () => {
      const { total } = named === 0 ? await chart.searchPatients('benchfamily') : { total: 0 };
      if (total > 0 && named === 0) named = Math.round(performance.now() - start);
    });
    await chart.ready();
    await chart.lock();
  });
  const warm = await elapsed(async () => {
    const chart = await open('list.sqlite');
    const { total } = await chart.searchPatients('child42');
    if (total === 0) throw new Error('the patient list is empty');
    await chart.lock();
  });
  return { coldFirstNamesMs: named, coldMs: cold, warmMs: warm };
}

if (process.argv[1]?.endsWith('chart.ts')) console.log(JSON.stringify(await run(), null, 2));
