/** Names of drafts, and what each opens. */
import type { Beside } from './open-charts.ts';

export const NOTE_DRAFT = 'note';
export const VITALS_DRAFT = 'vitals';
export const addendumDraft = (id: string): string => `addendum ${id}`;
export const correctionDraft = (id: string): string => `correction ${id}`;

/** What to open beside the chart for a draft; undefined for keys that are not ours (a refused text kept by the chart). */
export function besideOfDraft(key: string): Beside | undefined {
  if (key === NOTE_DRAFT || key === VITALS_DRAFT) return { kind: key };
  const [kind, id] = key.split(' ');
  return (kind === 'addendum' || kind === 'correction') && id !== undefined ? { kind, id } : undefined;
}

const WORDS = { note: 'Note', vitals: 'Vitals', addendum: 'Addendum', correction: 'Correction' } as const;

export function draftWords(key: string): string {
  const beside = besideOfDraft(key);
  return beside === undefined ? 'Text' : WORDS[beside.kind];
}
