/** One's own key as an encrypted text (NIP-49), to log in on another device. */
import { NewPassphraseForm, useSession } from '@keychart/react';
import { CopyText } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';

export function ExportKey() {
  const { session } = useSession();
  const [text, setText] = useState<string>();
  if (text !== undefined) return <Exported text={text} />;
  return (
    <NewPassphraseForm
      name="Take your key along"
      label="Passphrase for the file"
      submitLabel="Make an encrypted key"
      failed="Not made"
      onSubmit={async (passphrase) => setText(await session.exportPassphraseFile(passphrase))}
    >
      <Text size="sm">
        Makes an encrypted key, to log in on another device. It is worthless to anybody without the
        passphrase.
      </Text>
    </NewPassphraseForm>
  );
}

function Exported({ text }: { readonly text: string }) {
  return (
    <CopyText text={text}>
      <Button
        variant="default"
        component="a"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        download="keychart-encrypted-key.txt"
      >
        Save as a file
      </Button>
    </CopyText>
  );
}
