/** What comes next: booked visits, tests that are ordered and not done. Nothing to come, nothing shown. */

import type { Entry } from '@keychart/chart';
import type { Appointment, ServiceRequest } from '@keychart/fhir';
import { useEntries } from '@keychart/react';
import {
  appointmentWith,
  conceptText,
  resourceTitle,
  Section,
  todayIn,
  usePracticeZone,
  When,
} from '@keychart/ui';
import { IconCalendarEvent, IconClipboardList } from '@tabler/icons-react';
import { usePersonId } from '../people/people-context.ts';
import { SignedBy } from '../record/signed-by.tsx';
import classes from './news-list.module.css';

const COMING = new Set(['booked', 'pending', 'proposed', 'arrived', 'checked-in', 'waitlist']);
const LOOKED_AT = 100;

export function NextThings() {
  const personId = usePersonId();
  const timeZone = usePracticeZone();
  const visits = useEntries<Appointment>(personId, { types: ['Appointment'], count: LOOKED_AT });
  const orders = useEntries<ServiceRequest>(personId, { types: ['ServiceRequest'], count: LOOKED_AT });
  const today = todayIn(timeZone);
  const coming = visits.entries
    .filter(
      ({ resource: { status, start } }) =>
        COMING.has(status) && start !== undefined && dayOf(start, timeZone) >= today,
    )
    .sort((a, b) => Date.parse(a.resource.start!) - Date.parse(b.resource.start!));
  const open = orders.entries.filter(({ resource }) => resource.status === 'active');
  if (coming.length === 0 && open.length === 0) return null;
  return (
    <Section title="Coming up">
      <ul className={classes.next} aria-label="Coming up">
        {coming.map((entry) => (
          <ComingVisit key={entry.id} entry={entry} />
        ))}
        {open.map((entry) => (
          <li key={entry.id} className={classes.card}>
            <IconClipboardList size={24} stroke={1.7} aria-hidden />
            <span className={classes.text}>
              <span className={classes.title}>{conceptText(entry.resource.code) ?? 'Ordered'}</span>
              <span className={classes.detail}>
                Ordered <When date={entry.resource.authoredOn ?? entry.signedAt} />, no result yet
              </span>
              <SignedBy signer={entry.changedBy} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ComingVisit({ entry }: { readonly entry: Entry<Appointment> }) {
  const { start } = entry.resource;
  const whom = appointmentWith(entry.resource);
  return (
    <li className={classes.card}>
      <IconCalendarEvent size={24} stroke={1.7} aria-hidden />
      <span className={classes.text}>
        <span className={classes.title}>{resourceTitle(entry.resource)}</span>
        <span>
          <When date={start} time />
          {whom !== '' && ` with ${whom}`}
        </span>
        <SignedBy signer={entry.changedBy} />
      </span>
    </li>
  );
}

const dayOf = (start: string, timeZone: string | undefined): string => todayIn(timeZone, new Date(start));
