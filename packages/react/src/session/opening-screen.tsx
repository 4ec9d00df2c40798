/** Between the login and the first screen: what is happening, and a way back when it does not. */
import type { ChartStatus } from '@keychart/chart';
import { DoorFrame, describeConnection, ErrorNote, LoadingLines, sentence } from '@keychart/ui';
import { Button, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';

export interface OpeningWords {
  /** `Opening the practice` */
  readonly title: string;
  /** `The practice could not be opened` */
  readonly failed: string;
}

interface OpeningScreenProps {
  readonly words: OpeningWords;
  readonly status: ChartStatus | undefined;
  readonly error: string | undefined;
  readonly onBack: () => void;
}

const PATIENCE_MS = 3000;

export function OpeningScreen({ words, status, error, onBack }: OpeningScreenProps) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const stuck = error ?? (slow ? stuckText(status) : undefined);
  return (
    <DoorFrame>
      {stuck === undefined ? (
        <>
          <Title order={1} mb="md">
            {words.title}
          </Title>
          <LoadingLines label={words.title} />
        </>
      ) : (
        <ErrorNote title={words.failed} detail={stuck} />
      )}
      {slow && stuck === undefined && (
        <Text c="dimmed" mt="sm">
          {describeConnection(status).hint} The first time on a device takes longer.
        </Text>
      )}
      {(slow || stuck !== undefined) && (
        <Button variant="default" mt="lg" onClick={onBack}>
          Back to log in
        </Button>
      )}
    </DoorFrame>
  );
}

/** Why it does not go on by itself at the moment; undefined while it does. */
function stuckText(status: ChartStatus | undefined): string | undefined {
  switch (status?.connection) {
    case 'refused':
      return describeConnection(status).hint;
    case 'offline':
      return `${sentence(status.detail ?? 'The practice cannot be reached')} This login has not been opened on this device before. It opens by itself as soon as the practice can be reached.`;
    case 'live':
      // Connected, and something else is in the way: a signer that refuses, a full disk.
      return status.detail;
    default:
      return undefined;
  }
}
