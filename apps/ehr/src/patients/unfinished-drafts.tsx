/** Notes begun and not signed, on this device: found again after a closed tab or a lock. */
import type { Draft } from '@keychart/chart';
import { Section, When } from '@keychart/ui';
import { Anchor, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { besideOfDraft, draftWords } from '../chart/draft-keys.ts';
import { useOpenPatient } from '../chart/open-charts-context.ts';
import { useChart } from '../session/session-context.tsx';
import { usePatientNames } from './use-patient-names.ts';

export function UnfinishedDrafts() {
  const chart = useChart();
  const openPatient = useOpenPatient();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const nameOf = usePatientNames(drafts.length > 0);
  useEffect(() => {
    let over = false;
    chart.drafts().then(
      (found) => {
        if (!over) setDrafts(found.filter(({ key }) => besideOfDraft(key) !== undefined));
      },
      () => {
        // A convenience: the drafts themselves are found again in their charts.
        if (!over) setDrafts([]);
      },
    );
    return () => {
      over = true;
    };
  }, [chart]);
  if (drafts.length === 0) return null;
  return (
    <Section title="Unfinished on this device" count={drafts.length}>
      {drafts.map(({ key, patientId, savedAt }) => (
        <Group key={`${patientId} ${key}`} gap="sm">
          <Anchor
            component="button"
            onClick={() => openPatient(patientId, nameOf(patientId), { beside: besideOfDraft(key) })}
          >
            {draftWords(key)} for {nameOf(patientId)}
          </Anchor>
          <Text size="xs" c="dimmed">
            last typed <When date={savedAt} time />
          </Text>
        </Group>
      ))}
    </Section>
  );
}
