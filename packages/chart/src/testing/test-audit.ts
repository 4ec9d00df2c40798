/** For tests: the access log of an open chart, once it is complete and says what is waited for. */
import { expect, vi } from 'vitest';
import type { AuditFilter, AuditLog } from '../api/chart.ts';
import type { Open } from './test-charts.ts';

/** Milliseconds within which the next thing has to happen. */
export const soon = 10_000;

export async function auditOf(
  chart: Open,
  filter: AuditFilter,
  enough: (log: AuditLog) => boolean,
): Promise<AuditLog> {
  const seen = vi.fn();
  const end = await chart.watchAudit(filter, seen);
  await vi.waitFor(() => {
    const log = seen.mock.lastCall![0] as AuditLog;
    expect({ state: log.state, enough: enough(log), log }).toMatchObject({ state: 'complete', enough: true });
  }, soon);
  end();
  return seen.mock.lastCall![0] as AuditLog;
}
