/**
 * The device dies at every single write it makes, just before the bytes are down or just after. Whatever
 * `write` had answered for is there afterwards, is sent in its order, and is there once.
 */
import type { Observation, Resource } from '@keychart/fhir';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { WriteOutcome } from '../../api/chart.ts';
import { type MemoryDisk, memoryStore, type Store } from '../../store/index.ts';
import { Crash, dyingStore } from '../../testing/test-dying-store.ts';
import { startTestPractice } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeAll(async () => {
  practice = await startTestPractice();
});
afterAll(() => practice.close());

/** Event ids in the order in which they first left a device. */
const sent: string[] = [];
class Recording extends WebSocket {
  constructor(url: string) {
    super(url);
    const send = this.send.bind(this);
    this.send = ((text: string) => {
      const frame = JSON.parse(text) as [string, { id?: string }];
      const id = frame[0] === 'EVENT' ? frame[1].id : undefined;
      if (id && !sent.includes(id)) sent.push(id);
      send(text);
    }) as WebSocket['send'];
  }
}

const weight = (value: number): Observation => ({
  resourceType: 'Observation',
  id: `w${value}`,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  effectiveDateTime: `2026-01-0${value}T10:00:00Z`,
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});

const open = (disk: Store) => practice.open(practice.doctor, disk, { WebSocket: Recording as never });
type Open = Awaited<ReturnType<typeof open>>;

/** What was answered with ok, in that order. */
interface Acknowledged {
  readonly versions: string[];
  readonly values: Set<number>;
  note: string | undefined;
  removed: boolean;
}

async function work(chart: Open, patientId: string): Promise<Acknowledged> {
  const done: Acknowledged = { versions: [], values: new Set(), note: undefined, removed: false };
  const keep = async (writing: Promise<WriteOutcome>): Promise<boolean> => {
    const outcome = await writing.catch((error: unknown): WriteOutcome => {
      if (!(error instanceof Crash)) throw error;
      return { ok: false, reason: 'crash', issues: [] };
    });
    if (outcome.ok) done.versions.push(...outcome.ids);
    return outcome.ok;
  };
  if (await keep(chart.write(patientId, [{ resource: weight(1) }]))) done.values.add(1);
  const two = [{ resource: weight(2) }, { resource: weight(3), confidential: true }];
  if (await keep(chart.write(patientId, two))) {
    done.values.add(2);
    done.values.add(3);
  }
  const { entries } = await chart.query(patientId, { types: ['Observation'], order: 'oldest' });
  const [first, second] = entries;
  if (first) {
    const noted = { ...first.resource, note: [{ text: 'scale was off' }] } as Resource;
    if (await keep(chart.correct(patientId, first.id, first.version, noted))) done.note = 'scale was off';
  }
  if (second && (await keep(chart.remove(patientId, second.id, 'wrong child')))) done.removed = true;
  if (await keep(chart.write(patientId, [{ resource: weight(4) }]))) done.values.add(4);
  return done;
}

/** One life, one crash, one life after it. Answers whether it died at all. */
async function crashAt(at: number, how: 'before' | 'after', online: boolean): Promise<boolean> {
  const said = `write ${at}, ${how} it, ${online ? 'online' : 'offline'}`;
  const disk: MemoryDisk = new Map();
  const dying = dyingStore(disk);
  const before = await open(dying.store);
  await before.ready();
  const created = await before.createPatient({
    patient: { resourceType: 'Patient', name: [{ family: 'T' }] },
  });
  if (!created.ok) throw new Error(created.reason);
  const { patientId } = created.created;
  await before.settled();
  if (!online) await practice.stop();
  dying.arm(at, how);
  const done = await work(before, patientId);
  // Let the relay's answers reach the disk, or the crash happen in between.
  if (online) await Promise.race([before.settled(), dying.died]);
  await before.lock().catch(() => undefined);
  if (!online) await practice.start();

  const after = await open(memoryStore({ disk }));
  await after.openPatient(patientId);
  const atOnce = await after.query(patientId, { types: ['Observation'], includeRemoved: true });
  expect(valuesOf(atOnce.entries), `${said}: on the device`).toEqual(
    expect.arrayContaining([...done.values]),
  );
  await after.ready();
  await after.settled();
  expect(await after.outbox(), said).toEqual([]);
  expect(await after.problems(), said).toEqual([]);
  const fresh = await practice.open(practice.nurse);
  await fresh.ready();
  await fresh.openPatient(patientId);
  for (const chart of [after, fresh]) {
    const { entries } = await chart.query(patientId, { types: ['Observation'], includeRemoved: true });
    const values = valuesOf(entries);
    expect(new Set(values).size, `${said}: everything once`).toBe(values.length);
    expect(values, said).toEqual(expect.arrayContaining([...done.values]));
    const first = entries.find(({ resource }) => resource.id === 'w1');
    if (done.note)
      expect((first?.resource as Observation | undefined)?.note?.[0]?.text, said).toBe(done.note);
    if (done.removed)
      expect(
        entries.some(({ removed }) => removed),
        said,
      ).toBe(true);
  }
  const order = sent.filter((id) => done.versions.includes(id));
  expect(order, `${said}: in the order written`).toEqual(done.versions);
  await after.lock();
  await fresh.lock();
  return dying.dead;
}

const valuesOf = (entries: readonly { resource: Resource }[]) =>
  entries.map(({ resource }) => (resource as Observation).valueQuantity?.value).sort();

test.each([
  ['before', true],
  ['after', true],
  ['before', false],
  ['after', false],
] as const)(
  'a crash %s each write, online: %s',
  async (how, online) => {
    let at = 1;
    while (at < 60 && (await crashAt(at, how, online))) at += 1;
    // Online there are the relay's answers to keep too; how many writes that takes depends on their timing.
    expect(at).toBeGreaterThan(online ? 5 : 4);
    expect(at).toBeLessThan(60);
  },
  120_000,
);
