/**
 * Access to the confidential part of one chart for a while (kind 2097): the question, the answer, the end, and
 * that an administrator has taken note. Only ever a rumor inside gift wraps; the keys travel in a PairGrant.
 */
import * as z from 'zod/mini';
import { fhirId, hex32, type Parsed, parseJson, seconds } from './shapes.ts';

/** Seconds: no shorter than a consultation, no longer than a day. */
export const BREAK_GLASS_LIMITS = { least: 900, most: 86_400 } as const;
const REASON_LENGTH = { least: 3, most: 500 };

const breakGlassSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ask'),
    /** FHIR id of the Patient. */
    patient: fhirId,
    reason: z.string().check(z.minLength(REASON_LENGTH.least), z.maxLength(REASON_LENGTH.most)),
    /** How long, from the answer on. */
    seconds: z.int().check(z.gte(BREAK_GLASS_LIMITS.least), z.lte(BREAK_GLASS_LIMITS.most)),
  }),
  /** `request`: id of the rumor that asked. `until` where it is allowed. */
  z.object({
    type: z.literal('answer'),
    request: hex32,
    allowed: z.boolean(),
    until: z.optional(seconds),
  }),
  z.object({ type: z.literal('end'), request: hex32 }),
  z.object({ type: z.literal('noted'), request: hex32 }),
]);

export type BreakGlass = z.infer<typeof breakGlassSchema>;

export const parseBreakGlass = (text: string): Parsed<BreakGlass> =>
  parseJson(breakGlassSchema as z.ZodMiniType<BreakGlass>, text, 'request for confidential access');
