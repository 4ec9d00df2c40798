/** For tests of the engine: a child, weights, and the few steps every one of them begins with. */
import type { Observation, Patient } from '@keychart/fhir';
import type { PatientView, StaffView } from '../api/chart.ts';
import type { openChart } from '../open-chart.ts';
import type { TestPerson } from './test-practice.ts';

export type Open = Awaited<ReturnType<typeof openChart>>;

export const testChild: Patient = { resourceType: 'Patient', name: [{ family: 'Testbach', given: ['Ida'] }] };

/** `value`: 1 to 9; also the day it was taken and the end of its id. */
export const weight = (value: number): Observation => ({
  resourceType: 'Observation',
  id: `w${value}`,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  effectiveDateTime: `2026-01-0${value}T10:00:00Z`,
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});

export async function register(
  chart: Open,
  guardians: readonly { readonly person: TestPerson; readonly until?: string }[] = [],
) {
  await chart.ready();
  const result = await chart.createPatient({
    patient: testChild,
    guardians: guardians.map(({ person, until }) => ({
      name: 'Test Guardian',
      npub: person.npub,
      ...(until && { until }),
    })),
  });
  if (!result.ok) throw new Error(result.reason);
  await chart.settled();
  const { patientId, handover } = result.created;
  if (!handover) throw new Error('no key was made');
  return { patientId, handover };
}

/** Writes weights one by one and waits until the relay has answered. */
export async function write(chart: Open, patientId: string, ...values: number[]): Promise<void> {
  for (const value of values) {
    const outcome = await chart.write(patientId, [{ resource: weight(value) }]);
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  await chart.settled();
}

/** The weights of a chart, by the day they were taken. */
export async function weights(chart: Open, patientId: string): Promise<(number | undefined)[]> {
  const { entries } = await chart.query(patientId, { types: ['Observation'], order: 'oldest' });
  return entries.map(({ resource }) => (resource as Observation).valueQuantity?.value);
}

/** What a question answers now; the watch is over when this returns. */
export async function latest<T>(watch: (callback: (value: T) => void) => Promise<() => void>): Promise<T> {
  const answers: T[] = [];
  const end = await watch((value) => answers.push(value));
  end();
  if (answers.length === 0) throw new Error('this watch has answered nothing');
  return answers.at(-1)!;
}

export const viewOf = (chart: Open, patientId: string) =>
  latest<PatientView>((tell) => chart.watchPatient(patientId, tell));

export const staffOf = (chart: Open) => latest<StaffView>((tell) => chart.watchStaff(tell));

/** Waits until the practice has taken what was done. */
export async function done(outcome: Promise<{ ok: boolean; reason?: string }>, chart: Open): Promise<void> {
  const { ok, reason } = await outcome;
  if (!ok) throw new Error(reason);
  await chart.settled();
}

/** Opens every chart there is for this login: a device of a family with all it may read. */
export async function withAll(opening: Promise<Open>): Promise<Open> {
  const chart = await opening;
  await chart.ready();
  for (const patientId of await listed(chart)) await chart.openPatient(patientId);
  return chart;
}

/** The ids of the patients a search finds. */
export const listed = async (chart: Open, text = ''): Promise<string[]> =>
  (await chart.searchPatients(text)).rows.map(({ patientId }) => patientId);
