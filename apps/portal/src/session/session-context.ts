/** The open session: chart, who is logged in, the practice, how the connection stands. */
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
  readonly lock: () => Promise<void>;
  /** Last answers by question, so that going back shows the page as it was left. Gone at a lock. */
  readonly answers: Map<string, unknown>;
}

const Context = createContext<SessionValue | undefined>(undefined);
export const SessionContext = Context.Provider;

export function useSession(): SessionValue {
  const value = useContext(Context);
  if (value === undefined) throw new Error('useSession: no session is open here');
  return value;
}

export const useChart = (): Chart => useSession().chart;
