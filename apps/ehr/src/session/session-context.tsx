/** The open session: chart, who is logged in, the practice, and what must be saved before the keys are wiped. */
import type { Chart, ChartStatus, Identity, Practice } from '@keychart/chart';
import type { Session } from '@keychart/chart/browser';
import { createContext, useContext } from 'react';

export interface SessionValue {
  readonly session: Session;
  readonly chart: Chart;
  readonly identity: Identity;
  readonly practice: Practice;
  readonly status: ChartStatus | undefined;
  /** True when this login is not yet kept on this device. */
  readonly keepable: boolean;
  readonly markKept: () => void;
  /** Saves drafts, then wipes the keys. */
  readonly lock: () => Promise<void>;
  /** Runs before a lock; returns how to take it back. */
  readonly beforeLock: (save: () => Promise<void>) => () => void;
}

const Context = createContext<SessionValue | undefined>(undefined);
export const SessionContext = Context.Provider;

export function useSession(): SessionValue {
  const value = useContext(Context);
  if (value === undefined) throw new Error('useSession: no session is open here');
  return value;
}

export const useChart = (): Chart => useSession().chart;
