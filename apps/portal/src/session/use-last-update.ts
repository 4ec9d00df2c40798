/**
 * When this device last had everything. Kept in the sealed store beside the records, so that an offline start can say it;
 * a note of this device only, never sent.
 */
import { useSession } from '@keychart/react';
import { useEffect, useState } from 'react';

const KEY = 'portal:last-update';
const EVERY_MS = 60_000;

/** @param patientId anybody whose chart is here: notes are kept with a person. */
export function useLastUpdate(patientId: string | undefined): string | undefined {
  const { chart, status } = useSession();
  const [at, setAt] = useState<string>();
  const live = status?.connection === 'live';

  useEffect(() => {
    if (patientId === undefined) return;
    let over = false;
    chart.draft(patientId, KEY).then(
      (draft) => {
        const body = draft?.body as { at?: unknown } | undefined;
        if (!over && typeof body?.at === 'string') setAt((known) => known ?? (body.at as string));
      },
      // Not knowing is said as not knowing.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [chart, patientId]);

  useEffect(() => {
    if (!live || patientId === undefined) return;
    const note = () => {
      const now = new Date().toISOString();
      setAt(now);
      chart.saveDraft(patientId, KEY, { at: now }).catch(() => undefined);
    };
    note();
    const timer = setInterval(note, EVERY_MS);
    return () => clearInterval(timer);
  }, [chart, patientId, live]);

  return at;
}
