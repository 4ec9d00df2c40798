/** One question about who reads a record, by its kind. */
import type { AccessDialogProps } from './access-dialog-props.ts';
import { guardiansIn, type NewKeyReason } from './access-words.ts';
import { GuardianDialog } from './guardian-dialog.tsx';
import { HandedOver } from './handed-over.tsx';
import { NewKey } from './new-key.tsx';
import { RemoveGuardian } from './remove-guardian.tsx';
import { ShowKey } from './show-key.tsx';
import { WidenAccess } from './widen-access.tsx';

export type AccessQuestion =
  | { readonly kind: 'add' | 'handed-over' | 'show-key' }
  | { readonly kind: 'change' | 'remove' | 'widen'; readonly npub: string }
  | { readonly kind: 'new-key'; readonly reason: NewKeyReason };

export function AccessDialog({
  question,
  ...rest
}: AccessDialogProps & { readonly question: AccessQuestion }) {
  switch (question.kind) {
    case 'add':
      return <GuardianDialog {...rest} />;
    case 'handed-over':
      return <HandedOver {...rest} />;
    case 'show-key':
      return <ShowKey {...rest} />;
    case 'new-key':
      return <NewKey {...rest} reason={question.reason} />;
    default: {
      const guardian = guardiansIn(rest.view).find(({ npub }) => npub === question.npub);
      // Taken off by a colleague meanwhile.
      if (guardian === undefined) return null;
      if (question.kind === 'widen') return <WidenAccess {...rest} guardian={guardian} />;
      return question.kind === 'remove' ? (
        <RemoveGuardian {...rest} guardian={guardian} />
      ) : (
        <GuardianDialog {...rest} guardian={guardian} />
      );
    }
  }
}
