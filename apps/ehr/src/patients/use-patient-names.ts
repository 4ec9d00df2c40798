/** Names of patients by id, for lists that go across charts. */
import { useEffect, useState } from 'react';
import { useChart } from '../session/session-context.tsx';

const MOST = 1000;

/** @param wanted false: nothing is asked. A name that is not there (yet) reads as `a patient not loaded yet`. */
export function usePatientNames(wanted: boolean): (patientId: string) => string {
  const chart = useChart();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    chart.searchPatients('', { count: MOST }).then(
      ({ rows }) => {
        if (!over) setNames(new Map(rows.map((row) => [row.patientId, row.name])));
      },
      () => {
        // The list stands without names; the screen that lists patients tells of the fault.
        if (!over) setNames(new Map());
      },
    );
    return () => {
      over = true;
    };
  }, [chart, wanted]);
  return (patientId) => names.get(patientId) ?? 'a patient not loaded yet';
}
