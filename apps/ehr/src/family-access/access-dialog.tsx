/** One question about who reads a record, by its kind. */
import type { PatientView } from '@keychart/chart';
import type { NewKeyReason } from './access-words.ts';
import { GuardianDialog } from './guardian-dialog.tsx';
import { HandedOver } from './handed-over.tsx';
import { NewKey } from './new-key.tsx';
import { RemoveGuardian } from './remove-guardian.tsx';

export type AccessQuestion =
  | { readonly kind: 'add' | 'handed-over' }
  | { readonly kind: 'change' | 'remove'; readonly npub: string }
  | { readonly kind: 'new-key'; readonly reason: NewKeyReason };

export interface AccessDialogProps {
  readonly view: PatientView;
  /** The patient's. */
  readonly name: string;
  readonly onClose: () => void;
  /** @param what a sentence for people. */
  readonly onDone: (what: string) => void;
}

export function AccessDialog({
  question,
  ...rest
}: AccessDialogProps & { readonly question: AccessQuestion }) {
  switch (question.kind) {
    case 'add':
      return <GuardianDialog {...rest} />;
    case 'handed-over':
      return <HandedOver {...rest} />;
    case 'new-key':
      return <NewKey {...rest} reason={question.reason} />;
    default: {
      const guardian = rest.view.guardians.find(({ npub }) => npub === question.npub);
      // Taken off by a colleague meanwhile.
      if (guardian === undefined) return null;
      return question.kind === 'remove' ? (
        <RemoveGuardian {...rest} guardian={guardian} />
      ) : (
        <GuardianDialog {...rest} guardian={guardian} />
      );
    }
  }
}
