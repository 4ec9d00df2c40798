/** Gift wraps to this key, opened one after the other: grants and answers out of them, and what could not be opened. */
import { type NostrEvent, type Signer, unwrap, verifyEvent } from '@keychart/nostr';
import {
  BREAK_GLASS_REQUEST,
  EPOCH_GRANT,
  GUARDIAN_GRANT,
  INVITATION_CLAIM,
  PAIR_GRANT,
  PATIENT_KEYRING,
} from '@keychart/protocol';
import type { StoredGrant } from '../../keys/stored-grant.ts';
import type { StoredProblem } from '../../record/stored-record.ts';

const grantKinds = [
  EPOCH_GRANT,
  PATIENT_KEYRING,
  GUARDIAN_GRANT,
  INVITATION_CLAIM,
  PAIR_GRANT,
  BREAK_GLASS_REQUEST,
];

export interface OpenedWraps {
  readonly grants: readonly StoredGrant[];
  readonly problems: readonly StoredProblem[];
  /** The signer refused or is gone: what it had opened until then is here, the others are to be tried again. */
  readonly failed?: { readonly error: unknown };
}

export async function openWraps(events: readonly NostrEvent[], signer: Signer): Promise<OpenedWraps> {
  const grants: StoredGrant[] = [];
  const problems: StoredProblem[] = [];
  for (const event of events) {
    let opened: Awaited<ReturnType<typeof unwrap>>;
    try {
      opened = await unwrap(event, signer);
    } catch (error) {
      return { grants, problems, failed: { error } };
    }
    if ('error' in opened) problems.push(problemOf(event, 'decryption', opened.error));
    else if (grantKinds.includes(opened.rumor.kind)) {
      const { kind, created_at, content, id } = opened.rumor;
      const named = kind === BREAK_GLASS_REQUEST && { rumor: id };
      const grant = { wrapId: event.id, kind, sender: opened.sender, at: created_at, content, ...named };
      // Of a claim the wrap's own signature counts: it is by the invite key.
      const isClaim = kind === INVITATION_CLAIM;
      if (isClaim && !verifyEvent(event))
        problems.push(problemOf(event, 'signature', 'the answer to an invitation is not signed rightly'));
      else grants.push({ ...grant, ...(isClaim && { wrapKey: event.pubkey }) });
    }
  }
  return { grants, problems };
}

export function problemOf(
  event: NostrEvent,
  check: StoredProblem['check'],
  reason: string,
  patientId?: string,
): StoredProblem {
  const { id, created_at: at, kind } = event;
  return { id, at, kind, check, reason, ...(patientId !== undefined && { patientId }) };
}
