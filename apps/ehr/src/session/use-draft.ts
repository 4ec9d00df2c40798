/**
 * Something half written, kept on this device as it is typed. Saved a moment after the last key, and at once when the
 * tab is hidden, closed, left or locked: nothing typed is lost.
 */
import { useSession } from '@keychart/react';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

export type DraftState = 'loading' | 'empty' | 'unsaved' | 'saved' | 'failed';

export interface DraftHandle<T> {
  /** Undefined until it is known whether there is one. */
  readonly body: T | undefined;
  readonly state: DraftState;
  readonly savedAt: string | undefined;
  readonly change: (next: T) => void;
  readonly flush: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

const QUIET_MS = 300;

/** @param start the body of a new draft; @param key one draft a key and patient. */
export function useDraft<T>(patientId: string, key: string, start: () => T): DraftHandle<T> {
  const { chart, beforeLock } = useSession();
  const [body, setBody] = useState<T>();
  const [state, setState] = useState<DraftState>('loading');
  const [savedAt, setSavedAt] = useState<string>();
  const pending = useRef<{ body: T } | undefined>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  const begin = useEffectEvent(start);

  useEffect(() => {
    let over = false;
    chart.draft(patientId, key).then(
      (found) => {
        if (over) return;
        setBody(found === undefined ? begin() : (found.body as T));
        setSavedAt(found?.savedAt);
        setState(found === undefined ? 'empty' : 'saved');
      },
      () => {
        if (over) return;
        setBody(begin());
        setState('failed');
      },
    );
    return () => {
      over = true;
    };
  }, [chart, patientId, key]);

  const flush = useCallback(async () => {
    const save = async () => {
      const next = pending.current;
      if (next === undefined) return;
      pending.current = undefined;
      try {
        await chart.saveDraft(patientId, key, next.body);
        setSavedAt(new Date().toISOString());
        if (pending.current === undefined) setState('saved');
      } catch {
        // Kept as pending: the next key stroke or the next flush tries again, and the state says so.
        pending.current ??= next;
        setState('failed');
      }
    };
    // One save after the other: an older text must never land on a newer one.
    running.current = running.current.then(save);
    await running.current;
  }, [chart, patientId, key]);

  useEffect(() => {
    if (state !== 'unsaved' || body === undefined) return;
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [state, body, flush]);

  useEffect(() => {
    const leave = () => void flush();
    const undo = beforeLock(flush);
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    return () => {
      undo();
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', leave);
      void flush();
    };
  }, [beforeLock, flush]);

  const change = useCallback((next: T) => {
    pending.current = { body: next };
    setBody(next);
    setState('unsaved');
  }, []);

  const discard = useCallback(async () => {
    pending.current = undefined;
    await running.current;
    await chart.discardDraft(patientId, key);
  }, [chart, patientId, key]);

  return { body, state, savedAt, change, flush, discard };
}
