/**
 * The channels this key can open, found by their routing key Q or by patient. Staff channels are derived when
 * first needed: the desk channel of everybody for the patient list, the others when a chart is opened.
 */
import type { PublicKeyOf } from '@keychart/nostr';
import { blindPatient, type PatientIndexEntry, PRACTICE_WIDE } from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { PatientId } from '../api/chart.ts';
import {
  type Channel,
  channelOwner,
  familyChannel,
  type KeptChannel,
  lentChannel,
  restoredChannel,
  staffChannel,
} from './channel.ts';
import type { FamilyGrant, Governance } from './governance.ts';
import type { Loan } from './lent-keys.ts';

/** The patient whose channels they are. */
interface Owner {
  readonly id: PatientId;
  /** Staff only. */
  readonly index?: PatientIndexEntry;
}

export interface ChannelBook {
  get(Q: string): Channel | undefined;
  /** Staff: derives what is missing of these compartments; answers all channels of the patient in them. */
  derive(person: Owner, compartments: readonly string[]): readonly Channel[];
  /** Staff: takes channels derived in an earlier session. */
  restore(person: Pick<Owner, 'index'>, kept: readonly KeptChannel[]): void;
  addFamily(grant: FamilyGrant): void;
  /** Takes what is lent now; what was lent and no longer is goes, and is answered. */
  setLoans(loans: readonly Loan[]): readonly Channel[];
  /** Lent channels of a patient. */
  lent(patientId: PatientId): readonly Channel[];
  of(patientId: PatientId): readonly Channel[];
  /** Where to write now; `undefined` where this key may not. */
  current(person: Owner, compartment: string): Channel | undefined;
  /**
   * Staff: the channel Q, by the blind id its records carry; deriving the channels of a whole practice to find one
   * would take seconds, hashing its patients does not.
   */
  search(
    Q: string,
    blind: string | undefined,
    persons: readonly Owner[],
    compartments: readonly string[],
  ): Channel | undefined;
  /** The practice-wide channel of a compartment, in every epoch known. */
  practiceWide(compartment: string): readonly Channel[];
}

const addressOf = (label: string, c: string, n: number, g: number) => `${label}|${c}|${n}|${g}`;

