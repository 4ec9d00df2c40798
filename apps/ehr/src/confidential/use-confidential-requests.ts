/** Requests for the confidential part of charts, live: mine, those I may answer, those I am told of. */
import type { ConfidentialRequest } from '@keychart/chart';
import { useChart, useWatch } from '@keychart/react';

export function useConfidentialRequests(): readonly ConfidentialRequest[] {
  const chart = useChart();
  const { value } = useWatch<readonly ConfidentialRequest[]>('confidential', (callback) =>
    chart.watchConfidential(callback),
  );
  return value ?? [];
}
