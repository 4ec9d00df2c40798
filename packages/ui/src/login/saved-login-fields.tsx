/** Logins kept on this device, opened with a passphrase. */
import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { dateText } from '../text/practice-time.tsx';
import { PassphraseField } from './passphrase-field.tsx';

export interface SavedLoginProps {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
}

interface SavedLoginFieldsProps {
  readonly saved: readonly SavedLoginProps[];
  readonly chosen: string;
  readonly passphrase: string;
  readonly onChoose: (id: string) => void;
  readonly onPassphrase: (text: string) => void;
  readonly onForget?: ((id: string) => void) | undefined;
}

export function SavedLoginFields({
  saved,
  chosen,
  passphrase,
  onChoose,
  onPassphrase,
  onForget,
}: SavedLoginFieldsProps) {
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
      <PassphraseField first value={passphrase} onChange={onPassphrase} />
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
