/** What one writes into a chart. Opens beside it, not over it. */
import { useSession } from '@keychart/react';
import { Button, Group } from '@mantine/core';
import { IconHeartbeat, IconPencilPlus } from '@tabler/icons-react';
import { mayTakeVitals, mayWriteNotes } from '../session/permissions.ts';
import { useOpenCharts } from './open-charts-context.ts';

export function ChartActions({ tab }: { readonly tab: string }) {
  const { identity } = useSession();
  const charts = useOpenCharts();
  return (
    <Group gap="sm" className="kc-screen-only">
      {mayTakeVitals(identity) && (
        <Button
          variant="default"
          leftSection={<IconHeartbeat size={16} aria-hidden />}
          onClick={() => charts.change(tab, { beside: { kind: 'vitals' } })}
        >
          New vitals
        </Button>
      )}
      {mayWriteNotes(identity) && (
        <Button
          leftSection={<IconPencilPlus size={16} aria-hidden />}
          onClick={() => charts.change(tab, { beside: { kind: 'note' } })}
        >
          New note
        </Button>
      )}
    </Group>
  );
}
