/** One person entered twice: one chart, and two again; who reads what meanwhile; against a real relay. */
import type { Observation } from '@keychart/fhir';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from '../../store/index.ts';
import {
  done,
  listed,
  type Open,
  register,
  testChild,
  viewOf,
  weight,
  weights,
  withAll,
  write,
} from '../../testing/test-charts.ts';
import { Crash, dyingStore } from '../../testing/test-dying-store.ts';
import { handedOver, startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice({ policies: { holdPatientKeys: true } });
});
afterEach(() => practice.close());

const soon = { timeout: 10_000 };

/** A device of the family with everything it may read. */
const family = (person: TestPerson) => withAll(practice.open(person));

async function valuesByEntry(chart: Open, patientId: string) {
  const { entries } = await chart.query(patientId, { types: ['Observation'] });
  return new Map(entries.map((entry) => [(entry.resource as Observation).valueQuantity?.value, entry]));
}

test('the records of both in one chart; each guardian keeps what they had; and two charts again', async () => {
  const [mother, father] = [testPerson(), testPerson()];
  const doctor = await practice.open(practice.doctor);
  const kept = await register(doctor, [{ person: mother }]);
  const double = await register(doctor, [{ person: mother }, { person: father }]);
  const [survivor, duplicate] = [kept.patientId, double.patientId];
  await write(doctor, survivor, 1);
  await write(doctor, duplicate, 2);
  await doctor.write(duplicate, [{ resource: weight(9), confidential: true }]);
  await doctor.settled();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(survivor);
  const hers = await family(mother);
  const [own, other] = [await family(handedOver(kept.handover)), await family(handedOver(double.handover))];
  expect(await listed(hers)).toHaveLength(2);

  await done(doctor.mergePatients(duplicate, survivor), doctor);
  for (const chart of [doctor, nurse]) {
    await vi.waitFor(async () => expect(await weights(chart, survivor)).toEqual([1, 2, 9]), soon);
    expect(await listed(chart)).toEqual([survivor]);
    expect((await chart.searchPatients('Testbach')).rows).toMatchObject([
      { patientId: survivor },
      { patientId: duplicate, mergedInto: { patientId: survivor, name: 'Ida Testbach' } },
    ]);
    await vi.waitFor(async () => expect((await viewOf(chart, survivor)).state).toBe('complete'), soon);
    expect(await viewOf(chart, survivor)).toMatchObject({
      guardians: [{ npub: mother.npub }],
      merged: [
        {
          patientId: duplicate,
          keyHandedOver: false,
          guardians: [{ npub: mother.npub }, { npub: father.npub }],
        },
      ],
    });
    expect(await viewOf(chart, duplicate)).toMatchObject({ mergedInto: { patientId: survivor } });
    const { entries } = await chart.query(survivor, { types: ['Observation'] });
    expect(new Set(entries.map(({ patientId }) => patientId))).toEqual(new Set([survivor]));
    expect((await chart.query(survivor, { types: ['Patient'] })).total).toBe(1);
  }

  // Corrections and addenda lie where their entry lies; what is new lies with the survivor, whichever id is asked.
  const before = await valuesByEntry(nurse, survivor);
  const two = before.get(2)!;
  await done(nurse.correct(survivor, two.id, two.version, weightWith(two.resource as Observation, 3)), nurse);
  const addendum = {
    resource: { ...weight(4), id: 'w4' },
    relatesTo: { id: two.id, as: 'addendum' as const },
  };
  await done(nurse.write(survivor, [addendum]), nurse);
  await done(nurse.write(duplicate, [{ resource: weight(5) }]), nurse);
  const his = await family(father);
  expect(await weights(his, duplicate)).toEqual([3, 4]);
  expect(await listed(his)).toEqual([duplicate]);
  await vi.waitFor(async () => expect(await listed(hers)).toEqual([survivor]), soon);
  await vi.waitFor(async () => expect(await weights(hers, survivor)).toEqual([1, 3, 4, 5]), soon);
  // The patient's own key of the survivor reads both; the one made for the duplicate what it always read.
  await vi.waitFor(async () => expect(await weights(own, survivor)).toEqual([1, 3, 4, 5, 9]), soon);
  expect(await listed(own)).toEqual([survivor]);
  await vi.waitFor(async () => expect(await weights(other, duplicate)).toEqual([3, 4, 9]), soon);

  await done(nurse.unmergePatient(duplicate), nurse);
  for (const chart of [doctor, nurse]) {
    await vi.waitFor(async () => expect(await weights(chart, survivor)).toEqual([1, 5]), soon);
    expect(await weights(chart, duplicate)).toEqual([3, 4, 9]);
    expect((await listed(chart)).sort()).toEqual([survivor, duplicate].sort());
    expect((await viewOf(chart, survivor)).merged).toBeUndefined();
    expect((await viewOf(chart, duplicate)).mergedInto).toBeUndefined();
    expect(await chart.problems()).toEqual([]);
  }
  await write(doctor, duplicate, 6);
  await vi.waitFor(async () => expect(await weights(his, duplicate)).toEqual([3, 4, 6]), soon);
  await vi.waitFor(
    async () => expect((await listed(hers)).sort()).toEqual([survivor, duplicate].sort()),
    soon,
  );
  await vi.waitFor(async () => expect(await listed(own)).toEqual([survivor]), soon);
  expect(await weights(own, survivor)).toEqual([1, 5]);
  expect(await weights(own, duplicate)).toEqual([]);
  const again = await family(handedOver(kept.handover));
  expect(await listed(again)).toEqual([survivor]);
});

