/**
 * The chain that an author's entries form on one device, two of them: what guardians may see and what they may not
 * are numbered apart. The link travels sealed for the practice, so that a family that reads how often a chart was
 * opened cannot count what else was done in between.
 */
import type { AuditEvent } from '@keychart/fhir';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type AuditLink, readAuditEvent } from '../record/audit-event.ts';
import type { AuditTrailEntry } from '../record/audit-trail.ts';
import type { SealedStore } from '../store/index.ts';
import type { AuditRecord } from './audit-book.ts';
import type { EngineContext } from './context.ts';

const PATH = ['audit-chain'];

export type ChainName = 'open' | 'confidential';

/** Kept on the device: the last entry of each chain. */
export interface ChainHeads {
  readonly open?: ChainHead;
  readonly confidential?: ChainHead;
  /** The practice-wide channel the relay was last told of. */
  readonly told?: string;
}

interface ChainHead {
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

export function nextLink(heads: ChainHeads, name: ChainName): AuditLink {
  const head = heads[name];
  if (!head) return { device: bytesToHex(globalThis.crypto.getRandomValues(new Uint8Array(8))), seq: 1 };
  return { device: head.device, seq: head.seq + 1, prev: head.hash };
}

/** `c n ciphertext`, under the practice-wide channel of the compartment. `undefined` where no such key is held. */
export function sealLink(context: EngineContext, compartment: string, link: AuditLink): string | undefined {
  const channel = context.channels.practiceWide(compartment).at(-1);
  if (!channel) return undefined;
  return `${compartment} ${channel.n} ${context.crypto.nip44.encrypt(JSON.stringify(link), channel.key)}`;
}

function openLink(context: EngineContext, sealed: string): AuditLink | undefined {
  const [c = '', n, text = ''] = sealed.split(' ');
  const channel = context.channels.practiceWide(c).find((candidate) => candidate.n === Number(n));
  if (!channel) return undefined;
  try {
    const link = JSON.parse(context.crypto.nip44.decrypt(text, channel.key)) as AuditLink | null;
    const isLink = typeof link?.device === 'string' && Number.isSafeInteger(link.seq) && link.seq > 0;
    return isLink ? link : undefined;
  } catch {
    return undefined; // not sealed by this key, or not a link: the entry counts as one without a place
  }
}

/** `undefined` where the entry carries no link this key opens. */
export function trailEntry(
  context: EngineContext,
  { id, author, at, resource }: AuditRecord,
): AuditTrailEntry | undefined {
  const { chain } = readAuditEvent(resource);
  const link = chain === undefined ? undefined : openLink(context, chain);
  return link && { id, author, at, ...link, hash: auditHash(resource) };
}
