/**
 * Who beside the staff reads a chart (wire.md §5): guardians come, change and go, patients get a new key. Whoever
 * is taken off is struck from every access list at once, and what is written next lies in a new access generation,
 * whose keys only those who stay are handed.
 */
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode, parseNpub } from '@keychart/nostr';
import { type Guardian, guardiansOf, memberAt, type PatientIndexEntry } from '@keychart/protocol';
import type { GuardianChange, PatientId, RekeyOutcome, WriteOutcome } from '../../api/chart.ts';
import { type Refusal, refusal } from '../../record/compose-record.ts';
import { beyondReach, generations, nextGeneration } from '../access/enrol.ts';
import { endByPolicy, endingAt } from '../access/guardian-ends.ts';
import { keptOf } from '../access/held-key.ts';
import type { EngineContext } from '../state/context.ts';
import type { AccessChange, Publish } from '../writing/publish.ts';

export interface FamilyAccess {
  changeGuardians(patientId: PatientId, change: GuardianChange): Promise<WriteOutcome>;
  rekeyPatient(patientId: PatientId, input?: { readonly npub?: string }): Promise<RekeyOutcome>;
  forgetPatientKey(patientId: PatientId): Promise<WriteOutcome>;
}

export const ALREADY_GROWN =
  'by the practice’s policy guardians of a patient of this age read no more: set a last day and say that this one reads on, if they shall';

export const NO_LAST_DAY = 'whoever reads on after that age does so until a day: set a last day';

/** One key for both opens every chart in the portal, and is lost for the family when it is lost for the work. */
export const isWorkKey = ({ governance, now }: EngineContext, pk: string): boolean =>
  governance.chain !== undefined && memberAt(governance.chain, pk, now()) !== undefined;

export const WORK_KEY =
  'this is the key of somebody on the staff: for the records of their own family they need another one';

const DONE: WriteOutcome = { ok: true, ids: [] };

