/** What a copy of a patient's key is to those who read the patient index: nothing, but to who reads the whole chart. */
import { finalizeEvent, getPublicKey } from '@keychart/nostr';
import { nodeNip44 } from '@keychart/nostr/node';
import { PATIENT_INDEX } from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Open, register, weight, write } from '../../testing/test-charts.ts';
import { deskChannel, deskList } from '../../testing/test-desk-list.ts';
import { handedOver, startTestPractice } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice({ policies: { holdPatientKeys: true } });
});
afterEach(() => practice.close());

async function opened(who: 'doctor' | 'nurse' | 'frontdesk', patientId: string): Promise<Open> {
  const chart = await practice.open(practice[who]);
  await chart.ready();
  await chart.openPatient(patientId);
  return chart;
}

async function viewOf(chart: Open, patientId: string) {
  const seen = vi.fn();
  (await chart.watchPatient(patientId, seen))();
  return seen.mock.lastCall![0];
}

test('the front desk finds no patient’s key in the list it reads, and is not shown one', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId, handover } = await register(doctor);
  await write(doctor, patientId, 1);
  await doctor.write(patientId, [{ resource: weight(2), confidential: true }]);
  await doctor.settled();
  const [entry] = await deskList(practice);
  expect(entry!.held?.n.map(([c]) => c).sort()).toEqual(['clin', 'msg', 'sens']);
  const text = JSON.stringify(entry);
  const keys = [...text.matchAll(/[0-9a-f]{64}/g)].map(([hex]) => getPublicKey(hexToBytes(hex)));
  expect(keys).not.toContain(entry!.P);
  const desk = await opened('frontdesk', patientId);
  expect((await viewOf(desk, patientId)).key).toMatchObject({ heldHere: true });
  expect(await desk.showPatientKey(patientId, 'The sheet was lost')).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/somebody who reads the whole chart has to show it/),
  });
  const nurse = await opened('nurse', patientId);
  expect(await nurse.showPatientKey(patientId, 'The sheet was lost')).toEqual({ ok: true, handover });
});

test('what the front desk registers is shown once: it could not read a copy, and keeps none', async () => {
  const desk = await practice.open(practice.frontdesk);
  const { patientId, handover } = await register(desk);
  expect(handover.held).toBe(false);
  expect((await deskList(practice))[0]).toMatchObject({ id: patientId, handedOver: true });
  const doctor = await opened('doctor', patientId);
  const renewed = await doctor.rekeyPatient(patientId);
  expect(renewed).toMatchObject({ ok: true, handover: { held: true } });
});

test('the copy of another patient is not handed to this one', async () => {
  const doctor = await practice.open(practice.doctor);
  const [mine, other] = [await register(doctor), await register(doctor)];
  const list = await deskList(practice);
  const at = (id: string) => list.find((entry) => entry.id === id)!;
  const { Q, key } = await deskChannel(practice);
  const swapped = { ...at(mine.patientId), held: at(other.patientId).held };
  const before = practice.store
    .eventsOfKinds([PATIENT_INDEX])
    .find(({ content }) => nodeNip44.decrypt(content, key).includes(mine.patientId))!;
  const forged = finalizeEvent(
    {
      kind: PATIENT_INDEX,
      created_at: before.created_at + 1,
      tags: [
        ['d', before.tags[0]![1]!],
        ['p', Q],
      ],
      content: nodeNip44.encrypt(JSON.stringify(swapped), key),
    },
    practice.nurse.secret,
  );
  practice.store.insert([{ event: forged, raw: JSON.stringify(forged) }]);
  const late = await opened('doctor', mine.patientId);
  expect(await late.showPatientKey(mine.patientId, 'Asked')).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/make a new key instead/),
  });
  expect(await late.showPatientKey(other.patientId, 'Asked')).toMatchObject({ ok: true });
});

test('once somebody who could copy them has left, the copies are named, and a new key shuts the old one out', async () => {
  const doctor = await practice.open(practice.doctor);
  const { patientId, handover } = await register(doctor);
  await write(doctor, patientId, 1);
  const staff = vi.fn();
  await doctor.watchStaff(staff);
  const gone = async (npub: string) => {
    await doctor.changeStaff({ kind: 'remove', npub });
    await vi.waitFor(() => expect(staff.mock.lastCall![0].pending).toBeUndefined(), 10_000);
    await doctor.settled();
  };
  // The front desk never could.
  await gone(practice.frontdesk.npub);
  expect((await viewOf(doctor, patientId)).key?.heldByOthers).toBeUndefined();
  await gone(practice.nurse.npub);
  expect((await viewOf(doctor, patientId)).key).toMatchObject({ heldHere: true, heldByOthers: true });
  const renewed = await doctor.rekeyPatient(patientId);
  expect(renewed.ok).toBe(true);
  await doctor.settled();
  expect((await viewOf(doctor, patientId)).key?.heldByOthers).toBeUndefined();
  const copied = await practice.open(handedOver(handover));
  const status = vi.fn();
  await copied.watchStatus(status);
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), 10_000);
});
