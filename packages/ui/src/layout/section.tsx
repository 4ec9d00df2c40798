/** A titled part of a page: heading, optional count and action, then content. Space and a line, no box. */
import { Badge, Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly level?: 2 | 3;
  readonly count?: number | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, level = 2, count, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <Group justify="space-between" wrap="nowrap" className={classes.head}>
        <Group gap="sm" wrap="nowrap">
          <Title order={level} id={id}>
            {title}
          </Title>
          {count !== undefined && count > 0 && (
            <Badge color="gray" size="sm" className={classes.count}>
              {count}
            </Badge>
          )}
        </Group>
        {action}
      </Group>
      {children}
    </section>
  );
}
