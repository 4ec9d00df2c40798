/** Every call of a signer elsewhere may cost a person a click: a chart of thousands of records opens with a handful. */
import { checkedSigner, type FarSigner, localSigner } from '@keychart/nostr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MemoryDisk, memoryStore } from '../store/memory-store.ts';
import { register, weight } from '../testing/test-charts.ts';
import { startTestPractice, type TestPerson, testPerson } from '../testing/test-practice.ts';

const RECORDS = 2_000;
const BATCH = 250;

let practice: Awaited<ReturnType<typeof startTestPractice>>;
let patientId = '';
const mother = testPerson();

beforeAll(async () => {
  practice = await startTestPractice();
  const doctor = await practice.open(practice.doctor);
  ({ patientId } = await register(doctor, [{ person: mother }]));
  for (let done = 0; done < RECORDS; done += BATCH) {
    const records = Array.from({ length: BATCH }, (_, i) => ({
      resource: { ...weight(5), id: `w${done + i}` },
    }));
    const outcome = await doctor.write(patientId, records);
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  await doctor.settled();
}, 240_000);

afterAll(() => practice.close());

/** A signer elsewhere that counts. */
function counting({ secret }: TestPerson): { far: FarSigner; calls: Record<string, number> } {
  const own = localSigner(secret);
  const calls: Record<string, number> = {};
  const count =
    <A extends unknown[]>(name: string, work: (...args: A) => Promise<unknown>) =>
    (...args: A) => {
      calls[name] = (calls[name] ?? 0) + 1;
      return work(...args);
    };
  const far = {
    getPublicKey: count('getPublicKey', own.getPublicKey),
    signEvent: count('signEvent', own.signEvent),
    nip44Encrypt: count('nip44Encrypt', own.nip44Encrypt),
    nip44Decrypt: count('nip44Decrypt', own.nip44Decrypt),
  };
  return { far, calls };
}

test.each([
  // Beside the connection: who works here signs that they logged in and opened the chart, a family the opening.
  ['a clinician', () => practice.doctor, 3],
  ['a guardian', () => mother, 2],
])(
  `${RECORDS} records open for %s with a handful of signer calls, and with no more than signatures the next time`,
  async (_, who, signatures) => {
    const person = who();
    const disk: MemoryDisk = new Map();
    const open = async () => {
      const { far, calls } = counting(person);
      const signer = await checkedSigner(far, { name: 'the signer', advice: '' });
      const chart = await practice.open(person, memoryStore({ disk }), { signer });
      await chart.ready();
      await expect
        .poll(async () => (await chart.query(patientId, { types: ['Observation'], count: 1 })).total, {
          timeout: 60_000,
        })
        .toBe(RECORDS);
      await chart.lock();
      return calls;
    };
    const first = await open();
    // Two for each grant (wrap and seal): four compartments of staff, or one keyring a channel.
    expect(first.nip44Decrypt).toBeLessThanOrEqual(10);
    expect(first).toMatchObject({ getPublicKey: 1, signEvent: signatures });
    expect(await open()).toEqual({ getPublicKey: 1, signEvent: signatures });
  },
);
