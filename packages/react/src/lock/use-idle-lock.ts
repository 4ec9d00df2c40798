/**
 * Calls `onIdle` once nobody has touched the app for a while. Goes by the clock, not by one long timer:
 * timers stand still while a laptop sleeps or a tab is hidden.
 */
import { useEffect, useEffectEvent } from 'react';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_EVERY_MS = 5_000;

/** @param idleMs e.g. 15 minutes = 900,000. */
export function useIdleLock(idleMs: number, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    let last = Date.now();
    let done = false;
    const touch = () => {
      // Somebody coming back after the time is up finds it locked, however soon they move the mouse.
      if (Date.now() - last < idleMs) last = Date.now();
    };
    const look = () => {
      if (done || Date.now() - last < idleMs) return;
      done = true;
      idle();
    };
    const timer = setInterval(look, Math.min(LOOK_EVERY_MS, idleMs));
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touch, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [idleMs]);
}
