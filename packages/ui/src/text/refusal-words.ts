/**
 * Why the practice did not take something, for people: what it means and what to do. The practice's own words
 * (`restricted: …`) are for whoever helps them; a reason without that form was written for people already and stays.
 */
import { sentence } from './fhir-text.ts';

export interface RefusalWords {
  readonly said: string;
  /** The practice's own words, where they are not what is said. */
  readonly raw: string | undefined;
}

const MACHINE = /^(auth-required|blocked|error|invalid|rate-limited|restricted|duplicate|pow|mute): /;

const OTHERS = 'Somebody changed this at the same time. Try again; it is then made on top of their change.';
const BROKEN =
  'It did not arrive as it was written. Try again; if it is refused again, show the line below to whoever looks after the server.';

/** The first that fits. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /disk is full/,
    'The server has no space left. Tell whoever looks after it, then try again: nothing is lost meanwhile.',
  ],
  [
    /^error: /,
    'The server could not store it. Try again in a while; if it goes on, tell whoever looks after the server.',
  ],
  [/^rate-limited: /, 'Too much was sent at once. Wait a minute and try again.'],
  [
    /too far in the future/,
    'The clock of this device is ahead of the practice’s. Set date and time right on this device, then write it again.',
  ],
  [
    /^restricted: kind .* has no place/,
    'The practice’s server does not know this yet: it may be older than this app. Ask whoever looks after it to bring it up to date, then try again.',
  ],
  [/too long/, 'This is too long to be sent. Make it shorter, in two entries where needed.'],
  [/has expired/, 'Its time was over before it arrived. If it is still needed, make it again.'],
  [/invitation/, 'The invitation is not open any more. Ask the administrator for a new one.'],
  [
    /author was not a member of the practice at|not a member of the practice at that time/,
    'You had no access when this was written. Your administrator can tell you since when you have it; write it again now if it is still needed.',
  ],
  [
    /not a member of the practice|no access to this practice/,
    'You have no access to this practice any more. Ask your administrator; keep the text below if it matters.',
  ],
  [
    /is retired/,
    'The practice changed its keys while this was waiting. Try again: it is sealed under the new ones.',
  ],
  [
    /named patients only/,
    'You work with named patients only, and this is none of them. Ask an administrator to name the patient for you.',
  ],
  [
    /lacks the permission|may not write this kind/,
    'Your role may not write this. Ask somebody who may, or an administrator to change what your role may do.',
  ],
  [
    /does not open/,
    'Your role has no key for this part of the chart. Ask somebody whose role has it, or an administrator.',
  ],
  [
    /only an admin|may not change this list|only the relay/,
    'Only an administrator may do this. Ask one to do it.',
  ],
  [
    /channel .* is not known here/,
    'The practice does not have this patient yet. Let what was written before be sent first, then try again.',
  ],
  [
    /only the practice root|not the successor/,
    'Only the root key may change this: see “npm run keychart -- root --help” in the folder of Keychart on the server.',
  ],
  [/not signed by an admin/, 'You are not an administrator any more. Ask one to do it.'],
  [/approvals of other admins/, 'Other administrators have to approve this first.'],
  [
    /dated before/,
    'The clock of this device is behind the practice’s. Set date and time right on this device, then try again.',
  ],
  [/does not follow|the charter /, OTHERS],
  [
    /append-only|does not expire|deleted/,
    'What is in a record stays there. Correct or remove it with a new entry instead.',
  ],
  [
    /^auth-required: |not authenticated/,
    'The practice did not know who you are on this connection. Lock, log in again, and try again.',
  ],
  [/^duplicate: /, 'The practice has it already, or something newer. Take it off the list.'],
  [/^(invalid|restricted|blocked): /, BROKEN],
];

export function refusalWords(reason: string): RefusalWords {
  if (!MACHINE.test(reason)) return { said: sentence(reason), raw: undefined };
  const [, said] = WORDS.find(([pattern]) => pattern.test(reason)) ?? [undefined, BROKEN];
  return { said, raw: reason };
}
