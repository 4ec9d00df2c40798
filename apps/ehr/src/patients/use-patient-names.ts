/** Names of patients by id, for lists that go across charts; however many patients there are, these few are asked for. */

import type { Patient } from '@keychart/fhir';
import { patientName } from '@keychart/fhir';
import { useAsk, useChart, useWatch } from '@keychart/react';

/** A name that is not there (yet) reads as `a patient not loaded yet`. */
export function usePatientNames(patientIds: readonly string[]): (patientId: string) => string {
  const chart = useChart();
  const ids = [...new Set(patientIds)].sort();
  const key = ids.length === 0 ? undefined : ids.join(' ');
  // While the list of patients still comes in, a name may come with it.
  const { value: stamp } = useWatch<object>(key, (callback) =>
    chart.watchPatients((total, state) => callback({ total, state })),
  );
  const { value: names } = useAsk(key, stamp, async () => {
    const found = await Promise.all(ids.map((id) => chart.query(id, { types: ['Patient'], count: 1 })));
    return new Map(
      found.flatMap(({ entries }) =>
        entries.map(({ patientId, resource }) => [patientId, patientName(resource as Patient)]),
      ),
    );
  });
  return (patientId) => names?.get(patientId) ?? 'a patient not loaded yet';
}