function weightWith(resource: Observation, value: number): Observation {
  return { ...resource, valueQuantity: { ...resource.valueQuantity, value } };
}

test('merged and taken apart offline, kept over a restart, and the same for colleagues afterwards', async () => {
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor, memoryStore({ disk }));
  const { patientId: survivor } = await register(doctor);
  const { patientId: duplicate } = await register(doctor);
  await write(doctor, duplicate, 2);
  await practice.stop();
  expect(await doctor.mergePatients(duplicate, survivor)).toMatchObject({ ok: true });
  expect(await weights(doctor, survivor)).toEqual([2]);
  expect(await doctor.write(survivor, [{ resource: weight(3) }])).toMatchObject({ ok: true });
  await doctor.lock();
  const back = await practice.open(practice.doctor, memoryStore({ disk }));
  await back.openPatient(survivor);
  expect(await weights(back, survivor)).toEqual([2, 3]);
  expect(await listed(back)).toEqual([survivor]);
  await practice.start();
  await back.settled();
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await nurse.openPatient(survivor);
  expect(await weights(nurse, survivor)).toEqual([2, 3]);
  expect(await back.outbox()).toEqual([]);
});

test('two colleagues merge each into the other: one chart, the same for both; apart again it is two', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId: a } = await register(doctor);
  const { patientId: b } = await register(doctor);
  await write(doctor, a, 1);
  await write(doctor, b, 2);
  const nurse = await practice.open(practice.nurse);
  await nurse.ready();
  await practice.stop();
  await doctor.mergePatients(a, b);
  await nurse.mergePatients(b, a);
  await practice.start();
  await Promise.all([doctor.settled(), nurse.settled()]);
  const colleague = await practice.open(practice.nurse);
  await colleague.ready();
  const [end] = await listed(colleague);
  for (const chart of [doctor, nurse, colleague]) {
    await vi.waitFor(async () => expect(await listed(chart)).toEqual([end]), soon);
    await chart.openPatient(end!);
    expect(await weights(chart, end!)).toEqual([1, 2]);
  }
  const gone = end === a ? b : a;
  await done(colleague.unmergePatient(gone), colleague);
  for (const chart of [doctor, nurse, colleague]) {
    await vi.waitFor(async () => expect((await listed(chart)).sort()).toEqual([a, b].sort()), soon);
    await vi.waitFor(async () => expect(await weights(chart, a)).toEqual([1]), soon);
    await chart.openPatient(b);
    expect(await weights(chart, b)).toEqual([2]);
  }
});

