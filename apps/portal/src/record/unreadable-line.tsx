/** What arrived and could not be read or verified is counted wherever the record is listed, never left out silently. */

import type { PatientView } from '@keychart/chart';
import { useChart, useWatch } from '@keychart/react';
import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

export function UnreadableLine({ patientId }: { readonly patientId: string }) {
  const chart = useChart();
  const { value } = useWatch<PatientView>(patientId, (callback) => chart.watchPatient(patientId, callback));
  const count = value?.counts.unreadable ?? 0;
  if (count === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {count === 1 ? 'One entry' : `${count} entries`} could not be read or verified.{' '}
      <Anchor component={Link} to="/me/unreadable" size="sm" underline="always">
        See what and why
      </Anchor>
    </Text>
  );
}
