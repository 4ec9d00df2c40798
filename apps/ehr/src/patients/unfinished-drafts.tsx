/** Notes begun and not signed, on this device: found again after a closed tab or a lock. */
import { useAsk, useChart } from '@keychart/react';
import { Section, When } from '@keychart/ui';
import { Anchor, Group, Text } from '@mantine/core';
import { besideOfDraft, draftWords } from '../open-charts/draft-keys.ts';
import { useOpenPatient } from '../open-charts/open-charts-context.ts';
import { usePatientNames } from './use-patient-names.ts';

export function UnfinishedDrafts() {
  const chart = useChart();
  const openPatient = useOpenPatient();
  // A convenience: where it cannot be asked, the drafts themselves are found again in their charts.
  const { value = [] } = useAsk('drafts', undefined, () => chart.drafts());
  const drafts = value.filter(({ key }) => besideOfDraft(key) !== undefined);
  const nameOf = usePatientNames(drafts.map(({ patientId }) => patientId));
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
