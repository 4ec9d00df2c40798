/**
 * A channel as its reader knows it: which patient, compartment, epoch and generation it is, and the key that
 * opens its records. Staff derive it from the epoch secret; families are handed the shared key.
 */
import { type ConversationKey, getPublicKey, type PublicKeyOf } from '@keychart/nostr';
import {
  blindPatient,
  conversationKeyOfGrant,
  derivePairKey,
  type PairKey,
  type PatientIndexEntry,
  type PatientRef,
  patientKeyIn,
  patientSharedX,
  practiceConversationKey,
  type SharedKey,
} from '@keychart/protocol';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { PatientId } from '../api/chart.ts';
import type { LentKey } from './lent-keys.ts';

export interface Channel {
  readonly Q: string;
  readonly c: string;
  readonly n: number;
  readonly g: number;
  readonly patientId: PatientId | undefined;
  /** Opens `content` (practice) or `patient-content` (patient). */
  readonly side: 'practice' | 'patient';
  readonly key: ConversationKey;
  /** Staff only: what writing into it takes. Made at the first call. */
  readonly writing?: () => ChannelWriting;
  /** Lent for a while, for reading: what it opens is never kept on this device's disk. */
  readonly passing?: boolean;
}

export interface ChannelWriting {
  /** Secret scalar: handed on to those who work with named patients. */
  readonly q: Uint8Array;
  readonly blind: string;
  /** Absent in a practice-wide channel. `x`: ECDH x of (q, P). */
  readonly patient?: { readonly pubkey: string; readonly key: ConversationKey; readonly x: Uint8Array };
}

export interface ChannelOwner {
  readonly ref: PatientRef;
  readonly patientId?: PatientId;
  /** Patient's public key. */
  readonly P?: string;
}

/** A channel's reading half as kept in the sealed store: deriving thousands at every start would take seconds. */
export interface KeptChannel {
  readonly c: string;
  readonly n: number;
  readonly g: number;
  readonly Q: string;
  /** Conversation key, hex. */
  readonly key: string;
}

export function keptChannel({ c, n, g, Q, key }: Channel): KeptChannel {
  return { c, n, g, Q, key: bytesToHex(key) };
}

/** As `staffChannel`, without the arithmetic until something is written. */
export function restoredChannel(secret: Uint8Array, owner: ChannelOwner, kept: KeptChannel): Channel {
  const { c, n, g, Q } = kept;
  let derived: Channel | undefined;
  return {
    Q,
    c,
    n,
    g,
    patientId: owner.patientId,
    side: 'practice',
    key: hexToBytes(kept.key) as ConversationKey,
    writing: () => {
      derived ??= staffChannel(secret, owner, c, n, g);
      return derived.writing!();
    },
  };
}

/** The channel of one patient (or the whole practice) in one compartment, epoch and generation. */
export function staffChannel(
  secret: Uint8Array,
  owner: ChannelOwner,
  c: string,
  n: number,
  g: number,
  publicKeyOf: PublicKeyOf = getPublicKey,
): Channel {
  const address = { c, n, ref: owner.ref, g };
  const pair = derivePairKey(secret, address, publicKeyOf);
  let writing: ChannelWriting | undefined;
  return {
    Q: pair.Q,
    c,
    n,
    g,
    patientId: owner.patientId,
    side: 'practice',
    key: practiceConversationKey(pair, publicKeyOf),
    writing: () => {
      // Reading never needs it: it costs an ECDH a channel.
      writing ??= {
        q: pair.q,
        blind: blindPatient(secret, address),
        ...(owner.P && { patient: patientSide(pair, owner.P) }),
      };
      return writing;
    },
  };
}

function patientSide(pair: PairKey, pubkey: string) {
  const x = patientSharedX(pair, pubkey);
  return { pubkey, x, key: conversationKeyOfGrant(x) };
}

/** Lent by a PairGrant: reads like any of the staff, writes where the grant has a blind id. */
export function lentChannel({ id, P, c, n, g, q, pt }: LentKey): Channel {
  const secret = hexToBytes(q);
  const pair: PairKey = { q: secret, Q: getPublicKey(secret) };
  const reading = {
    Q: pair.Q,
    c,
    n,
    g,
    patientId: id,
    side: 'practice' as const,
    key: practiceConversationKey(pair),
  };
  if (pt === undefined) return { ...reading, passing: true };
  let writing: ChannelWriting | undefined;
  return {
    ...reading,
    writing: () => {
      writing ??= { q: pair.q, blind: pt, patient: patientSide(pair, P) };
      return writing;
    },
  };
}

export function familyChannel(shared: SharedKey, patientId: PatientId): Channel {
  const { Q, c, n, g } = shared;
  return { Q, c, n, g, patientId, side: 'patient', key: conversationKeyOfGrant(hexToBytes(shared.x)) };
}

/** The patient's key is the one of that generation: a new one never opens what was sealed for the old. */
export function channelOwner(entry: PatientIndexEntry, c: string, g: number): Required<ChannelOwner> {
  return { ref: hexToBytes(entry.ref), patientId: entry.id, P: patientKeyIn(entry, c, g) };
}