test('what was being typed in a chart that is merged meanwhile goes on in the other, and neither text is lost', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId: survivor } = await register(doctor);
  const { patientId: duplicate } = await register(doctor);
  await doctor.saveDraft(duplicate, 'note', 'begun in the one');
  await done(doctor.mergePatients(duplicate, survivor), doctor);
  expect((await doctor.draft(survivor, 'note'))?.body).toBe('begun in the one');
  await doctor.saveDraft(survivor, 'note', 'gone on with');
  expect(await doctor.drafts(survivor)).toMatchObject([{ body: 'gone on with' }]);
  await doctor.discardDraft(survivor, 'note');
  expect(await doctor.drafts()).toEqual([]);
  await done(doctor.unmergePatient(duplicate), doctor);
  await doctor.saveDraft(duplicate, 'note', 'of the one');
  await doctor.saveDraft(survivor, 'note', 'of the other');
  await done(doctor.mergePatients(duplicate, survivor), doctor);
  expect((await doctor.draft(survivor, 'note'))?.body).toBe('of the other');
  await doctor.discardDraft(survivor, 'note');
  expect((await doctor.draft(survivor, 'note'))?.body).toBe('of the one');
});

test('chains: all in the last chart; a middle one taken out keeps what was merged into it', async () => {
  const doctor = await practice.open(practice.doctor);
  const registered = [await register(doctor), await register(doctor), await register(doctor)];
  const [a, b, c] = registered.map(({ patientId }) => patientId) as [string, string, string];
  for (const [i, id] of [a, b, c].entries()) await write(doctor, id, i + 1);
  await done(doctor.mergePatients(a, b), doctor);
  await done(doctor.mergePatients(b, c), doctor);
  expect(await weights(doctor, c)).toEqual([1, 2, 3]);
  const reading = await family(handedOver(registered[2]!.handover));
  expect(await weights(reading, c)).toEqual([1, 2, 3]);
  expect(await doctor.mergePatients(c, a)).toMatchObject({
    ok: false,
    reason: 'the other chart is merged into this one already: take the two apart first',
  });
  expect(await doctor.mergePatients(a, c)).toMatchObject({ ok: true });
  await done(doctor.unmergePatient(b), doctor);
  expect(await weights(doctor, c)).toEqual([3]);
  expect(await weights(doctor, b)).toEqual([1, 2]);
  await write(doctor, b, 4);
  await vi.waitFor(async () => expect(await weights(reading, c)).toEqual([3]), soon);
  await vi.waitFor(async () => expect(await listed(reading)).toEqual([c]), soon);
  const middle = await family(handedOver(registered[1]!.handover));
  expect(await weights(middle, b)).toEqual([1, 2, 4]);
});

test('guardians of a merged chart: added to all of it, removed from all of it; a new key reads all of it', async () => {
  const [father, grandmother] = [testPerson(), testPerson()];
  const doctor = await practice.open(practice.doctor);
  const kept = await register(doctor);
  const { patientId: duplicate } = await register(doctor, [{ person: father }]);
  const survivor = kept.patientId;
  await write(doctor, survivor, 1);
  await write(doctor, duplicate, 2);
  await done(doctor.mergePatients(duplicate, survivor), doctor);
  const hers = { npub: grandmother.npub, name: 'Test Grandmother' };
  await done(doctor.changeGuardians(survivor, { kind: 'add', ...hers }), doctor);
  expect(await weights(await family(grandmother), survivor)).toEqual([1, 2]);
  const his = await family(father);
  expect(await weights(his, duplicate)).toEqual([2]);
  await done(doctor.changeGuardians(survivor, { kind: 'remove', npub: father.npub }), doctor);
  const status = vi.fn();
  await his.watchStatus(status);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), soon);

  const old = await family(handedOver(kept.handover));
  expect(await weights(old, survivor)).toEqual([1, 2]);
  const renewed = await doctor.rekeyPatient(survivor);
  if (!renewed.ok || !renewed.handover) throw new Error('no new key');
  await doctor.settled();
  await write(doctor, survivor, 3);
  const { entries } = await doctor.query(survivor, { types: ['Observation'] });
  const two = entries.find(({ resource }) => resource.id === 'w2')!;
  await done(
    doctor.correct(survivor, two.id, two.version, weightWith(two.resource as Observation, 4)),
    doctor,
  );
  expect(await weights(await family(handedOver(renewed.handover)), survivor)).toEqual([1, 4, 3]);
  await old.lock();
  const stolen = await practice.open(handedOver(kept.handover));
  await stolen.watchStatus(status);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), soon);
});

