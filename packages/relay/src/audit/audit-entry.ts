/**
 * One entry of the server's log, and how entries hang together: each carries the hash of the one before it, and
 * its own hash covers all it says.
 */
import { createHash } from 'node:crypto';

export type Detail = { readonly [name: string]: DetailValue };
type DetailValue = string | number | boolean | null | readonly DetailValue[] | Detail;

/** An entry as it lies in the database; `detail` is canonical JSON. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** Unix seconds. */
  readonly at: number;
  readonly what: string;
  readonly detail: string;
  /** Hash of the entry before; of the first, GENESIS. */
  readonly prev: string;
  readonly hash: string;
}

export const GENESIS = '0'.repeat(64);

/** JSON with the names of every object in order and no spaces: the same bytes for the same value. */
export function canonicalJson(value: DetailValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const object = value as Detail;
  const names = Object.keys(object).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(object[name] ?? null)}`).join(',')}}`;
}

/** SHA-256, hex, of the canonical JSON of `{at, detail, prev, seq, what}`. */
export function entryHash({ seq, at, what, detail, prev }: Omit<AuditEntry, 'hash'>): string {
  // The names stand in order and `detail` is canonical already.
  const text = `{"at":${at},"detail":${detail},"prev":"${prev}","seq":${seq},"what":${JSON.stringify(what)}}`;
  return createHash('sha256').update(text).digest('hex');
}
