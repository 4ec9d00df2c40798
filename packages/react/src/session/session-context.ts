/** The open session: chart, who is logged in, the practice, how the connection stands, what is saved before a lock. */
import type { Chart, ChartStatus, Identity, Practice } from '@keychart/chart';
import type { Session } from '@keychart/chart/browser';
import { createContext, useContext } from 'react';
import type { LastAnswers } from './last-answers.ts';

export interface SessionValue {
  readonly session: Session;
  readonly chart: Chart;
  readonly identity: Identity;
  readonly practice: Practice;
  readonly status: ChartStatus | undefined;
  /** True when this login is not yet kept on this device. */
  readonly keepable: boolean;
  readonly markKept: () => void;
  /** Saves what is half written, then wipes the keys. */
  readonly lock: () => Promise<void>;
  /** Runs before a lock; returns how to take it back. */
  readonly beforeLock: (save: () => Promise<void>) => () => void;
  readonly answers: LastAnswers;
}

const Context = createContext<SessionValue | undefined>(undefined);
export const SessionContext = Context.Provider;

export function useSession(): SessionValue {
  const value = useContext(Context);
  if (value === undefined) throw new Error('useSession: no session is open here');
  return value;
}

export const useChart = (): Chart => useSession().chart;
