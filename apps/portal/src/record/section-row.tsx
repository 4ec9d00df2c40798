/** One section in the list: its name, how much is in it, and the latest line of it. */

import type { Entry } from '@keychart/chart';
import { VITAL_SIGNS } from '@keychart/clinical';
import type { AllergyIntolerance, Observation, Resource } from '@keychart/fhir';
import { type Entries, useEntries, useUnits } from '@keychart/react';
import {
  allergyState,
  conceptText,
  recordDate,
  type SectionKey,
  type UnitSystem,
  type VitalsRow,
  vitalDisplay,
  vitalsRows,
  When,
} from '@keychart/ui';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePersonId } from '../people/people-context.ts';
import { latestLine } from './latest-line.ts';
import { OVER_IN, SPLIT_COUNT } from './over-in.ts';
import type { PortalSection } from './portal-sections.tsx';
import classes from './record-screen.module.css';
import { SECTION_ICONS } from './section-icons.ts';

/**
 * All allergies are looked at: the newest alone would not say which of the three states it is. Of vitals, what is taken at
 * one moment.
 */
const LOOKED_AT: Readonly<Partial<Record<SectionKey, number>>> = {
  allergies: SPLIT_COUNT,
  medications: SPLIT_COUNT,
  problems: SPLIT_COUNT,
  vitals: 16,
};
/** Names in the list of sections. */
const SHOWN_NAMES = 3;
/** Values in the list of sections. */
const SHOWN_VALUES = 2;

export function SectionRow({ section }: { readonly section: PortalSection }) {
  const found = useEntries(usePersonId(), {
    ...section.query,
    count: LOOKED_AT[section.key] ?? 1,
  });
  const Icon = SECTION_ICONS[section.key];
  if (!section.always && found.total === 0) return null;
  return (
    <li>
      <Link to="/record/$section" params={{ section: section.key }} className={classes.row}>
        <span className={classes.icon}>
          <Icon size={22} stroke={1.7} aria-hidden />
        </span>
        <span className={classes.text}>
          <span className={classes.title}>{section.title}</span>
          <span className={classes.latest}>
            <Latest section={section} found={found} />
          </span>
        </span>
        {found.state !== 'loading' && found.total > 0 && <span className={classes.count}>{found.total}</span>}
        <IconChevronRight size={20} aria-hidden className={classes.chevron} />
      </Link>
    </li>
  );
}

function Latest({
  section,
  found,
}: {
  readonly section: PortalSection;
  readonly found: Entries<Resource>;
}): ReactNode {
  const [units] = useUnits();
  if (found.error !== undefined) return <span className={classes.critical}>Could not be read</span>;
  if (section.key === 'allergies') return <AllergyWords found={found as Entries<AllergyIntolerance>} />;
  if (section.key === 'vitals') {
    const [row] = vitalsRows(found.entries as readonly Entry<Observation>[]);
    if (row !== undefined)
      return (
        <>
          {rowWords(row, units)}, <When date={row.at} />
        </>
      );
  }
  const over = OVER_IN[section.key];
  if (over !== undefined && found.total > 0) {
    const current = found.entries.filter(({ resource }) => !over(resource));
    if (current.length > 0) return listed(current.map(({ resource }) => latestLine(resource, units)));
    if (found.state === 'complete' && found.entries.length === found.total) return 'None current';
  }
  const [latest] = found.entries;
  if (latest === undefined) return found.state === 'complete' ? section.empty : 'Loading';
  const date = recordDate(latest.resource);
  return (
    <>
      {latestLine(latest.resource, units)}
      {date !== undefined && (
        <>
          , <When date={date} />
        </>
      )}
    </>
  );
}

function AllergyWords({ found }: { readonly found: Entries<AllergyIntolerance> }) {
  const now = allergyState(found.entries, found.state);
  switch (now.kind) {
    case 'loading':
      return 'Loading';
    case 'not-asked':
      return <span className={classes.attention}>Not asked yet</span>;
    case 'none-known':
      return now.words;
    case 'list':
      return now.active.length === 0 ? (
        'None active'
      ) : (
        <span className={classes.critical}>
          {now.active.map(({ resource }) => conceptText(resource.code) ?? 'unnamed substance').join(', ')}
        </span>
      );
  }
}

/** `Weight 39.8 lb, Height 43.7 in`. */
function rowWords({ cells }: VitalsRow, units: UnitSystem): string {
  return VITAL_SIGNS.flatMap(({ key, label }) => {
    const cell = cells[key];
    if (cell === undefined) return [];
    const { value, unit } = vitalDisplay(key, cell.value, units);
    return [`${label} ${value} ${unit}`];
  })
    .slice(0, SHOWN_VALUES)
    .join(', ');
}

function listed(names: readonly string[]): string {
  const more = names.length - SHOWN_NAMES;
  return `${names.slice(0, SHOWN_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
