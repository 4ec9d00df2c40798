/** What waits to be sent, as the apps see it. */
import type { OutboxItem } from '../../api/chart.ts';
import type { EngineContext } from '../state/context.ts';
import type { OutboxRow } from '../state/outbox.ts';

export function outboxView(row: OutboxRow, { outbox, people }: EngineContext): OutboxItem {
  const resource =
    row.patientId === undefined
      ? undefined
      : people.get(row.patientId)?.records.record(row.event.id)?.resource;
  return {
    version: row.event.id,
    resourceType: row.resourceType,
    label: row.label,
    at: new Date(row.event.created_at * 1000).toISOString(),
    delivery: outbox.delivery(row.event.id),
    ...(row.patientId !== undefined && { patientId: row.patientId }),
    ...(resource && { resource }),
  };
}
