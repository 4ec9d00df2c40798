/** One line of who reads a record, with what can be changed about it. */
import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { AccessQuestion } from './access-dialog.tsx';
import classes from './family-access.module.css';

export type OnAsk = ((question: AccessQuestion) => void) | undefined;

interface ReaderProps {
  readonly name: string;
  readonly what: string;
  readonly facts: string;
  readonly over?: boolean;
  readonly children: React.ReactNode;
}

export function Reader({ name, what, facts, over = false, children }: ReaderProps) {
  return (
    <li className={classes.reader} data-over={over || undefined}>
      <div className={classes.words}>
        <bdi className={classes.name}>{name}</bdi>
        <Text size="sm" c={over ? 'var(--kc-attention)' : 'dimmed'}>
          {what}, {facts}
        </Text>
      </div>
      {children}
    </li>
  );
}

export function ReaderMenu({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon
          className="kc-screen-only"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Change access of ${name}`}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