test('the device goes off in the middle: merged or not, never half', async () => {
  const doctor = await practice.open(practice.doctor);
  const nurse = await practice.open(practice.nurse);
  for (const step of ['mergePatients', 'unmergePatient'] as const) {
    for (const when of ['before', 'after'] as const) {
      const { patientId: survivor } = await register(doctor);
      const { patientId: duplicate } = await register(doctor);
      await write(doctor, survivor, 1);
      await write(doctor, duplicate, 2);
      if (step === 'unmergePatient') await done(doctor.mergePatients(duplicate, survivor), doctor);
      const disk = new Map<string, Uint8Array>();
      const device = dyingStore(disk);
      const dying = await practice.open(practice.doctor, device.store);
      await dying.ready();
      await dying.openPatient(survivor);
      device.arm(1, when);
      await expect(dying[step](duplicate, survivor)).rejects.toThrow(Crash);
      await dying.lock().catch(() => undefined);
      const back = await practice.open(practice.doctor, memoryStore({ disk }));
      await back.ready();
      await back.settled();
      const isOne = (step === 'mergePatients') === (when === 'after');
      await nurse.openPatient(survivor);
      for (const chart of [back, nurse]) {
        await vi.waitFor(async () => {
          expect((await listed(chart)).includes(duplicate), `${step} ${when}`).toBe(!isOne);
          expect(await weights(chart, survivor)).toEqual(isOne ? [1, 2] : [1]);
        }, soon);
      }
      expect(await back.problems()).toEqual([]);
    }
  }
});

test('who may not, and what cannot be, is said; nothing changes', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId: a } = await register(doctor);
  const { patientId: b } = await register(doctor);
  const { patientId: c } = await register(doctor);
  await write(doctor, a, 1);
  const reason = async (outcome: Promise<{ ok: boolean }>) => ((await outcome) as { reason?: string }).reason;
  expect(await reason(doctor.mergePatients(a, a))).toBe('this is the same chart');
  expect(await reason(doctor.mergePatients(a, 'nobody'))).toBe('the chart to merge into is not known here');
  expect(await reason(doctor.mergePatients('nobody', a))).toBe('this patient is not known here');
  expect(await reason(doctor.unmergePatient(a))).toBe('this chart is not merged into another one');
  const frontdesk = await practice.open(practice.frontdesk);
  await frontdesk.ready();
  expect(await reason(frontdesk.mergePatients(a, b))).toMatch(/does not hold the keys of clin/);
  expect(await doctor.mergePatients(a, b)).toMatchObject({ ok: true });
  expect(await reason(doctor.mergePatients(a, c))).toMatch(/merged into another one: take the two apart/);
  expect(await listed(doctor)).toHaveLength(2);
});

test('who might be the same: by day of birth and name, with slips of the pen', async () => {
  const doctor = await practice.open(practice.doctor);
  await doctor.ready();
  const enter = async (given: string, family: string, birthDate: string) => {
    const patient = { ...testChild, name: [{ family, given: [given] }], birthDate };
    const outcome = await doctor.createPatient({ patient });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.created.patientId;
  };
  const ida = await enter('Ida', 'Testbach', '2021-03-04');
  const crossed = await enter('Testbach', 'Ida', '2021-03-04');
  const slip = await enter('Ida', 'Testbach', '2021-04-03');
  const spelled = await enter('Ída', 'Testbacch', '2021-03-04');
  await enter('Ben', 'Testbach', '2019-08-01');
  await enter('Ida', 'Sampleton', '2001-01-01');
  const found = await doctor.similarPatients({
    given: 'Ida',
    family: 'Testbach',
    birthDate: '2021-03-04',
    except: ida,
  });
  expect(found.map(({ patientId }) => patientId)).toEqual([crossed, spelled, slip]);
  expect(await doctor.similarPatients({ given: '', family: 'Testbach' })).toEqual([]);
  expect(await doctor.patientNames([slip, 'nobody', ida])).toEqual([
    { patientId: slip, name: 'Ida Testbach' },
    { patientId: ida, name: 'Ida Testbach' },
  ]);
});
