/** What one keeps an eye on while writing: allergies, problems, medications. Stays beside every section. */

import type {
  AllergyIntolerance,
  Condition,
  MedicationRequest,
  MedicationStatement,
  Resource,
} from '@keychart/fhir';
import { type Entries, useEntries } from '@keychart/react';
import {
  AllergyLine,
  allergyState,
  chartSection,
  conceptText,
  isCurrent,
  LoadingLines,
  referenceText,
} from '@keychart/ui';
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './chart-screen.module.css';

interface SummaryColumnProps {
  readonly patientId: string;
  readonly allergies: Entries<AllergyIntolerance>;
}

const SHOWN = 12;
/** What holds today may have begun long ago. */
const LOOKED_AT = 1000;

export function SummaryColumn({ patientId, allergies }: SummaryColumnProps) {
  const problems = useEntries<Condition>(patientId, { ...chartSection('problems').query, count: LOOKED_AT });
  const medications = useEntries<MedicationRequest | MedicationStatement>(patientId, {
    ...chartSection('medications').query,
    count: LOOKED_AT,
  });
  const state = allergyState(allergies.entries, allergies.state);
  const active = problems.entries.filter(({ resource }) => isCurrent(resource));
  const current = medications.entries.filter(({ resource }) => isCurrent(resource));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
    <aside className={classes.summary} aria-label="Summary" tabIndex={0}>
      <Title order={2} size="h3" mt="xs">
        Allergies
      </Title>
      {state.kind === 'loading' && <LoadingLines label="Loading allergies" lines={1} />}
      {state.kind === 'not-asked' && <Text size="sm">Not asked yet.</Text>}
      {state.kind === 'none-known' && <Text size="sm">{state.words}</Text>}
      {state.kind === 'list' && state.active.map((entry) => <AllergyLine key={entry.id} entry={entry} />)}
      <Names
        title="Active problems"
        found={problems}
        names={active.map(({ resource }) => conceptText(resource.code) ?? 'unnamed')}
        none="None active."
      />
      <Names
        title="Current medications"
        found={medications}
        names={current.map(
          ({ resource }) =>
            conceptText(resource.medicationCodeableConcept) ??
            referenceText(resource.medicationReference) ??
            'named elsewhere',
        )}
        none="None current."
      />
    </aside>
  );
}

interface NamesProps {
  readonly title: string;
  readonly found: Entries<Resource>;
  readonly names: readonly string[];
  readonly none: string;
}

function Names({ title, found, names, none }: NamesProps): ReactNode {
  const unique = [...new Set(names)];
  return (
    <>
      <Title order={2} size="h3" mt="lg">
        {title}
      </Title>
      {found.state === 'loading' && <LoadingLines label={`Loading ${title}`} lines={2} />}
      {found.state !== 'loading' && unique.length === 0 && (
        <Text size="sm">{found.state === 'complete' ? none : 'None so far.'}</Text>
      )}
      {unique.slice(0, SHOWN).map((name) => (
        <Text key={name} size="sm" py={2}>
          {name}
        </Text>
      ))}
      {unique.length > SHOWN && (
        <Text size="xs" c="dimmed">
          and {unique.length - SHOWN} more
        </Text>
      )}
    </>
  );
}
