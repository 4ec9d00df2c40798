/**
 * Keys the practice holds for patients until they are handed over. Such a key opens all the patient reads, so its copy
 * is sealed for those who read all of it anyway: under every compartment but `desk`, one after the other.
 */
import { getPublicKey } from '@keychart/nostr';
import type { PatientIndexEntry } from '@keychart/protocol';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { type Refusal, refusal } from '../../record/compose-record.ts';
import type { EngineContext } from '../state/context.ts';
import { heldCompartments } from './enrol.ts';

type Held = NonNullable<PatientIndexEntry['held']>;

/**
 * What the entry of a patient says of a key made here: kept, where the policy says so and this login reads all that
 * the key opens; else it is in the patient's hands alone.
 */
export function keptOf(
  context: EngineContext,
  secret: Uint8Array | undefined,
): Pick<PatientIndexEntry, 'held' | 'handedOver'> {
  const held = secret && sealed(context, secret);
  return held ? { held } : { handedOver: true };
}

function sealed(context: EngineContext, secret: Uint8Array): Held | undefined {
  const { governance, channels, crypto } = context;
  const { charter } = governance;
  if (!charter?.policies?.holdPatientKeys) return undefined;
  const opened = heldCompartments(context);
  const held: Held = { n: [], x: bytesToHex(secret) };
  for (const [c, { epoch }] of Object.entries(charter.compartments)) {
    if (c === 'desk') continue;
    const channel = channels.practiceWide(c).find(({ n }) => n === epoch);
    if (!channel || !opened.includes(c)) return undefined;
    held.n.push([c, epoch]);
    held.x = crypto.nip44.encrypt(held.x, channel.key);
  }
  return held.n.length > 0 ? held : undefined;
}

/** The key itself, for whoever opens every seal; 32 bytes, to be overwritten by the caller. */
export function heldKey(
  { channels, crypto }: EngineContext,
  { P, held }: Pick<PatientIndexEntry, 'P' | 'held'>,
): Uint8Array | Refusal {
  let text = held?.x ?? '';
  for (const [c, epoch] of [...(held?.n ?? [])].reverse()) {
    const channel = channels.practiceWide(c).find(({ n }) => n === epoch);
    if (!channel)
      return refusal(
        'this login does not read all that the key opens: somebody who reads the whole chart has to show it',
      );
    try {
      text = crypto.nip44.decrypt(text, channel.key);
    } catch {
      return DAMAGED;
    }
  }
  const secret = /^[0-9a-f]{64}$/.test(text) ? hexToBytes(text) : undefined;
  // Attack: the copy of another patient in the place of this one's, to be handed to the wrong family.
  return secret && getPublicKey(secret) === P ? secret : DAMAGED;
}

const DAMAGED = refusal('the copy of the key is damaged, or of another patient: make a new key instead');

/** Every seal of it is of an epoch gone by: somebody who could open all of them is no longer let in, and may have. */
export const outlived = ({ governance }: EngineContext, { n }: Held): boolean =>
  n.every(([c, epoch]) => epoch < (governance.currentEpoch(c) ?? 0));
