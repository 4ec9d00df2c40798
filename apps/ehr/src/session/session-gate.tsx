/** Opens what a session needs before the first screen, locks it after 15 quiet minutes, and tells when it is locked. */
import type { ChartStatus, Practice } from '@keychart/chart';
import type { Session } from '@keychart/chart/browser';
import { useIdleLock } from '@keychart/ui';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { OpeningPractice } from './opening-practice.tsx';
import { SessionContext, type SessionValue } from './session-context.tsx';
import { usePractice } from './use-practice.ts';
import { useWatch } from './use-watch.ts';

const IDLE_MS = 15 * 60 * 1000;

interface SessionGateProps {
  readonly session: Session;
  readonly keepable: boolean;
  readonly onPractice: (practice: Practice) => void;
  readonly children: ReactNode;
}

export function SessionGate({ session, keepable, onPractice, children }: SessionGateProps) {
  const { chart } = session;
  const [kept, setKept] = useState(!keepable);
  const saves = useRef(new Set<() => Promise<void>>());
  const { value: status } = useWatch<ChartStatus>('status', (callback) => chart.watchStatus(callback));

  const { known, error } = usePractice(chart, status?.connection);

  useEffect(() => {
    if (known !== undefined) onPractice(known.practice);
  }, [known, onPractice]);

  const lock = useCallback(async () => {
    await Promise.allSettled([...saves.current].map((save) => save()));
    await session.lock();
  }, [session]);

  useIdleLock(IDLE_MS, () => void lock());

  const value = useMemo<SessionValue | undefined>(
    () =>
      known && {
        session,
        chart,
        ...known,
        status,
        keepable: !kept,
        markKept: () => setKept(true),
        lock,
        beforeLock: (save) => {
          saves.current.add(save);
          return () => saves.current.delete(save);
        },
      },
    [session, chart, known, status, kept, lock],
  );

  if (value === undefined)
    return <OpeningPractice status={status} error={error} onBack={() => void session.lock()} />;
  return <SessionContext value={value}>{children}</SessionContext>;
}
