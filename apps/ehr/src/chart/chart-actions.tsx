/** What one writes into a chart. Opens beside it, not over it. */
import type { PatientView } from '@keychart/chart';
import { patientName } from '@keychart/fhir';
import { useSession } from '@keychart/react';
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconArrowMerge, IconDots, IconHeartbeat, IconPencilPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';
import { mayMergePatients, mayTakeVitals, mayWriteNotes } from '../session/permissions.ts';

const DuplicateDialog = lazy(async () => ({
  default: (await import('../duplicates/duplicate-dialog.tsx')).DuplicateDialog,
}));

interface ChartActionsProps {
  readonly tab: string;
  readonly view: PatientView | undefined;
}

export function ChartActions({ tab, view }: ChartActionsProps) {
  const { identity } = useSession();
  const charts = useOpenCharts();
  const [duplicate, setDuplicate] = useState(false);
  const patient = view?.entry?.resource;
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
      {mayMergePatients(identity) && patient !== undefined && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label="More about this chart">
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconArrowMerge size={16} aria-hidden />}
              onClick={() => setDuplicate(true)}
            >
              This is a duplicate …
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Suspense>
        {duplicate && patient !== undefined && (
          <DuplicateDialog view={view!} name={patientName(patient)} onClose={() => setDuplicate(false)} />
        )}
      </Suspense>
    </Group>
  );
}
