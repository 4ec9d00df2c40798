/** Nothing here, and that is known: says what belongs here and offers the first step. Never shown while loading. */
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** One sentence, e.g. `No medications recorded.` */
  readonly title: string;
  readonly hint?: string | undefined;
  readonly action?: ReactNode;
}

export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Stack gap="xs" py="sm" align="flex-start">
      <Text size="sm">{title}</Text>
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      {action}
    </Stack>
  );
}
