/**
 * Calls `onIdle` once nobody has touched the app for a while, or the machine has slept. Goes by the clock, not by one
 * long timer: timers stand still while a laptop sleeps or a tab is hidden.
 */
import { useEffect, useEffectEvent } from 'react';
import { hasSlept, LOOK_EVERY_MS } from './has-slept.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Whatever comes first when a machine wakes up or a tab comes back. */
const WAKING = ['pageshow', 'focus', 'online'] as const;

/** @param idleMs e.g. 15 minutes = 900,000. */
export function useIdleLock(idleMs: number, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    let last = Date.now();
    let looked = last;
    let seen = document.visibilityState === 'visible';
    const desk = matchMedia('(pointer: fine)').matches;
    let done = false;
    const touch = () => {
      // Somebody coming back after the time is up finds it locked, however soon they move the mouse.
      look();
      if (!done) last = Date.now();
    };
    const look = () => {
      if (done) return;
      const now = Date.now();
      const slept = hasSlept(now - looked, { seen, desk });
      looked = now;
      seen = document.visibilityState === 'visible';
      if (!slept && now - last < idleMs) return;
      done = true;
      idle();
    };
    const timer = setInterval(look, Math.min(LOOK_EVERY_MS, idleMs));
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true, capture: true });
    for (const sign of WAKING) addEventListener(sign, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touch, { capture: true });
      for (const sign of WAKING) removeEventListener(sign, look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [idleMs]);
}
