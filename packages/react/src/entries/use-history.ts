/** Every version of an entry, newest first. */
import type { Entry, Version } from '@keychart/chart';
import { useChart } from '../session/session-context.ts';
import { type Asked, useAsk } from '../watch/use-ask.ts';

export function useHistory({ patientId, id, version }: Entry): Asked<readonly Version[]> {
  const chart = useChart();
  return useAsk(`${patientId} ${id}`, version, async () =>
    [...(await chart.history(patientId, id))].sort((a, b) => b.at.localeCompare(a.at)),
  );
}
