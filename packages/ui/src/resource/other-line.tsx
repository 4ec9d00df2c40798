/** Any resource without a line of its own: its kind in words and the best text it has. Nothing in a chart is hidden. */

import { recordDate } from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';
import { kindText, resourceTitle, statusText } from '../text/resource-title.ts';
import { RecordLine } from './record-line.tsx';

interface OtherLineProps {
  readonly entry: EntryProps;
  /** False in a list of one kind only, where the status says more. */
  readonly kind?: boolean;
}

export function OtherLine({ entry, kind = true }: OtherLineProps) {
  const { resource } = entry;
  return (
    <RecordLine
      entry={entry}
      title={resourceTitle(resource)}
      date={recordDate(resource) ?? entry.signedAt}
      detail={kind ? kindText(resource.resourceType) : statusText(resource)}
    />
  );
}
