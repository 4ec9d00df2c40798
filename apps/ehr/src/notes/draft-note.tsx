/** Says whether what is typed is safe. */

import { When } from '@keychart/ui';
import { Text } from '@mantine/core';
import type { DraftState } from '../session/use-draft.ts';

interface DraftNoteProps {
  readonly state: DraftState;
  readonly savedAt: string | undefined;
}

export function DraftNote({ state, savedAt }: DraftNoteProps) {
  return (
    <Text size="xs" c={state === 'failed' ? 'var(--kc-critical)' : 'dimmed'} role="status">
      {state === 'unsaved' && 'Saving on this device…'}
      {state === 'saved' && (
        <>
          Saved on this device <When date={savedAt} time />
        </>
      )}
      {state === 'failed' && 'Not saved: this device could not keep the draft. Do not close this page.'}
      {(state === 'empty' || state === 'loading') && 'A draft is kept on this device as you type.'}
    </Text>
  );
}
