/** Several things done at once on one device: each begins from what the one before it made. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { register, weight, weights, write } from '../../testing/test-charts.ts';
import { handedOver, startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

async function readBy(person: TestPerson, patientId: string) {
  const chart = await practice.open(person);
  await chart.ready().catch(() => undefined); // refused: no access to anybody any more
  await chart.openPatient(patientId);
  return weights(chart, patientId);
}

test.each([true, false])(
  'a guardian goes, another comes, the key is new and notes are written: online %s',
  async (online) => {
    const [mother, father, aunt] = [testPerson(), testPerson(), testPerson()];
    const doctor = await practice.open(practice.doctor);
    const { patientId } = await register(doctor, [{ person: mother }, { person: father }]);
    await write(doctor, patientId, 1);
    if (!online) await practice.stop();
    const guardians = {
      add: { kind: 'add', npub: aunt.npub, name: 'Aunt' },
      remove: { kind: 'remove', npub: father.npub },
    } as const;
    const [rekeyed, ...others] = await Promise.all([
      doctor.rekeyPatient(patientId),
      doctor.changeGuardians(patientId, guardians.remove),
      doctor.write(patientId, [{ resource: weight(2) }]),
      doctor.changeGuardians(patientId, guardians.add),
      doctor.write(patientId, [{ resource: weight(3), confidential: true }]),
    ]);
    if (!rekeyed.ok || !rekeyed.handover) throw new Error('no new key');
    for (const outcome of others) expect(outcome).toMatchObject({ ok: true });
    expect(await doctor.write(patientId, [{ resource: weight(4) }])).toMatchObject({ ok: true });
    if (!online) await practice.start();
    await doctor.settled();
    expect(await doctor.outbox()).toEqual([]);
    expect(await readBy(practice.nurse, patientId)).toEqual([1, 2, 3, 4]);
    expect(await readBy(handedOver(rekeyed.handover), patientId)).toEqual([1, 2, 3, 4]);
    for (const guardian of [mother, aunt]) expect(await readBy(guardian, patientId)).toEqual([1, 2, 4]);
    expect(await readBy(father, patientId)).toEqual([]);
  },
);
