/** Two colleagues change the access of one patient without knowing of each other: nobody gains or loses by who was later. */
import { connectRelay, RelayClosedError } from '@keychart/nostr';
import { nodeSigner } from '@keychart/nostr/node';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { memoryStore } from '../../store/index.ts';
import { done, listed, register, viewOf, weights, withAll, write } from '../../testing/test-charts.ts';
import { handedOver, startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const soon = { timeout: 10_000 };

/** A device of the family with everything it may read. */
const family = (person: TestPerson) => withAll(practice.open(person));

/** The nurse's device, locked, with the list of so many patients. */
async function nurseWhoKnows(patients: number): Promise<Map<string, Uint8Array>> {
  const disk = new Map<string, Uint8Array>();
  const chart = await practice.open(practice.nurse, memoryStore({ disk }));
  await chart.ready();
  await vi.waitFor(async () => expect(await listed(chart)).toHaveLength(patients), soon);
  await chart.lock();
  return disk;
}

/** No network, and a clock a few seconds later: what is written here is the newest there is. */
const away = {
  WebSocket: class extends EventTarget {
    readonly readyState = 3;
    readonly send = () => undefined;
    readonly close = () => undefined;
    constructor() {
      super();
      setTimeout(() => this.dispatchEvent(new Event('close')), 1);
    }
  } as never,
  now: () => Math.floor(Date.now() / 1000) + 5,
};

test('a colleague who does not know of the merge yet changes access: the patient’s key of the survivor goes on reading both', async () => {
  const [mother, father] = [testPerson(), testPerson()];
  const doctor = await practice.open(practice.doctor);
  const kept = await register(doctor, [{ person: mother }]);
  const [survivor, duplicate] = [kept.patientId, (await register(doctor)).patientId];
  await write(doctor, survivor, 1);
  await write(doctor, duplicate, 2);
  const disk = await nurseWhoKnows(2);
  await done(doctor.mergePatients(duplicate, survivor), doctor);
  const offline = await practice.open(practice.nurse, memoryStore({ disk }), away);
  const change = { kind: 'add' as const, npub: father.npub, name: 'Father' };
  expect(await offline.changeGuardians(duplicate, change)).toMatchObject({ ok: true });
  await offline.lock();
  await doctor.lock();
  const nurse = await practice.open(practice.nurse, memoryStore({ disk }));
  await nurse.settled();
  await vi.waitFor(async () => expect(await listed(nurse)).toEqual([survivor]), soon);
  await vi.waitFor(
    async () => {
      const own = await practice.open(handedOver(kept.handover));
      await own.ready();
      await own.openPatient(survivor);
      try {
        await vi.waitFor(async () => expect(await weights(own, survivor)).toEqual([1, 2]), { timeout: 1000 });
      } finally {
        await own.lock();
      }
    },
    { timeout: 10_000, interval: 100 },
  );
  // And who was added meanwhile reads what they were added to.
  expect(await weights(await family(father), duplicate)).toEqual([2]);
});

test('a colleague who does not know of the merge gives the survivor a new key: the stolen one reads neither', async () => {
  const doctor = await practice.open(practice.doctor);
  const kept = await register(doctor);
  const [survivor, duplicate] = [kept.patientId, (await register(doctor)).patientId];
  await write(doctor, survivor, 1);
  await write(doctor, duplicate, 2);
  const disk = await nurseWhoKnows(2);
  await done(doctor.mergePatients(duplicate, survivor), doctor);
  const stolen = await family(handedOver(kept.handover));
  expect(await weights(stolen, survivor)).toEqual([1, 2]);
  const offline = await practice.open(practice.nurse, memoryStore({ disk }), away);
  const outcome = await offline.rekeyPatient(survivor);
  if (!outcome.ok || !outcome.handover) throw new Error('no new key');
  await offline.lock();
  const nurse = await practice.open(practice.nurse, memoryStore({ disk }));
  await nurse.settled();
  const refused = async () => {
    const again = await practice.open(handedOver(kept.handover));
    const status = vi.fn();
    await again.watchStatus(status);
    await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), { timeout: 1000 });
  };
  await vi.waitFor(refused, { timeout: 15_000, interval: 200 });
  await write(doctor, duplicate, 3);
  const renewed = await family(handedOver(outcome.handover));
  await vi.waitFor(async () => expect(await weights(renewed, survivor)).toEqual([1, 2, 3]), soon);
  expect(await weights(stolen, survivor)).not.toContain(3);
});

test('a colleague who does not know that a guardian was taken off changes access: they stay off', async () => {
  const [mother, father, aunt] = [testPerson(), testPerson(), testPerson()];
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor, [{ person: mother }, { person: father }]);
  await write(doctor, patientId, 1);
  const disk = await nurseWhoKnows(1);
  const his = await family(father);
  await done(doctor.changeGuardians(patientId, { kind: 'remove', npub: father.npub }), doctor);
  await vi.waitFor(async () => expect(await listed(his)).toEqual([]), soon);
  const offline = await practice.open(practice.nurse, memoryStore({ disk }), away);
  const change = { kind: 'add' as const, npub: aunt.npub, name: 'Aunt' };
  expect(await offline.changeGuardians(patientId, change)).toMatchObject({ ok: true });
  await offline.lock();
  const nurse = await practice.open(practice.nurse, memoryStore({ disk }));
  await nurse.settled();
  await vi.waitFor(async () => {
    const { guardians } = await viewOf(nurse, patientId);
    expect(guardians.map(({ npub }) => npub).sort()).toEqual([mother.npub, aunt.npub].sort());
  }, soon);
  await vi.waitFor(async () => expect(await readersAtRelay(father)).toBe(0), soon);
  await vi.waitFor(async () => expect(await listed(his)).toEqual([]), soon);
  expect(await weights(await family(aunt), patientId)).toEqual([1]);
});

const refused = (error: unknown) => {
  if (error instanceof RelayClosedError) return 0;
  throw error;
};

/** How many records the relay serves this key, whatever devices make of it. */
async function readersAtRelay(person: TestPerson): Promise<number> {
  const client = connectRelay(practice.url(), {
    signers: [nodeSigner(person.secret)],
    WebSocket: WebSocket as never,
  });
  try {
    await vi.waitFor(() => expect(client.state.status).not.toBe('connecting'), soon);
    return client.state.status === 'live' ? await client.count([{ kinds: [2110, 2113] }]).catch(refused) : 0;
  } finally {
    await client.close();
  }
}
