/** A signed note with its addenda, what can be added to it, its history; made to be printed. */

import type { Entry } from '@keychart/chart';
import type { Composition } from '@keychart/fhir';
import { useEntries, useSession } from '@keychart/react';
import { DeliveryMark, NoteView } from '@keychart/ui';
import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { History } from '../entry/history.tsx';
import { RemoveEntry } from '../entry/remove-entry.tsx';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';
import { mayWriteNotes } from '../session/permissions.ts';

interface NoteScreenProps {
  readonly tab: string;
  readonly patientId: string;
  readonly entry: Entry<Composition>;
}

export function NoteScreen({ tab, patientId, entry }: NoteScreenProps) {
  const { identity, practice } = useSession();
  const charts = useOpenCharts();
  const { entries } = useEntries<Composition>(patientId, {
    types: ['Composition'],
    relatesTo: entry.id,
    order: 'oldest',
    count: 200,
  });
  const addenda = entries.filter(({ relatesTo }) => relatesTo?.as === 'addendum');
  const write = (kind: 'addendum' | 'correction') => charts.change(tab, { beside: { kind, id: entry.id } });
  return (
    <>
      <p className="kc-print-only">{practice.name}</p>
      <NoteView entry={entry} addenda={addenda} />
      {entry.delivery.state === 'accepted' && <DeliveryMark delivery={entry.delivery} quiet={false} />}
      <Group className="kc-screen-only" gap="sm">
        {mayWriteNotes(identity) && entry.removed === undefined && (
          <>
            <Button variant="default" size="xs" onClick={() => write('addendum')}>
              Add an addendum
            </Button>
            <Button variant="default" size="xs" onClick={() => write('correction')}>
              Correct
            </Button>
          </>
        )}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => print()}
        >
          Print
        </Button>
        <RemoveEntry patientId={patientId} entry={entry} />
      </Group>
      <History entry={entry} />
    </>
  );
}
