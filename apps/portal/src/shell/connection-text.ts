/** The connection as a family reads it. Pure. */
import type { ChartStatus } from '@keychart/chart';

/** @param updated when everything was last here, in words. */
export function connectionText(status: ChartStatus | undefined, updated: string | undefined): string {
  switch (status?.connection) {
    case undefined:
      return 'Connecting to your practice';
    case 'live':
      return 'Up to date';
    case 'catching-up':
      return 'Loading what is new';
    case 'offline':
      return `Offline: showing what is on this device${updated === undefined ? '' : `, last updated ${updated}`}`;
    case 'refused':
      return `Your practice does not let this login in${status.detail === undefined ? '' : `: ${status.detail}`}`;
  }
}