/** @param publicKeyOf the platform's fastest. */
export function channelBook(governance: Governance, publicKeyOf?: PublicKeyOf): ChannelBook {
  const byQ = new Map<string, Channel>();
  const byAddress = new Map<string, Channel>();
  const byPatient = new Map<PatientId, Channel[]>();
  /** By the secret scalar, hex. */
  const lent = new Map<string, Channel>();

  function keep(channel: Channel): Channel {
    const known = byQ.get(channel.Q);
    // What was lent for a while gives way to what this member holds now.
    if (known && (!known.passing || channel.passing)) return channel;
    byQ.set(channel.Q, channel);
    if (channel.patientId !== undefined) {
      byPatient.set(channel.patientId, [...(byPatient.get(channel.patientId) ?? []), channel]);
    }
    return channel;
  }

  function at(
    owner: Parameters<typeof staffChannel>[1],
    label: string,
    c: string,
    n: number,
    g: number,
  ): Channel | undefined {
    const address = addressOf(label, c, n, g);
    const known = byAddress.get(address);
    if (known) return known;
    const secret = governance.secret(c, n);
    if (!secret) return undefined;
    const channel = keep(staffChannel(secret, owner, c, n, g, publicKeyOf));
    byAddress.set(address, channel);
    return channel;
  }

  const practiceWide = (c: string) =>
    governance.epochs(c).flatMap((n) => at({ ref: PRACTICE_WIDE }, 'practice', c, n, 0) ?? []);
  /** Blind id → how to derive its channel; made anew when patients, generations or epochs have been added. */
  let blinds = new Map<string, () => void>();
  let blindsOf = '';

  function indexBlinds(persons: readonly Owner[], compartments: readonly string[]): void {
    const generations = persons.reduce(
      (sum, { index }) => sum + compartments.reduce((all, c) => all + 1 + (index?.g[c] ?? 0), 0),
      0,
    );
    const stamp = JSON.stringify([generations, compartments.map((c) => [c, governance.epochs(c)])]);
    if (stamp === blindsOf) return;
    blindsOf = stamp;
    blinds = new Map();
    for (const { index } of persons) {
      if (!index) continue;
      const ref = hexToBytes(index.ref);
      for (const c of compartments) {
        for (const n of governance.epochs(c)) {
          const secret = governance.secret(c, n);
          for (let g = 0; secret && g <= (index.g[c] ?? 0); g++)
            blinds.set(blindPatient(secret, { c, n, ref, g }), () =>
              at(channelOwner(index, c, g), index.ref, c, n, g),
            );
        }
      }
    }
  }

  function latestLent(id: PatientId, compartment: string): Channel | undefined {
    return [...lent.values()]
      .filter((channel) => channel.patientId === id && channel.c === compartment && channel.writing)
      .sort((a, b) => b.n - a.n || b.g - a.g)[0];
  }

  return {
    get: (Q) => byQ.get(Q),
    search(Q, blind, persons, compartments) {
      for (const c of compartments) practiceWide(c);
      if (byQ.has(Q) || blind === undefined) return byQ.get(Q);
      indexBlinds(persons, compartments);
      blinds.get(blind)?.();
      return byQ.get(Q);
    },
    derive(person, compartments) {
      const { index } = person;
      if (!index) return (byPatient.get(person.id) ?? []).filter(({ c }) => compartments.includes(c));
      const found: Channel[] = [];
      for (const c of compartments) {
        for (const n of governance.epochs(c)) {
          for (let g = 0; g <= (index.g[c] ?? 0); g++) {
            const channel = at(channelOwner(index, c, g), index.ref, c, n, g);
            if (channel) found.push(channel);
          }
        }
      }
      return found;
    },
    restore({ index }, kept) {
      if (!index) return;
      for (const item of kept) {
        const address = addressOf(index.ref, item.c, item.n, item.g);
        const secret = governance.secret(item.c, item.n);
        if (!secret || byAddress.has(address)) continue;
        byAddress.set(address, keep(restoredChannel(secret, channelOwner(index, item.c, item.g), item)));
      }
    },
    addFamily(grant) {
      for (const key of grant.keys) keep(familyChannel(key, grant.id));
    },
    setLoans(loans) {
      const keys = new Map(loans.flatMap((loan) => loan.keys).map((key) => [key.q, key]));
      const over = [...lent].filter(([q]) => !keys.has(q));
      for (const [q, channel] of over) {
        lent.delete(q);
        if (byQ.get(channel.Q) === channel) byQ.delete(channel.Q);
        const id = channel.patientId ?? '';
        byPatient.set(
          id,
          (byPatient.get(id) ?? []).filter((other) => other !== channel),
        );
      }
      for (const [q, key] of keys) if (!lent.has(q)) lent.set(q, keep(lentChannel(key)));
      return over.map(([, channel]) => channel);
    },
    lent: (patientId) => [...lent.values()].filter((channel) => channel.patientId === patientId),
    of: (patientId) => byPatient.get(patientId) ?? [],
    current({ id, index }, compartment) {
      if (!index) return latestLent(id, compartment);
      const present = governance.currentEpoch(compartment);
      if (present === undefined) return undefined;
      // The keys of a new epoch may be a moment behind the charter: what is written meanwhile is sealed anew with them.
      const n = governance.epochs(compartment).findLast((epoch) => epoch <= present);
      if (n === undefined) return undefined;
      const g = index.g[compartment] ?? 0;
      return at(channelOwner(index, compartment, g), index.ref, compartment, n, g);
    },
    practiceWide,
  };
}
