/** A screen outside of the charts: its title in the same place on all of them, then what it is for. */
import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** The first thing to do here, at the right end. */
  readonly action?: ReactNode;
  /** Forms and texts are read in a narrow column, lists take the width. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export function Screen({ title, lead, action, narrow = false, children }: ScreenProps) {
  return (
    <div className={classes.screen}>
      <Group justify="space-between" gap="xs">
        <Title order={1} className={classes.title ?? ''}>
          {title}
        </Title>
        {action}
      </Group>
      {lead !== undefined && (
        <Text c="dimmed" maw="44rem" mt="0.25rem">
          {lead}
        </Text>
      )}
      <div className={classes.content} data-narrow={narrow || undefined}>
        {children}
      </div>
    </div>
  );
}
