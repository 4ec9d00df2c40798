/** One patient's head of chart, live: the Patient resource, counts, guardians. */
import type { PatientView } from '@keychart/chart';
import { useChart } from '../session/session-context.ts';
import { useWatch, type Watched } from '../watch/use-watch.ts';

export function usePatient(patientId: string): Watched<PatientView> {
  const chart = useChart();
  return useWatch<PatientView>(patientId, (callback) => chart.watchPatient(patientId, callback));
}
