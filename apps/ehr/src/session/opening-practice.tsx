/** Between the login and the first screen: what is happening, and a way back when it does not. */
import type { ChartStatus } from '@keychart/chart';
import { describeConnection, ErrorNote, LoadingLines } from '@keychart/ui';
import { Button, Container, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

interface OpeningPracticeProps {
  readonly status: ChartStatus | undefined;
  readonly error: string | undefined;
  readonly onBack: () => void;
}

const PATIENCE_MS = 3000;

export function OpeningPractice({ status, error, onBack }: OpeningPracticeProps) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const { hint } = describeConnection(status);
  const stuck =
    error ??
    (slow && (status?.connection === 'offline' || status?.connection === 'refused') ? hint : undefined);
  return (
    <Container component="main" size="xs" py="xl">
      {stuck !== undefined ? (
        <ErrorNote
          title="The practice could not be opened"
          detail={stuck}
          retry={{ label: 'Back to log in', onRetry: onBack }}
        />
      ) : (
        <>
          <Text fw={600}>Opening the practice</Text>
          <LoadingLines label="Opening the practice" />
          {slow && (
            <>
              <Text size="sm" c="dimmed" mb="sm">
                {hint} The first time on a device takes longer.
              </Text>
              <Button variant="default" size="xs" onClick={onBack}>
                Back to log in
              </Button>
            </>
          )}
        </>
      )}
    </Container>
  );
}
