/** A note as a letter: whom it is about, what was written, addenda, who signed; earlier versions under the current one. */

import type { Entry } from '@keychart/chart';
import type { Composition } from '@keychart/fhir';
import { useEntries, useSession } from '@keychart/react';
import { EntryMarks, LoadNote, Section } from '@keychart/ui';
import { Anchor } from '@mantine/core';
import { usePeople } from '../people/people-context.ts';
import { CorrectedNote, onlyMarks } from './corrected-note.tsx';
import classes from './letter.module.css';
import { LetterHead } from './letter-head.tsx';
import { NoteSections } from './note-sections.tsx';
import { RemovedNote } from './removed-note.tsx';
import { Signature, SignatureBlock } from './signed-by.tsx';
import { useOpenPage } from './use-open-page.ts';
import { Versions } from './versions.tsx';

const LOOKED_AT = 200;

export function NotePage({ entry }: { readonly entry: Entry<Composition> }) {
  const { person } = usePeople();
  const { practice } = useSession();
  const open = useOpenPage();
  const { entries, state, total } = useEntries<Composition>(person.patientId, {
    types: ['Composition'],
    relatesTo: entry.id,
    order: 'oldest',
    count: LOOKED_AT,
  });
  const addenda = entries.filter(({ relatesTo }) => relatesTo?.as === 'addendum');
  const parent = entry.relatesTo?.as === 'addendum' ? entry.relatesTo.id : undefined;
  return (
    <article className={classes.letter} aria-label={entry.resource.title ?? 'Note'}>
      <LetterHead from={practice.name} about={person} date={entry.resource.date} />
      <RemovedNote entry={entry} />
      <CorrectedNote entry={entry} />
      {parent !== undefined && (
        <Anchor component="button" type="button" ta="start" onClick={() => open('notes', [parent])}>
          Read the note this was added to
        </Anchor>
      )}
      <NoteSections sections={entry.resource.section ?? []} />
      <EntryMarks entry={onlyMarks(entry)} />
      <SignatureBlock entry={entry} />
      {addenda.map((addendum) => (
        <section
          key={addendum.id}
          className={classes.addendum}
          aria-label={`Addendum by ${addendum.signer.name}`}
        >
          <h2 className={classes.part}>Added later</h2>
          <NoteSections sections={addendum.resource.section ?? []} hideTitles />
          <Signature verb="Signed" signer={addendum.signer} at={addendum.signedAt} />
          <Versions entry={addendum} />
        </section>
      ))}
      {state !== 'complete' && (
        <Section title="Added later">
          <LoadNote state={state} shown={entries.length} total={total} what="additions" />
        </Section>
      )}
      <Versions entry={entry} />
    </article>
  );
}
