/** The patient list on a new device: names long before its end, nothing missing at the end. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryStore } from '../../store/index.ts';
import { type Open, testChild } from '../../testing/test-charts.ts';
import { startTestPractice } from '../../testing/test-practice.ts';

const PATIENTS = 60;
let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const inputs = Array.from({ length: PATIENTS }, (_, i) => ({
    patient: { ...testChild, name: [{ family: 'Testbach', given: [`Child${i}`] }] },
  }));
  const outcome = await doctor.createPatients(inputs);
  if (!outcome.ok) throw new Error(outcome.reason);
  await doctor.settled();
}, 60_000);
afterEach(() => practice.close());

/** What a screen shows at each change of the list, until it is complete. */
async function looks(chart: Open) {
  const seen: { named: number; coming: number | undefined; state: string }[] = [];
  await new Promise<void>((resolve) => {
    const look = async () => {
      const { rows, state, coming } = await chart.searchPatients('', { count: PATIENTS });
      seen.push({ named: rows.filter(({ name }) => name.includes('Testbach')).length, coming, state });
      if (state === 'complete') resolve();
    };
    void chart.watchPatients(() => void look());
  });
  return seen;
}

test('names are there, and can be searched, while most of the list is still coming; it says how many', async () => {
  const nurse = await practice.open(practice.nurse);
  const seen = await looks(nurse);
  const early = seen.find(({ named }) => named > 0);
  expect(early).toMatchObject({ state: 'partial' });
  expect(early?.named).toBeLessThan(PATIENTS);
  expect(seen).toContainEqual({ named: 50, coming: PATIENTS - 50, state: 'partial' });
  expect(seen.at(-1)).toEqual({ named: PATIENTS, coming: undefined, state: 'complete' });
  expect((await nurse.searchPatients('child59')).total).toBe(1);
});

test('a second start has the whole list before it asks anybody', async () => {
  const disk = new Map<string, Uint8Array>();
  const first = await practice.open(practice.nurse, memoryStore({ disk }));
  await first.ready();
  await first.lock();
  await practice.stop();
  const again = await practice.open(practice.nurse, memoryStore({ disk }));
  const { rows, state, coming } = await again.searchPatients('', { count: PATIENTS });
  expect({ named: rows.filter(({ name }) => name.includes('Testbach')).length, state, coming }).toEqual({
    named: PATIENTS,
    state: 'complete',
    coming: undefined,
  });
});
