/** A key somebody has already: typed, from a file, in an extension, in a remote signer, or kept on this device. */
import { LoginForm, type WayWords, WayWordsContext } from '@keychart/react';
import { Button } from '@mantine/core';
import type { KeyWayProps } from './key-way-props.ts';
import type { SavedHere } from './use-saved-logins.ts';

const WORDS: WayWords = { form: 'Your key', submit: 'Use this key', failed: 'Not opened' };

export function BroughtKey({
  setUp,
  here,
  whyNot,
  onDone,
  onBack,
}: KeyWayProps & { readonly here: SavedHere }) {
  return (
    <>
      <WayWordsContext value={WORDS}>
        <LoginForm
          here={here}
          onLogin={async (method, steps) => {
            const reason = whyNot();
            if (reason !== undefined) return { ok: false, reason };
            const answer = await setUp.takeKey(method, steps);
            if (answer.ok) onDone();
            return answer;
          }}
        />
      </WayWordsContext>
      {onBack !== undefined && (
        <Button variant="default" onClick={onBack} style={{ alignSelf: 'flex-start' }}>
          Back
        </Button>
      )}
    </>
  );
}
