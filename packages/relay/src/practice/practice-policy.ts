/**
 * The relay of a practice: nothing is served to, or taken from, a connection that has not proved to be somebody
 * the charter or an access list names. Holds for REQ, live delivery, COUNT and look-ups by id alike.
 */
import { AUDIT_HEAD } from '@keychart/protocol';
import type { Peer, Refusal, RelayPolicy } from '../policy.ts';
import { isKnown, practiceScope } from './practice-read.ts';
import { createPracticeState, GOVERNING_KINDS } from './practice-state.ts';
import { whyNotStore } from './practice-write.ts';

export interface PracticeOptions {
  /** Public key of the practice root, whose genesis charter begins the chain. */
  readonly root: string;
  /** The relay's own key (NIP-11 `self`): access lists are encrypted to it. */
  readonly secretKey: Uint8Array;
  /** Unix seconds. */
  readonly now?: () => number;
}

export function practicePolicy({ root, secretKey, now = systemSeconds }: PracticeOptions): RelayPolicy {
  const state = createPracticeState(root, secretKey);

  function mayTalk(peer: Peer): Refusal {
    if (peer.pubkeys.size === 0) return 'auth-required: authenticate with the key the practice knows you by';
    for (const key of peer.pubkeys) {
      if (isKnown(state, key, now())) return undefined;
    }
    // Neither staff nor family: at most somebody who was invited, or told what became of the invitation.
    let refusal: Refusal = 'restricted: this key has no access to this practice';
    for (const key of peer.pubkeys) {
      const invitation = state.invitation(key, now());
      if (invitation === 'open') return undefined;
      refusal = invitation ?? refusal;
    }
    return refusal;
  }

  return {
    name: 'practice',
    auth: 'required',
    wholeSeconds: true,
    load: (store) => {
      state.load(store);
    },
    mayConnect: () => undefined,
    mayTalk,
    // Asked again here: access may have ended while the event waited for its turn. The relay itself is nobody's
    // member; over a socket its key was refused before.
    mayWrite: (event, peer) =>
      (event.kind === AUDIT_HEAD && event.pubkey === state.self ? undefined : mayTalk(peer)) ??
      whyNotStore({ event, peer, now: now(), state }),
    scope: (peer) => practiceScope(state, peer, now()),
    governs: (kind) => GOVERNING_KINDS.has(kind),
    governed: (event) => {
      state.apply(event);
    },
    nextDeadline: (at) => state.nextMoment(at),
  };
}

function systemSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
