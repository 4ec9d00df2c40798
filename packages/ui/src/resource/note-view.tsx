/** A signed note as it was written: title, date, sections, addenda in order, who signed what and that it was checked. */
import type { Composition, CompositionSection } from '@keychart/fhir';
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EntryProps } from '../entry.ts';
import { SignerLine } from '../signing/signer-line.tsx';
import { When } from '../text/practice-time.tsx';
import { SafeNarrative } from '../text/safe-narrative.tsx';
import classes from './note-view.module.css';
import { EntryMarks } from './record-line.tsx';

export interface NoteViewProps {
  readonly entry: EntryProps<Composition>;
  /** Oldest first. */
  readonly addenda?: readonly EntryProps<Composition>[];
  readonly actions?: ReactNode;
}

export function NoteView({ entry, addenda = [], actions }: NoteViewProps) {
  const { title, date, section = [] } = entry.resource;
  return (
    <article className={classes.note} aria-label={title ?? 'Note'}>
      <header className={classes.head}>
        <Title order={2}>{title ?? 'Note'}</Title>
        <span className={classes.date}>
          <When date={date} time />
        </span>
        {actions !== undefined && <span className={`${classes.actions} kc-screen-only`}>{actions}</span>}
      </header>
      <EntryMarks entry={{ ...entry, versions: 1 }} />
      <Sections sections={section} level={3} />
      <SignerLine signer={entry.signer} at={entry.signedAt} />
      {entry.versions > 1 && <SignerLine signer={entry.changedBy} at={entry.changedAt} verb="Last changed" />}
      {addenda.map((addendum) => (
        <section
          key={addendum.id}
          className={classes.addendum}
          aria-label={`Addendum by ${addendum.signer.name}`}
        >
          <Title order={3}>Addendum</Title>
          <EntryMarks entry={addendum} />
          <Sections sections={addendum.resource.section ?? []} level={3} hideTitles />
          <SignerLine signer={addendum.signer} at={addendum.signedAt} />
        </section>
      ))}
    </article>
  );
}

interface SectionsProps {
  readonly sections: readonly CompositionSection[];
  readonly level: 3 | 4 | 5;
  readonly hideTitles?: boolean;
}

function Sections({ sections, level, hideTitles = false }: SectionsProps) {
  return sections.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a signed note does not change, its sections have no other identity
    <section key={index} className={classes.section}>
      {part.title !== undefined && !hideTitles && <Title order={level}>{part.title}</Title>}
      <SafeNarrative div={part.text?.div} />
      {part.section !== undefined && <Sections sections={part.section} level={level === 3 ? 4 : 5} />}
    </section>
  ));
}
