/** A document that came with the record: kind, date, author, and its text where it is plain text kept inside. */
import type { Attachment, DocumentReference } from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';
import { conceptText, referenceText } from '../text/fhir-text.ts';
import { RecordLine } from './record-line.tsx';

export function DocumentLine({ entry }: { readonly entry: EntryProps<DocumentReference> }) {
  const { type, category, date, author, content, description } = entry.resource;
  return (
    <RecordLine
      entry={entry}
      title={description ?? conceptText(type) ?? conceptText(category?.[0]) ?? 'Document'}
      date={date}
      detail={[referenceText(author?.[0]), content?.[0]?.attachment?.contentType?.split(';')[0]]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}

/** The text of an attachment kept inside the resource, when it is plain text; undefined for everything else. */
export function plainText(attachment: Attachment | undefined): string | undefined {
  if (attachment?.data === undefined || attachment.contentType?.startsWith('text/plain') !== true)
    return undefined;
  const bytes = Uint8Array.from(atob(attachment.data), (char) => char.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
