/**
 * The relay of a practice: nothing is served to, or taken from, a connection that has not proved to be somebody
 * the charter or an access list names. Holds for REQ, live delivery, COUNT and look-ups by id alike.
 */
import type { NostrEvent } from '@keychart/nostr';
import { AUDIT_HEAD } from '@keychart/protocol';
import type { Peer, Refusal, RelayPolicy } from '../policy.ts';
import { TokenBucket } from '../token-bucket.ts';
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

/**
 * What a key outside the staff may have kept here: so many events at once, then one every so many seconds, none longer.
 * Attack: the key of one parent fills the disk with gift wraps to nobody.
 */
const FAMILY = { burst: 200, seconds: 30, characters: 100_000 } as const;
/** Keys remembered for it; beyond, those who have been quiet longest are let off. */
const MOST_KEYS = 10_000;

export function practicePolicy({ root, secretKey, now = systemSeconds }: PracticeOptions): RelayPolicy {
  const state = createPracticeState(root, secretKey);
  const allowances = new Map<string, TokenBucket>();

  function whyTooMuch(event: NostrEvent, peer: Peer): Refusal {
    const at = now();
    const keys = [...peer.pubkeys];
    if (keys.some((key) => key === state.self || state.memberNow(key, at) || state.isRoot(key, at)))
      return undefined;
    if (JSON.stringify(event).length > FAMILY.characters)
      return 'restricted: this is too long to be kept here';
    const key = keys.find((each) => isKnown(state, each, at)) ?? event.pubkey;
    let allowance = allowances.get(key);
    if (!allowance) {
      allowance = new TokenBucket(1 / FAMILY.seconds, FAMILY.burst, at * 1000);
      const oldest = allowances.size >= MOST_KEYS ? allowances.keys().next().value : undefined;
      if (oldest !== undefined) allowances.delete(oldest);
    } else allowances.delete(key);
    allowances.set(key, allowance);
    return allowance.tryTake(at * 1000)
      ? undefined
      : 'rate-limited: too much was sent with this key; try again in a minute';
  }

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
      whyNotStore({ event, peer, now: now(), state }) ??
      whyTooMuch(event, peer),
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
