/** Lines of what happens between the practice and a family outside of a visit: appointments and messages. */
import type { Appointment, Communication } from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';
import { conceptText, referenceText } from '../text/fhir-text.ts';
import { resourceTitle, statusText } from '../text/resource-title.ts';
import { RecordLine } from './record-line.tsx';

export function AppointmentLine({ entry }: { readonly entry: EntryProps<Appointment> }) {
  const { resource } = entry;
  const over = ['cancelled', 'noshow', 'entered-in-error'].includes(resource.status);
  return (
    <RecordLine
      entry={entry}
      title={resourceTitle(resource)}
      date={resource.start ?? resource.created}
      time
      detail={[appointmentWith(resource), statusText(resource)].filter(Boolean).join(' · ')}
      past={over}
    />
  );
}

/** Whom the patient meets, by name; '' where nobody is named. */
export const appointmentWith = ({ participant }: Appointment): string =>
  participant
    .filter(({ actor }) => actor?.reference?.startsWith('Patient/') !== true)
    .map(({ actor }) => referenceText(actor))
    .filter((name) => name !== undefined)
    .join(', ');

export function MessageLine({ entry }: { readonly entry: EntryProps<Communication> }) {
  const { topic, sent, received, sender } = entry.resource;
  return (
    <RecordLine
      entry={entry}
      title={conceptText(topic) ?? 'Message'}
      date={sent ?? received ?? entry.signedAt}
      time
      detail={[referenceText(sender), messageText(entry.resource)].filter(Boolean).join(': ')}
    />
  );
}

/** The words of a message; '' where it carries none. */
export const messageText = ({ payload = [] }: Communication): string =>
  payload.flatMap(({ contentString }) => contentString ?? []).join('\n');
