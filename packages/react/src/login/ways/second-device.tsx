/** Takes this login to another device: the key as a code that only the letters beside it open, shown for two minutes. */
import { ErrorNote, LoadingLines } from '@keychart/ui';
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSession } from '../../session/session-context.ts';
import { faultText } from '../../watch/fault-text.ts';
import { newCode } from '../one-time-code.ts';
import { QrCode } from '../qr-code.tsx';

const SHOWN_MS = 120_000;

type Shown =
  | { readonly state: 'making' | 'gone' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'shown'; readonly text: string; readonly code: string };

export function SecondDevice({ onDone }: { readonly onDone: () => void }) {
  const { session } = useSession();
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState<Shown>({ state: 'making' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new code
  useEffect(() => {
    let over = false;
    const code = newCode();
    setShown({ state: 'making' });
    session.exportPassphraseFile(code).then(
      (text) => {
        if (!over) setShown({ state: 'shown', text, code });
      },
      (fault: unknown) => {
        if (!over) setShown({ state: 'failed', reason: faultText(fault) });
      },
    );
    const timer = setTimeout(() => setShown({ state: 'gone' }), SHOWN_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [session, round]);

  return (
    <section aria-label="Add a second device">
      <Stack gap="md">
        {shown.state === 'making' && <LoadingLines label="Making the code" />}
        {shown.state === 'failed' && <ErrorNote title="No code was made" detail={shown.reason} />}
        {shown.state === 'gone' && (
          <Text>The code is gone from the screen. Make a new one if it is needed.</Text>
        )}
        {shown.state === 'shown' && (
          <>
            <Text size="sm">
              On the other device open <b>{`${location.origin}${location.pathname}`}</b>, choose{' '}
              <b>From another device</b>, scan this code and type the letters below it. Nobody else should see
              this screen: who has both the code and the letters has your login. They disappear after two
              minutes.
            </Text>
            <QrCode text={shown.text} label="This login as a code" side="18rem" />
            <Text fz="xl" fw={600} ff="monospace" aria-label="Letters of the code">
              {shown.code}
            </Text>
            <details>
              <summary>No camera? Copy the text of the code</summary>
              <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
                {shown.text}
              </Code>
            </details>
          </>
        )}
        <Group gap="sm">
          {(shown.state === 'gone' || shown.state === 'failed') && (
            <Button variant="default" onClick={() => setRound(round + 1)}>
              Make a new code
            </Button>
          )}
          <Button onClick={onDone}>Done</Button>
        </Group>
      </Stack>
    </section>
  );
}
