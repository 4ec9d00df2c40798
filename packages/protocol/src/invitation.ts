/**
 * Invitations to the staff (docs/protocol.md, "Invitations"). An admin publishes the public key of a throw-away invite
 * key with its end; whoever holds the secret half may, until then, send every admin one claim that binds a key of
 * their own, and nothing else. The invite key is no key to any record and never stands in the charter.
 */
import * as z from 'zod/mini';
import { permissions, roles } from './roles.ts';
import { compartment, fhirId, hex32, type Parsed, parseJson, seconds } from './shapes.ts';

/** Longer than an open one should lie about: a slip of the hand in an `until` is refused. */
const LONGEST = 60 * 86_400;

/** So many fit into one event with room to spare. */
export const invitedPatients = 200;

/** Readable by admins: sealed under the directory key. */
const invitationSchema = z.object({
  v: z.literal(1),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  role: z.enum(roles),
  permissions: z.optional(z.array(z.enum(permissions))),
  compartments: z.optional(z.array(compartment)),
  /** End of the membership; seconds. */
  until: z.optional(seconds),
  /** FHIR ids of the only patients they are to work with; handed over when they are let in. */
  patients: z.optional(z.array(fhirId).check(z.minLength(1), z.maxLength(invitedPatients))),
  made: seconds,
});
export type Invitation = z.infer<typeof invitationSchema>;
export const parseInvitation = (text: string): Parsed<Invitation> =>
  parseJson(invitationSchema, text, 'invitation');

export type InvitationState = 'open' | 'used' | 'withdrawn';

/** What the relay reads of it: `pk` the invite key, `expires` the second from which it opens nothing. */
export interface InvitationTags {
  readonly pk: string;
  readonly expires: number;
  readonly state: InvitationState;
}

/** The `p` tag lets the holder of the invite key read this one event, and see that it ends. */
export const invitationTags = ({ pk, expires, state }: InvitationTags): string[][] => [
  ['d', pk],
  ['p', pk],
  ['expires', String(expires)],
  ['state', state],
  ['-'],
];

export function parseInvitationTags(event: {
  readonly tags: readonly (readonly string[])[];
  readonly created_at: number;
}): Parsed<InvitationTags> {
  const value = (name: string) => event.tags.find((tag) => tag[0] === name)?.[1];
  const pk = value('d');
  const expires = Number(value('expires') ?? Number.NaN);
  const state = value('state');
  if (pk === undefined || !/^[0-9a-f]{64}$/.test(pk) || value('p') !== pk)
    return { ok: false, reason: 'an invitation names its key in the tags d and p' };
  if (!Number.isSafeInteger(expires) || expires > event.created_at + LONGEST)
    return { ok: false, reason: 'an invitation needs an end, at most sixty days away' };
  if (state !== 'open' && state !== 'used' && state !== 'withdrawn')
    return { ok: false, reason: 'the state of an invitation is open, used or withdrawn' };
  return { ok: true, value: { pk, expires, state } };
}

const claimSchema = z.object({
  /** The invite key; it also signs the wrap. */
  invitation: hex32,
  /** Who wants to join: the author of the seal. */
  pubkey: hex32,
});
/** Rumor of kind 2098: exists in gift wraps only, signed by the seal (own key) and the wrap (invite key). */
export type InvitationClaim = z.infer<typeof claimSchema>;
export const parseInvitationClaim = (text: string): Parsed<InvitationClaim> =>
  parseJson(claimSchema, text, 'claim');

/** Bytes of a gift wrap that an invite key may send. */
export const claimLimits = { bytes: 8192 } as const;

const linkSchema = z.object({
  /** Secret half of the invite key, hex. */
  k: hex32,
  /** R of the practice. */
  r: hex32,
  /** Admins at the time. */
  a: z.array(hex32).check(z.minLength(1), z.maxLength(32)),
  /** Seconds. */
  e: seconds,
});
/** What the link's fragment carries, as bytes: 1, k, r, e (u32), admins. */
export type InvitationLink = z.infer<typeof linkSchema>;

export function invitationLinkBytes({ k, r, a, e }: InvitationLink): Uint8Array {
  const hex = `01${k}${r}${e.toString(16).padStart(8, '0')}${a.join('')}`;
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function parseInvitationLinkBytes(bytes: Uint8Array): InvitationLink | undefined {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const [, k, r, e, a] = /^01(.{64})(.{64})(.{8})((?:.{64})+)$/.exec(hex) ?? [];
  const link = { k, r, e: Number.parseInt(e ?? '', 16), a: a?.match(/.{64}/g) ?? [] };
  const result = z.safeParse(linkSchema, link);
  return result.success ? result.data : undefined;
}
