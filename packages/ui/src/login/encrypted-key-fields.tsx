/** An encrypted key (NIP-49), pasted or from a file, and its passphrase. */
import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { PassphraseField } from './passphrase-field.tsx';

interface EncryptedKeyFieldsProps {
  readonly encrypted: string;
  readonly passphrase: string;
  readonly onEncrypted: (text: string) => void;
  readonly onPassphrase: (text: string) => void;
}

export function EncryptedKeyFields({
  encrypted,
  passphrase,
  onEncrypted,
  onPassphrase,
}: EncryptedKeyFieldsProps) {
  const read = async (file: File | null) => {
    if (file !== null)
      onEncrypted(
        (await file.text()).match(/ncryptsec1[a-z0-9]+/)?.[0] ?? 'This file holds no encrypted key.',
      );
  };
  return (
    <Stack gap="sm">
      <Textarea
        label="Encrypted key"
        description="Starts with ncryptsec1."
        value={encrypted}
        onChange={(event) => onEncrypted(event.currentTarget.value)}
        autosize
        data-autofocus
        minRows={2}
        maxRows={4}
        spellCheck={false}
        autoComplete="off"
      />
      <Group>
        <FileButton onChange={(file) => void read(file)} accept="text/plain,.txt,.key,.ncryptsec">
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              Choose file
            </Button>
          )}
        </FileButton>
      </Group>
      <PassphraseField value={passphrase} onChange={onPassphrase} />
    </Stack>
  );
}
