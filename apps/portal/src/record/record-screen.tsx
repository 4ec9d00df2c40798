/** The record: its sections with the latest line of each. */
import { usePeople } from '../people/people-context.ts';
import { Page } from '../shell/page.tsx';
import { PORTAL_SECTIONS } from './portal-sections.tsx';
import classes from './record-screen.module.css';
import { SectionRow } from './section-row.tsx';
import { UnreadableLine } from './unreadable-line.tsx';

export function RecordScreen() {
  const { person } = usePeople();
  return (
    <Page title="Record">
      <ul className={classes.list} aria-label="Sections of the record">
        {PORTAL_SECTIONS.map((section) => (
          <SectionRow key={section.key} section={section} />
        ))}
      </ul>
      <UnreadableLine patientId={person.patientId} />
    </Page>
  );
}
