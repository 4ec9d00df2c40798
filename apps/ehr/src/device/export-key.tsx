/** One's own key as an encrypted text (NIP-49), to log in on another device. */
import { ErrorNote, PassphraseField } from '@keychart/ui';
import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../session/session-context.tsx';
import { checkPassphrase } from './keep-login-form.tsx';

export function ExportKey() {
  const { session } = useSession();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [error, setError] = useState<string>();
  const [text, setText] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = checkPassphrase(passphrase, repeated);
    setError(wrong);
    if (wrong !== undefined || busy) return;
    setBusy(true);
    try {
      setText(await session.exportPassphraseFile(passphrase));
      setPassphrase('');
      setRepeated('');
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault));
    } finally {
      setBusy(false);
    }
  };
  if (text !== undefined) return <Exported text={text} />;
  return (
    <form onSubmit={(event) => void submit(event)} autoComplete="off">
      <Stack gap="md">
        <Text size="sm">Makes an encrypted key: worthless to anybody without the passphrase.</Text>
        <PassphraseField label="Passphrase for the file" value={passphrase} onChange={setPassphrase} />
        <PassphraseField label="Repeat the passphrase for the file" value={repeated} onChange={setRepeated} />
        {error !== undefined && <ErrorNote title="Not made" detail={error} />}
        <Group>
          <Button type="submit" variant="default" loading={busy}>
            Make an encrypted key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Exported({ text }: { readonly text: string }) {
  return (
    <Stack gap="sm">
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {text}
      </Code>
      <Group>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button
          size="xs"
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="keychart-encrypted-key.txt"
        >
          Save as a file
        </Button>
      </Group>
    </Stack>
  );
}
