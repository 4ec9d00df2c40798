/** Changes of who reads one record that are written here and not yet with the practice. */
import { useAsk, useChart, useSession } from '@keychart/react';

export interface AccessDelivery {
  readonly waiting: boolean;
  /** Why it was refused; undefined where nothing was. */
  readonly refused: string | undefined;
  readonly retry: () => void;
}

/** @param stamp a change is a reason to look again. */
export function useAccessDelivery(patientId: string, stamp: unknown): AccessDelivery {
  const chart = useChart();
  const { status } = useSession();
  const reason = `${status?.connection} ${status?.unsent} ${status?.refused} ${stamp}`;
  const { value: items, again } = useAsk(patientId, reason, () => chart.outbox());
  const own = (items ?? []).filter((item) => item.resourceType === 'Access' && item.patientId === patientId);
  const refusedItems = own.filter(({ delivery }) => delivery.state === 'refused');
  const first = refusedItems[0]?.delivery;
  return {
    waiting: own.length > refusedItems.length,
    refused: first?.state === 'refused' ? first.reason : undefined,
    retry: () =>
      void Promise.allSettled(refusedItems.map(({ version }) => chart.retry(version))).then(again, again),
  };
}
