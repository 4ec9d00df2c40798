/** Says at the top of a page that this is a later version, and where the earlier one stands. */
import type { Entry } from '@keychart/chart';
import { When } from '@keychart/ui';
import { Text } from '@mantine/core';

export function CorrectedNote({ entry }: { readonly entry: Entry }) {
  if (entry.versions < 2 || entry.removed !== undefined) return null;
  return (
    <Text c="dimmed">
      Changed by <bdi>{entry.changedBy.name}</bdi> on <When date={entry.changedAt} />. What was signed before
      stands below.
    </Text>
  );
}

/** What is left to mark where the page already tells of changes and removal in full. */
export function onlyMarks({ removed: _, ...rest }: Entry): Entry {
  return { ...rest, versions: 1 };
}
