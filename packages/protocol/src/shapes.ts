/** Zod pieces shared by the payloads of this package: what a key, an id and an epoch look like. */
import * as z from 'zod/mini';

export const hex32 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const hex16 = z.string().check(z.regex(/^[0-9a-f]{32}$/));
/** Seconds since 1970. */
export const seconds = z.int().check(z.gte(0));
export const epochNumber = z.int().check(z.gte(1), z.lte(0xffffffff));
export const generation = z.int().check(z.gte(0), z.lte(0xffffffff));
export const compartment = z.string().check(z.regex(/^[a-z]{2,16}$/));

export const fhirId = z.string().check(z.regex(/^[A-Za-z0-9\-.]{1,64}$/));

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

const MAX_PATH = 100;

/** Parses JSON text against a schema; the reason names the first element that is wrong. */
export function parseJson<T>(schema: z.ZodMiniType<T>, text: string, what: string): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: `${what} is not JSON` };
  }
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.data };
  // Names in a path can be the sender's own words, of any length.
  const path = result.error.issues[0]?.path.join('.').slice(0, MAX_PATH) || 'value';
  return { ok: false, reason: `${what}: ${path} is not what it should be` };
}
