/**
 * The head of the server's own log (2099): its newest entry, signed by the relay's key and given to the members,
 * so that the log cannot be cut or rewritten afterwards without contradicting what they hold.
 */
import * as z from 'zod/mini';
import { hex32, type Parsed, parseJson, seconds } from './shapes.ts';

const auditHeadSchema = z.object({
  /** Number of the newest entry; the first is 1. */
  seq: z.int().check(z.gte(1)),
  /** Its hash, which covers every entry before it. */
  hash: hex32,
  /** Its time in seconds. */
  at: seconds,
  /** How many entries are new since the head before. */
  entries: z.int().check(z.gte(0)),
});

export type AuditHead = z.infer<typeof auditHeadSchema>;

export const AUDIT_HEAD_TAGS: readonly (readonly string[])[] = [['-']];

export const parseAuditHead = (text: string): Parsed<AuditHead> =>
  parseJson(auditHeadSchema, text, 'audit head');
