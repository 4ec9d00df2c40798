/** Logins kept on this device: which one, and the field for what opens it. */
import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { dateText } from '../text/practice-time.tsx';

export interface SavedLoginProps {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
}

interface SavedLoginFieldsProps {
  readonly saved: readonly SavedLoginProps[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onForget?: ((id: string) => void) | undefined;
  /** What the chosen login is opened with. */
  readonly children: ReactNode;
}

export function SavedLoginFields({ saved, chosen, onChoose, onForget, children }: SavedLoginFieldsProps) {
  const login = saved.find(({ id }) => id === chosen);
  return (
    <Stack gap="sm">
      {saved.length > 1 ? (
        <NativeSelect
          label="Login on this device"
          data={saved.map(({ id, label }) => ({ value: id, label }))}
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
        />
      ) : (
        <Text fw={600}>{login?.label}</Text>
      )}
      {children}
      {login !== undefined && (
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            Kept on this device since {dateText(login.createdAt)}
          </Text>
          {onForget !== undefined && (
            <Anchor
              component="button"
              type="button"
              size="xs"
              underline="always"
              onClick={() => onForget(login.id)}
            >
              Forget this login
            </Anchor>
          )}
        </Group>
      )}
    </Stack>
  );
}
