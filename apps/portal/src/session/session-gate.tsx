/** Opens what a session needs before the first screen, and locks it after 15 quiet minutes. */
import type { ChartStatus, Practice } from '@keychart/chart';
import type { Session } from '@keychart/chart/browser';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { IdleLock } from './idle-lock.tsx';
import { OpeningRecords } from './opening-records.tsx';
import { SessionContext, type SessionValue } from './session-context.ts';
import { usePractice } from './use-practice.ts';
import { useWatch } from './use-watch.ts';

interface SessionGateProps {
  readonly session: Session;
  readonly keepable: boolean;
  readonly onPractice: (practice: Practice) => void;
  /** Called just before a lock for idleness. */
  readonly onIdle: () => void;
  readonly children: ReactNode;
}

export function SessionGate({ session, keepable, onPractice, onIdle, children }: SessionGateProps) {
  const { chart } = session;
  const [kept, setKept] = useState(!keepable);
  const [answers] = useState(() => new Map<string, unknown>());
  const { value: status } = useWatch<ChartStatus>('status', (callback) => chart.watchStatus(callback));
  const { known, error } = usePractice(chart, status?.connection);

  useEffect(() => {
    if (known !== undefined) onPractice(known.practice);
  }, [known, onPractice]);

  const lock = useCallback(() => session.lock(), [session]);

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
        answers,
      },
    [session, chart, known, status, kept, lock, answers],
  );

  return (
    <>
      {value === undefined ? (
        <OpeningRecords status={status} error={error} onBack={() => void lock()} />
      ) : (
        <SessionContext value={value}>{children}</SessionContext>
      )}
      <IdleLock
        onLock={() => {
          onIdle();
          void lock();
        }}
      />
    </>
  );
}
