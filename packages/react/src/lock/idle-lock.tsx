/** Locks after a while without a touch; says so a minute before, and any touch keeps it open. */
import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './idle-lock.module.css';
import { useIdleLock } from './use-idle-lock.ts';

const MINUTE = 60_000;

interface IdleLockProps {
  readonly minutes: number;
  readonly onLock: () => void;
}

export function IdleLock({ minutes, onLock }: IdleLockProps) {
  const [round, setRound] = useState(0);
  const [warned, setWarned] = useState(false);
  const lockMs = minutes * MINUTE;
  useIdleLock(lockMs, onLock);

  useEffect(() => {
    if (!warned) return;
    const here = () => {
      setWarned(false);
      setRound((before) => before + 1);
    };
    addEventListener('pointerdown', here, { capture: true });
    addEventListener('keydown', here, { capture: true });
    return () => {
      removeEventListener('pointerdown', here, { capture: true });
      removeEventListener('keydown', here, { capture: true });
    };
  }, [warned]);

  return (
    <>
      <Warning key={round} afterMs={lockMs - Math.min(MINUTE, lockMs / 2)} onQuiet={() => setWarned(true)} />
      {warned && (
        <div role="alert" className={classes.warning}>
          <Text mb="sm">Keychart locks in {minutes > 1 ? 'a minute' : 'half a minute'}.</Text>
          <Button size="sm" onClick={() => setWarned(false)}>
            Stay
          </Button>
        </div>
      )}
    </>
  );
}

function Warning({ afterMs, onQuiet }: { readonly afterMs: number; readonly onQuiet: () => void }) {
  useIdleLock(afterMs, onQuiet);
  return null;
}
