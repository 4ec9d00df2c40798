/** Opens what a session needs before the first screen, locks it after quiet minutes, and tells when it is known. */
import type { ChartStatus, PoliciesView, Practice } from '@keychart/chart';
import { policyDefaults, type Session } from '@keychart/chart/browser';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { IdleLock } from '../lock/idle-lock.tsx';
import { useWatch } from '../watch/use-watch.ts';
import { createLastAnswers } from './last-answers.ts';
import { OpeningScreen, type OpeningWords } from './opening-screen.tsx';
import { SessionContext, type SessionValue } from './session-context.ts';
import { usePractice } from './use-practice.ts';

interface SessionGateProps {
  readonly session: Session;
  readonly keepable: boolean;
  readonly opening: OpeningWords;
  /** Waits until the person's own name is known. */
  readonly named: boolean;
  readonly onPractice: (practice: Practice) => void;
  /** Called just before a lock for idleness. */
  readonly onIdle: () => void;
  readonly children: ReactNode;
}

export function SessionGate({
  session,
  keepable,
  opening,
  named,
  onPractice,
  onIdle,
  children,
}: SessionGateProps) {
  const { chart } = session;
  const [kept, setKept] = useState(!keepable);
  const [answers] = useState(createLastAnswers);
  const saves = useRef(new Set<() => Promise<void>>());
  const { value: status } = useWatch<ChartStatus>('status', (callback) => chart.watchStatus(callback));
  const { value: settled } = useWatch<PoliciesView>('policies', (callback) => chart.watchPolicies(callback));
  const { known, error } = usePractice(chart, status?.connection, named);

  useEffect(() => {
    if (known !== undefined) onPractice(known.practice);
  }, [known, onPractice]);

  const lock = useCallback(async () => {
    await Promise.allSettled([...saves.current].map((save) => save()));
    await session.lock();
  }, [session]);

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
        answers,
      },
    [session, chart, known, status, kept, lock, answers],
  );

  return (
    <>
      {value === undefined ? (
        <OpeningScreen words={opening} status={status} error={error} onBack={() => void lock()} />
      ) : (
        <SessionContext value={value}>{children}</SessionContext>
      )}
      <IdleLock
        minutes={settled?.policies.idleMinutes ?? policyDefaults.idleMinutes}
        onLock={() => {
          onIdle();
          void lock();
        }}
      />
    </>
  );
}
