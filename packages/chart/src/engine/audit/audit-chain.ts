/**
 * The chain that an author's entries form on one device, two of them: what guardians may see and what they may not
 * are numbered apart. The link travels sealed for the practice, so that a family that reads how often a chart was
 * opened cannot count what else was done in between.
 */
import type { AuditEvent } from '@keychart/fhir';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PatientId } from '../../api/chart.ts';
import type { Channel } from '../../keys/channel.ts';
import { type AuditLink, readAuditEvent } from '../../record/audit-event.ts';
import type { AuditTrailEntry } from '../../record/audit-trail.ts';
import type { SealedStore } from '../../store/index.ts';
import type { AuditRecord } from '../state/audit-book.ts';
import type { EngineContext } from '../state/context.ts';

const PATH = ['audit-chain'];

/** Kept on the device: the last entry of each chain. */
export interface ChainHeads {
  readonly open?: ChainHead;
  readonly confidential?: ChainHead;
  /** The practice-wide channel the relay was last told of. */
  readonly told?: string;
}

export interface ChainHead {
  readonly device: string;
  readonly seq: number;
  readonly hash: string;
  /** Seconds. */
  readonly at: number;
}

export const chainPath = PATH;

export async function readHeads(sealed: SealedStore): Promise<ChainHeads> {
  return ((await sealed.getJson(PATH)) as ChainHeads | undefined) ?? {};
}

/** Over the JSON as it is sealed; reading and writing it again changes nothing of it. */
export function auditHash(event: AuditEvent): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(event))));
}

export function linkAfter(head: ChainHead | undefined): AuditLink {
  if (!head) return { device: bytesToHex(globalThis.crypto.getRandomValues(new Uint8Array(8))), seq: 1 };
  return { device: head.device, seq: head.seq + 1, prev: head.hash };
}

/**
 * `c n ciphertext`, under the practice-wide channel of the compartment; `c 0 ciphertext` under the channel of the entry
 * itself, by those who work with named patients and hold no other key. Families have the key of neither.
 */
export function sealLink(context: EngineContext, own: Channel, link: AuditLink): string {
  const wide = context.channels.practiceWide(own.c).at(-1);
  const { key } = wide ?? own;
  return `${own.c} ${wide?.n ?? 0} ${context.crypto.nip44.encrypt(JSON.stringify(link), key)}`;
}

function openLink(context: EngineContext, sealed: string, patientId: PatientId): AuditLink | undefined {
  // Of a family: numbered for this patient alone, so there is nothing to hide in it.
  if (sealed.startsWith('{')) return parseLink(sealed);
  const [c = '', n, text = ''] = sealed.split(' ');
  const { channels, people } = context;
  const person = people.get(patientId);
  const own = () => (person ? channels.derive(person, [c]) : []);
  const keys = n === '0' ? own() : channels.practiceWide(c).filter((wide) => wide.n === Number(n));
  return keys.map(({ key }) => linkUnder(context, text, key)).find((link) => link !== undefined);
}

function linkUnder({ crypto }: EngineContext, text: string, key: Channel['key']): AuditLink | undefined {
  try {
    return parseLink(crypto.nip44.decrypt(text, key));
  } catch {
    return undefined; // not sealed by this key: the entry counts as one without a place
  }
}

function parseLink(text: string): AuditLink | undefined {
  try {
    const link = JSON.parse(text) as AuditLink | null;
    const isLink = typeof link?.device === 'string' && Number.isSafeInteger(link.seq) && link.seq > 0;
    return isLink ? link : undefined;
  } catch {
    return undefined;
  }
}

/** `undefined` where the entry carries no link this key opens. */
export function trailEntry(
  context: EngineContext,
  { id, author, at, resource, patientId }: AuditRecord,
): AuditTrailEntry | undefined {
  const { chain } = readAuditEvent(resource);
  const link = chain === undefined ? undefined : openLink(context, chain, patientId);
  return link && { id, author, at, ...link, hash: auditHash(resource) };
}