export function familyAccess(context: EngineContext, publish: Publish): FamilyAccess {
  const { people, now } = context;

  /**
   * The entries the chart of this patient shows, its own first, where this login can change every list the change
   * has to reach.
   */
  function changeable(patientId: PatientId): readonly PatientIndexEntry[] | Refusal {
    const chart = people.chartOf(people.survivorOf(patientId)).flatMap(({ index }) => index ?? []);
    if (chart.length === 0) return refusal('this patient is not known here');
    return reachable(chart) ?? chart;
  }

  function reachable(entries: readonly PatientIndexEntry[]): Refusal | undefined {
    const missing = [...new Set(entries.flatMap((entry) => beyondReach(context, entry)))];
    if (missing.length === 0) return undefined;
    return refusal(
      `this login does not hold the keys of ${missing.join(', ')}: somebody who reads the whole chart has to do this`,
    );
  }

  function changedGuardians(
    patientId: PatientId,
    change: GuardianChange,
  ): readonly AccessChange[] | WriteOutcome {
    const chart = changeable(patientId);
    if ('ok' in chart) return chart;
    const pk = parseNpub(change.npub);
    if (typeof pk !== 'string')
      return refusal(`the key of ${'name' in change ? change.name : 'this guardian'}: ${pk.error}`);
    const knowing = chart.filter((entry) => guardiansOf(entry).some((guardian) => guardian.pk === pk));
    const known = knowing.flatMap(guardiansOf).find((guardian) => guardian.pk === pk);
    if (change.kind !== 'add' && !known) return refusal('this person is not a guardian of this patient');
    if (change.kind === 'add' && isWorkKey(context, pk)) return refusal(WORK_KEY);
    if (chart.some((entry) => pk === entry.P)) return refusal('this is the patient’s own key');
    const until = change.kind === 'remove' ? undefined : secondsOf(change.until);
    if (Number.isNaN(until))
      return refusal(
        `the end of ${known?.name ?? 'the'} access is not a date: ${'until' in change ? change.until : ''}`,
      );
    const byPolicy = endByPolicy(context, chart[0]!.id);
    const beyond = change.kind !== 'remove' && change.beyondPolicy;
    if (beyond && until === undefined) return refusal(NO_LAST_DAY);
    if (change.kind === 'add' && !beyond && byPolicy !== undefined && byPolicy <= now())
      return refusal(ALREADY_GROWN);
    // Of a chart of several entries each keeps who read it; whoever is added reads all, whoever is removed none.
    const reached = change.kind === 'add' ? chart : knowing;
    return reached.map((entry) => {
      const at = Math.max(now(), ...entry.guardians.map((guardian) => (guardian.at ?? 0) + 1));
      const line =
        change.kind === 'remove'
          ? { pk, name: known!.name, at, removed: true }
          : { pk, name: change.name, at, ...endingAt({ until, beyond }, endByPolicy(context, entry.id)) };
      return withGuardian(entry, line);
    });
  }

  function withGuardian(entry: PatientIndexEntry, line: Guardian): AccessChange {
    const guardians = [...entry.guardians.filter(({ pk }) => pk !== line.pk), line];
    if (!line.removed) return { entry: { ...entry, guardians }, force: { readersChanged: true } };
    return {
      entry: { ...entry, guardians, g: nextGeneration(entry, false) },
      force: { readersChanged: true, withdrawn: [line] },
    };
  }

  async function rekeyPatient(
    patientId: PatientId,
    { npub }: { readonly npub?: string } = {},
  ): Promise<RekeyOutcome> {
    const secret = npub === undefined ? generateSecretKey() : undefined;
    const P = secret ? getPublicKey(secret) : parseNpub(npub ?? '');
    if (typeof P !== 'string') return refusal(`the new key: ${P.error}`);
    const kept = keptOf(context, secret);
    const outcome = await publish(() => rekeyed(patientId, P, kept));
    if (!outcome.ok || !secret) {
      secret?.fill(0);
      return outcome.ok ? { ok: true } : outcome;
    }
    const handover = { npub: npubEncode(P), nsec: nsecEncode(secret), held: kept.held !== undefined };
    secret.fill(0);
    return { ok: true, handover };
  }

  /** @param kept what the entry says of the secret of P. */
  function rekeyed(
    patientId: PatientId,
    P: string,
    kept: ReturnType<typeof keptOf>,
  ): readonly AccessChange[] | WriteOutcome {
    const chart = changeable(patientId);
    if ('ok' in chart) return chart;
    const [entry, ...merged] = chart as [PatientIndexEntry, ...PatientIndexEntry[]];
    if (isWorkKey(context, P)) return refusal(WORK_KEY);
    if (P === entry.P || entry.oldP.some((old) => old.P === P))
      return refusal('this patient has, or had, this key already');
    if (chart.some((one) => guardiansOf(one).some(({ pk }) => pk === P)))
      return refusal('this is the key of a guardian');
    const wards = wardsOf(entry.P);
    const unreachable = reachable(wards);
    if (unreachable) return unreachable;
    const { held: _held, handedOver: _before, ...rest } = entry;
    const next: PatientIndexEntry = {
      ...rest,
      P,
      ...kept,
      oldP: [...entry.oldP, { P: entry.P, upTo: generations(entry) }],
      g: nextGeneration(entry, true),
    };
    return [
      { entry: next, force: { readersChanged: true } },
      // The old key read these too, as the key of the chart they are shown in.
      ...merged.map((one) => ({
        entry: { ...one, g: nextGeneration(one, true) },
        force: { readersChanged: true },
      })),
      ...wards.map((ward) => passedOn(ward, entry.P, P)),
    ];
  }

  /** Patients whom the owner of this key reads as a guardian: a guardian may be a patient too. */
  function wardsOf(P: string): PatientIndexEntry[] {
    const entries = people.all().flatMap(({ index }) => index ?? []);
    return entries.filter((entry) => guardiansOf(entry).some(({ pk }) => pk === P));
  }

  /** A lost or stolen key reads the children no more either; its owner does, with the new one. */
  function passedOn(ward: PatientIndexEntry, from: string, to: string): AccessChange {
    const at = Math.max(now(), ...ward.guardians.map((guardian) => (guardian.at ?? 0) + 1));
    const line = guardiansOf(ward).find(({ pk }) => pk === from)!;
    const removed = withGuardian(ward, { pk: from, name: line.name, at, removed: true });
    const { entry } = withGuardian(removed.entry, { ...line, pk: to, at });
    return { ...removed, entry };
  }

  function forgotten(patientId: PatientId): readonly AccessChange[] | WriteOutcome {
    const entry = people.get(people.survivorOf(patientId))?.index;
    if (!entry) return refusal('this patient is not known here');
    if (entry.held === undefined) return DONE;
    const { held: _handedOver, ...next } = entry;
    return [{ entry: { ...next, handedOver: true }, force: { created: true } }];
  }

  return {
    changeGuardians: (patientId, change) => publish(() => changedGuardians(patientId, change)),
    rekeyPatient,
    forgetPatientKey: (patientId) => publish(() => forgotten(patientId)),
  };
}

/** NaN where it is no date. */
export function secondsOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Math.floor(Date.parse(date) / 1000);
}
