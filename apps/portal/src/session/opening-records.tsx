/** Between the login and the first screen: what is happening, and a way back when it does not. */
import type { ChartStatus } from '@keychart/chart';
import { describeConnection, ErrorNote, LoadingLines } from '@keychart/ui';
import { Button, Container, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';

interface OpeningRecordsProps {
  readonly status: ChartStatus | undefined;
  readonly error: string | undefined;
  readonly onBack: () => void;
}

const PATIENCE_MS = 4000;

export function OpeningRecords({ status, error, onBack }: OpeningRecordsProps) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Container component="main" size="xs" py="xl">
      {error === undefined && (
        <>
          <Title order={1}>Opening your records</Title>
          <LoadingLines label="Opening your records" />
        </>
      )}
      {(error !== undefined || (slow && isStuck(status))) && (
        <ErrorNote title="Your records could not be opened" detail={error ?? stuckText(status)} />
      )}
      {(slow || error !== undefined) && (
        <>
          {error === undefined && !isStuck(status) && (
            <Text c="dimmed" mt="sm">
              The first time on a device takes longer.
            </Text>
          )}
          <Button variant="default" mt="lg" onClick={onBack}>
            Back to log in
          </Button>
        </>
      )}
    </Container>
  );
}

const isStuck = (status: ChartStatus | undefined): boolean =>
  status?.connection === 'offline' || status?.connection === 'refused';

function stuckText(status: ChartStatus | undefined): string {
  if (status?.connection === 'refused') return status.detail ?? describeConnection(status).hint;
  return 'This login has not been opened on this device before, and your practice cannot be reached. It opens by itself as soon as it can.';
}
