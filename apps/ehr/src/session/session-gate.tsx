/** Opens what a session needs before the first screen, locks it after 15 quiet minutes, and tells when it is locked. */
import type { ChartStatus, Identity, Practice } from '@keychart/chart';
import type { Session } from '@keychart/chart/browser';
import { ErrorNote, LoadingLines, useIdleLock } from '@keychart/ui';
import { Container } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SessionContext, type SessionValue } from './session-context.tsx';
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
  const [known, setKnown] = useState<{ identity: Identity; practice: Practice }>();
  const [error, setError] = useState<string>();
  const [kept, setKept] = useState(!keepable);
  const saves = useRef(new Set<() => Promise<void>>());
  const { value: status } = useWatch<ChartStatus>('status', (callback) => chart.watchStatus(callback));

  useEffect(() => {
    Promise.all([chart.identity(), chart.practice()]).then(
      ([identity, practice]) => {
        setKnown({ identity, practice });
        onPractice(practice);
      },
      (fault: unknown) => setError(fault instanceof Error ? fault.message : String(fault)),
    );
  }, [chart, onPractice]);

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

  if (error !== undefined) {
    return (
      <Container size="xs" py="xl">
        <ErrorNote
          title="The practice could not be opened"
          detail={error}
          retry={{ label: 'Back to log in', onRetry: () => void session.lock() }}
        />
      </Container>
    );
  }
  if (value === undefined) {
    return (
      <Container size="xs" py="xl">
        <LoadingLines label="Opening the practice" />
      </Container>
    );
  }
  return <SessionContext value={value}>{children}</SessionContext>;
}
