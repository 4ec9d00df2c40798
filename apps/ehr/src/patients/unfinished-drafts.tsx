/** Notes begun and not signed, on this device: found again after a closed tab or a lock. */
import type { Draft } from '@keychart/chart';
import { Section, When } from '@keychart/ui';
import { Anchor, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { besideOfDraft, draftWords } from '../chart/draft-keys.ts';
import { useOpenPatient } from '../chart/open-charts-context.ts';
import { useChart } from '../session/session-context.tsx';

interface Named extends Draft {
  readonly name: string;
}

export function UnfinishedDrafts() {
  const chart = useChart();
  const openPatient = useOpenPatient();
  const [drafts, setDrafts] = useState<readonly Named[]>([]);
  useEffect(() => {
    let over = false;
    const load = async () => {
      const found = (await chart.drafts()).filter(({ key }) => besideOfDraft(key) !== undefined);
      if (found.length === 0) return;
      const { rows } = await chart.searchPatients('', { count: 1000 });
      const names = new Map(rows.map((row) => [row.patientId, row.name]));
      if (!over)
        setDrafts(
          found.map((draft) => ({ ...draft, name: names.get(draft.patientId) ?? 'Patient not loaded yet' })),
        );
    };
    // The list is a convenience: the drafts themselves are found again in their charts.
    load().catch(() => setDrafts([]));
    return () => {
      over = true;
    };
  }, [chart]);
  if (drafts.length === 0) return null;
  return (
    <Section title="Unfinished on this device" count={drafts.length}>
      {drafts.map(({ key, patientId, savedAt, name }) => (
        <Group key={`${patientId} ${key}`} gap="sm">
          <Anchor
            component="button"
            onClick={() => openPatient(patientId, name, { beside: besideOfDraft(key) })}
          >
            {draftWords(key)} for {name}
          </Anchor>
          <Text size="xs" c="dimmed">
            last typed <When date={savedAt} time />
          </Text>
        </Group>
      ))}
    </Section>
  );
}
