/** An entry the practice took back: still readable, marked as entered in error, by whom and why. */
import type { Entry } from '@keychart/chart';
import { When } from '@keychart/ui';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

export function RemovedNote({ entry }: { readonly entry: Entry }) {
  if (entry.removed === undefined) return null;
  const { by, at, reason } = entry.removed;
  return (
    <Alert color="attention" icon={<IconAlertTriangle aria-hidden />} title="Entered in error">
      {by.name} took this back on <When date={at} />: {reason}
    </Alert>
  );
}
