/**
 * Who beside the staff reads a chart (wire.md §5): guardians come, change and go, patients get a new key. Whoever
 * is taken off is struck from every access list at once, and what is written next lies in a new access generation,
 * whose keys only those who stay are handed.
 */
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode, parseNpub } from '@keychart/nostr';
import { guardiansOf, type PatientIndexEntry } from '@keychart/protocol';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { GuardianChange, PatientId, RekeyOutcome, WriteOutcome } from '../api.ts';
import { type Refusal, refusal } from './compose.ts';
import type { EngineContext } from './context.ts';
import { type Announcement, beyondReach, generations, nextGeneration } from './enrol.ts';
import { endByPolicy } from './guardian-ends.ts';

export interface FamilyAccess {
  changeGuardians(patientId: PatientId, change: GuardianChange): Promise<WriteOutcome>;
  rekeyPatient(patientId: PatientId, input?: { readonly npub?: string }): Promise<RekeyOutcome>;
  forgetPatientKey(patientId: PatientId): Promise<WriteOutcome>;
}

/** Announces the entry to relay and family, stores and shows it. */
type Publish = (patientId: PatientId, entry: PatientIndexEntry, force: Announcement) => Promise<void>;

export const ALREADY_GROWN =
  'by the practice’s policy guardians of a patient of this age read no more: set a last day for this one, if they shall';

/** The practice's policy: does it keep, encrypted, the keys it makes for patients until they are handed over? */
export const holdsPatientKeys = ({ governance }: EngineContext): boolean =>
  governance.charter?.policies?.holdPatientKeys ?? true;

const DONE: WriteOutcome = { ok: true, ids: [] };

export function familyAccess(context: EngineContext, publish: Publish): FamilyAccess {
  const { people, now } = context;

  /** The index entry, where this login can change every list the change has to reach. */
  function changeable(patientId: PatientId): PatientIndexEntry | Refusal {
    const entry = people.get(patientId)?.index;
    if (!entry) return refusal('this patient is not known here');
    const missing = beyondReach(context, entry);
    if (missing.length === 0) return entry;
    return refusal(
      `this login does not hold the keys of ${missing.join(', ')}: somebody who reads the whole chart has to do this`,
    );
  }

  async function changeGuardians(patientId: PatientId, change: GuardianChange): Promise<WriteOutcome> {
    const entry = changeable(patientId);
    if ('ok' in entry) return entry;
    const pk = parseNpub(change.npub);
    if (typeof pk !== 'string')
      return refusal(`the key of ${'name' in change ? change.name : 'this guardian'}: ${pk.error}`);
    const known = guardiansOf(entry).find((guardian) => guardian.pk === pk);
    if (change.kind !== 'add' && !known) return refusal('this person is not a guardian of this patient');
    if (pk === entry.P) return refusal('this is the patient’s own key');
    const until = change.kind === 'remove' ? undefined : secondsOf(change.until);
    if (Number.isNaN(until))
      return refusal(
        `the end of ${known?.name ?? 'the'} access is not a date: ${'until' in change ? change.until : ''}`,
      );
    const byPolicy = endByPolicy(context, patientId);
    if (change.kind === 'add' && until === undefined && byPolicy !== undefined && byPolicy <= now())
      return refusal(ALREADY_GROWN);
    const at = Math.max(now(), ...entry.guardians.map((guardian) => (guardian.at ?? 0) + 1));
    const line =
      change.kind === 'remove'
        ? { pk, name: known!.name, at, removed: true }
        : {
            pk,
            name: change.name,
            at,
            ...(until !== undefined ? { until } : byPolicy !== undefined && { ends: byPolicy }),
          };
    const guardians = [...entry.guardians.filter((guardian) => guardian.pk !== pk), line];
    const next = {
      ...entry,
      guardians,
      ...(change.kind === 'remove' && { g: nextGeneration(entry, false) }),
    };
    const withdrawn = change.kind === 'remove' && { withdrawn: line };
    await publish(patientId, next, { readersChanged: true, ...withdrawn });
    return DONE;
  }

  async function rekeyPatient(
    patientId: PatientId,
    { npub }: { readonly npub?: string } = {},
  ): Promise<RekeyOutcome> {
    const entry = changeable(patientId);
    if ('ok' in entry) return entry;
    const secret = npub === undefined ? generateSecretKey() : undefined;
    const P = secret ? getPublicKey(secret) : parseNpub(npub ?? '');
    if (typeof P !== 'string') return refusal(`the new key: ${P.error}`);
    if (P === entry.P || entry.oldP.some((old) => old.P === P))
      return refusal('this patient has, or had, this key already');
    if (guardiansOf(entry).some(({ pk }) => pk === P)) return refusal('this is the key of a guardian');
    const { p0: _held, handedOver: _before, ...rest } = entry;
    const next: PatientIndexEntry = {
      ...rest,
      P,
      ...(secret && holdsPatientKeys(context) ? { p0: bytesToHex(secret) } : { handedOver: true }),
      oldP: [...entry.oldP, { P: entry.P, upTo: generations(entry) }],
      g: nextGeneration(entry, true),
    };
    await publish(patientId, next, { readersChanged: true });
    if (!secret) return { ok: true };
    const handover = { npub: npubEncode(P), nsec: nsecEncode(secret) };
    secret.fill(0);
    return { ok: true, handover };
  }

  async function forgetPatientKey(patientId: PatientId): Promise<WriteOutcome> {
    const entry = people.get(patientId)?.index;
    if (!entry) return refusal('this patient is not known here');
    if (entry.p0 === undefined) return DONE;
    const { p0: _handedOver, ...next } = entry;
    await publish(patientId, { ...next, handedOver: true }, { created: true });
    return DONE;
  }

  return { changeGuardians, rekeyPatient, forgetPatientKey };
}

/** NaN where it is no date. */
export function secondsOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Math.floor(Date.parse(date) / 1000);
}
