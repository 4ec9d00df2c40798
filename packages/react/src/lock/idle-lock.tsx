/** Locks after 15 minutes without a touch; says so a minute before, and any touch keeps it open. */
import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './idle-lock.module.css';
import { useIdleLock } from './use-idle-lock.ts';

const LOCK_MS = 15 * 60_000;
const WARN_MS = 14 * 60_000;

export function IdleLock({ onLock }: { readonly onLock: () => void }) {
  const [round, setRound] = useState(0);
  const [warned, setWarned] = useState(false);
  useIdleLock(LOCK_MS, onLock);

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
      <Warning key={round} onQuiet={() => setWarned(true)} />
      {warned && (
        <div role="alert" className={classes.warning}>
          <Text mb="sm">Keychart locks in a minute.</Text>
          <Button size="sm" onClick={() => setWarned(false)}>
            Stay
          </Button>
        </div>
      )}
    </>
  );
}

function Warning({ onQuiet }: { readonly onQuiet: () => void }) {
  useIdleLock(WARN_MS, onQuiet);
  return null;
}
