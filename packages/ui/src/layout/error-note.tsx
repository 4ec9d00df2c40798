/** An error in three parts: what happened, what was kept, what to do. Announced when it appears. */
import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { RefusalText } from './refusal-text.tsx';

export interface ErrorNoteProps {
  readonly title: string;
  /** A sentence for people, or the practice's own words (`restricted: …`), which are then said plainly. */
  readonly detail?: string | undefined;
  /** What was not lost, e.g. `Your note is saved on this device.` */
  readonly kept?: string | undefined;
  readonly retry?: { readonly label: string; readonly onRetry: () => void } | undefined;
}

export function ErrorNote({ title, detail, kept, retry }: ErrorNoteProps) {
  return (
    <Alert
      color="critical"
      variant="light"
      role="alert"
      title={title}
      icon={<IconAlertTriangle aria-hidden />}
    >
      {detail !== undefined && <RefusalText reason={detail} />}
      {kept !== undefined && (
        <Text size="sm" mt="xs">
          {kept}
        </Text>
      )}
      {retry !== undefined && (
        <Button size="xs" variant="default" mt="sm" onClick={retry.onRetry}>
          {retry.label}
        </Button>
      )}
    </Alert>
  );
}
