/** While a new patient is typed: somebody born on that day with a similar name is in the practice already. */
import { useAsk, useChart } from '@keychart/react';
import { Alert, Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserQuestion } from '@tabler/icons-react';
import { useOpenPatient } from '../open-charts/open-charts-context.ts';

interface DuplicateWarningProps {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
}

export function DuplicateWarning({ given, family, birthDate }: DuplicateWarningProps) {
  const chart = useChart();
  const openPatient = useOpenPatient();
  const complete = birthDate.length === 10 && `${given}${family}`.trim() !== '';
  const [typed] = useDebouncedValue(complete ? JSON.stringify([given, family, birthDate]) : undefined, 300);
  const { value } = useAsk(typed, undefined, async () => {
    const found = await chart.similarPatients({ given, family, birthDate });
    return found.filter((row) => row.birthDate === birthDate);
  });
  if (value === undefined || value.length === 0 || !complete) return null;
  return (
    <Alert
      color="attention"
      variant="light"
      mt="md"
      icon={<IconUserQuestion aria-hidden />}
      title={value.length === 1 ? 'Perhaps already a patient' : 'Perhaps already patients'}
    >
      Born on the same day:{' '}
      {value.map(({ patientId, name }, index) => (
        <span key={patientId}>
          {index > 0 && ', '}
          <Anchor component="button" type="button" onClick={() => openPatient(patientId, name)}>
            <bdi>{name}</bdi>
          </Anchor>
        </span>
      ))}
      . Open the chart to see, or go on if this is somebody else.
    </Alert>
  );
}
