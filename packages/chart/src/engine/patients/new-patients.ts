/** New patients: a key made here or brought along, guardians with theirs, and the first record. All of a family or none. */
import type { Patient } from '@keychart/fhir';
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode, parseNpub } from '@keychart/nostr';
import type { PatientIndexEntry } from '@keychart/protocol';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CreatedPatient, NewPatient } from '../../api/chart.ts';
import { type Composed, compose, type Refusal, refusal } from '../../record/compose-record.ts';
import { announceChannels, type ChannelOf, indexItem } from '../access/enrol.ts';
import { endForBirth, endingAt } from '../access/guardian-ends.ts';
import { keptOf } from '../access/held-key.ts';
import { ALREADY_GROWN, isWorkKey, NO_LAST_DAY, secondsOf, WORK_KEY } from '../families/family-access.ts';
import type { EngineContext } from '../state/context.ts';
import { answered } from '../writing/answered.ts';
import type { Announced, Commit } from '../writing/publish.ts';

type Input = NewPatient & { readonly at?: number };

interface Draft {
  readonly entry: PatientIndexEntry;
  readonly patient: Patient;
  readonly at: number;
  readonly secret: Uint8Array | undefined;
}

export interface NewPatients {
  createPatient(input: Input): Promise<{ ok: true; created: CreatedPatient } | Refusal>;
  createPatients(
    inputs: readonly Input[],
  ): Promise<{ ok: true; created: readonly CreatedPatient[] } | Refusal>;
}

export function newPatients(context: EngineContext, channelFor: ChannelOf, commit: Commit): NewPatients {
  const { people, governance, crypto, now } = context;

  /** Key, guardians and id; nothing is kept yet. */
  function drafted(input: Input): Draft | Refusal {
    const at = input.at ?? now();
    const patient: Patient = { ...input.patient, id: input.patient.id ?? globalThis.crypto.randomUUID() };
    const id = patient.id!;
    if (governance.member(now())?.named)
      return refusal('this login works with named patients, and registers no new ones');
    if (people.get(id)) return refusal('a patient with this id is already in the practice');
    const own = input.npub === undefined ? undefined : parseNpub(input.npub);
    if (own !== undefined && typeof own !== 'string') return refusal(`the key of the patient: ${own.error}`);
    if (own !== undefined && isWorkKey(context, own)) return refusal(`the key of the patient: ${WORK_KEY}`);
    const guardians = guardiansIn(input, at);
    if ('ok' in guardians) return guardians;
    const secret = own === undefined ? generateSecretKey() : undefined;
    const P = own ?? getPublicKey(secret!);
    if (guardians.some(({ pk }) => pk === P))
      return refusal('the key of the patient is the key of a guardian');
    const entry: PatientIndexEntry = {
      v: 1,
      ref: bytesToHex(globalThis.crypto.getRandomValues(new Uint8Array(16))),
      id,
      P,
      ...keptOf(context, secret),
      g: {},
      oldP: [],
      status: 'active',
      guardians,
      channels: [],
    };
    return { entry, patient, at, secret };
  }

  function guardiansIn(input: Input, at: number): PatientIndexEntry['guardians'] | Refusal {
    const found = new Map<string, PatientIndexEntry['guardians'][number]>();
    for (const guardian of input.guardians ?? []) {
      const { name, until, beyondPolicy: beyond } = guardian;
      const pk =
        'npub' in guardian ? parseNpub(guardian.npub) : people.get(people.survivorOf(guardian.patientId))?.P;
      if (pk === undefined) return refusal(`${name} is not a patient known here`);
      if (typeof pk !== 'string') return refusal(`the key of ${name}: ${pk.error}`);
      if (isWorkKey(context, pk)) return refusal(`${name}: ${WORK_KEY}`);
      const ends = secondsOf(until);
      if (Number.isNaN(ends)) return refusal(`the end of ${name}'s access is not a date: ${until}`);
      const byPolicy = endForBirth(context, input.patient.birthDate);
      if (beyond && ends === undefined) return refusal(NO_LAST_DAY);
      if (!beyond && byPolicy !== undefined && byPolicy <= now()) return refusal(ALREADY_GROWN);
      found.set(pk, { pk, name, at, ...endingAt({ until: ends, beyond }, byPolicy) });
    }
    return [...found.values()];
  }

  async function createPatients(inputs: readonly Input[]) {
    if (!governance.member(now())) return refusal('this login may read, but not write in this practice');
    const drafts: Draft[] = [];
    const composed: Composed[] = [];
    const announced: Announced[] = [];
    const forget = () => {
      for (const { entry } of drafts) people.drop(entry.id);
    };
    try {
      for (const input of inputs) {
        const draft = drafted(input);
        if ('ok' in draft) {
          forget();
          return draft;
        }
        const { entry, patient: resource, at } = draft;
        drafts.push(draft);
        people.put(entry.id, entry.P, entry);
        const composition = { patientId: entry.id, resource, confidential: false, links: [], at };
        const result = compose(composition, governance, channelFor, crypto.nip44);
        if (!result.ok) {
          forget();
          return result;
        }
        composed.push(result.composed);
      }
      for (const { entry: draft, at } of drafts) {
        const { entry, events } = await announceChannels(context, draft, at, { created: true });
        people.put(entry.id, entry.P, entry);
        announced.push({ patientId: entry.id, events, index: [indexItem(events[0]!, entry)] });
      }
      // Nobody else knows of them yet.
      await commit(composed, announced, context.present.of());
    } catch (error) {
      forget();
      throw error;
    }
    for (const { entry } of drafts) context.loading.set(entry.id, 'complete');
    context.notifier.changed('patients');
    return { ok: true as const, created: drafts.map(created) };
  }

  async function createPatient(input: Input) {
    const outcome = await createPatients([input]);
    return outcome.ok ? { ok: true as const, created: outcome.created[0]! } : outcome;
  }

  return {
    createPatient: (input) => answered(() => createPatient(input)),
    createPatients: (inputs) => answered(() => createPatients(inputs)),
  };
}

function created({ entry: { id, P, held }, secret }: Draft): CreatedPatient {
  if (!secret) return { patientId: id };
  const handover = { npub: npubEncode(P), nsec: nsecEncode(secret), held: held !== undefined };
  secret.fill(0);
  return { patientId: id, handover };
}
