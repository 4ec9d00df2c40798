/** Every parser of this package against JSON that was made to hurt: it answers, briefly, and keeps only what it knows. */
import { finalizeEvent, generateSecretKey, type VerifiedEvent } from '@keychart/nostr';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBreakGlass } from './break-glass.ts';
import { parseChannelAccess } from './channel-access.ts';
import { parseCharter } from './charter.ts';
import {
  parseEpochGrant,
  parseEpochLink,
  parseGuardianGrant,
  parsePairGrant,
  parsePatientKeyring,
} from './grants.ts';
import { parsePatientIndex } from './patient-index.ts';
import type { Parsed } from './shapes.ts';
import { parseStaffDirectory } from './staff-directory.ts';

const h = 'a'.repeat(64);
const key = { c: 'clin', n: 1, g: 0, Q: h, x: h };
const secret = generateSecretKey();
const charterOf = (content: string): VerifiedEvent =>
  ({
    ...finalizeEvent({ kind: 2102, created_at: 1, tags: [], content: '' }, secret),
    content,
  }) as VerifiedEvent;

const parsers: Record<string, { parse: (text: string) => Parsed<unknown>; good: Record<string, unknown> }> = {
  charter: {
    parse: (text) => parseCharter(charterOf(text)),
    good: {
      v: 1,
      seq: 0,
      admins: [h],
      approvals: 0,
      roster: [{ pk: h, role: 'doctor', from: 0 }],
      compartments: { clin: { epoch: 1 } },
      nextRoot: h,
    },
  },
  'channel access': {
    parse: parseChannelAccess,
    good: { c: 'clin', n: 1, readers: [{ pk: h, until: 5, write: true }], state: 'active' },
  },
  'epoch grant': {
    parse: parseEpochGrant,
    good: { charter: h, grants: [{ c: 'clin', n: 1, s: h }], directoryKey: h },
  },
  'pair grant': {
    parse: parsePairGrant,
    good: {
      charter: h,
      grants: [{ id: 'ida', P: h, c: 'clin', n: 1, g: 0, q: h, until: 9 }],
      directoryKey: h,
    },
  },
  'broken glass': {
    parse: parseBreakGlass,
    good: { type: 'ask', patient: 'ida', reason: 'overdose, asked in the emergency room', seconds: 3600 },
  },
  'epoch link': { parse: parseEpochLink, good: { c: 'clin', n: 1, s: h } },
  'patient keyring': { parse: parsePatientKeyring, good: { id: 'ida', keys: [key], directoryKey: h } },
  'guardian grant': {
    parse: parseGuardianGrant,
    good: { P: h, id: 'ida', name: 'Test', keys: [key], until: 9, directoryKey: h },
  },
  'patient index': {
    parse: parsePatientIndex,
    good: {
      v: 1,
      ref: h.slice(32),
      id: 'ida',
      P: h,
      g: { clin: 0 },
      oldP: [],
      channels: [],
      status: 'active',
      guardians: [],
    },
  },
  'staff directory': {
    parse: parseStaffDirectory,
    good: { practice: { name: 'Test', timeZone: 'UTC' }, staff: [{ pk: h, name: 'Test' }] },
  },
};
const cases = Object.entries(parsers);

test.each(cases)('%s: the good one is taken, without what it does not know', (_name, { parse, good }) => {
  expect(parse(JSON.stringify(good))).toMatchObject({ ok: true, value: good });
  const more = parse(`{"__proto__":{"polluted":1},"extra":1,${JSON.stringify(good).slice(1)}`);
  expect(more).toMatchObject({ ok: true });
  if (!more.ok) return;
  expect(more.value).not.toHaveProperty('extra');
  expect(more.value).not.toHaveProperty('polluted');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const hostile = fc.oneof(
  fc.json(),
  fc.string(),
  fc.constantFrom(
    '',
    'null',
    'NaN',
    '[]',
    '{}',
    '1e999',
    '"\ud800"',
    '['.repeat(20_000) + ']'.repeat(20_000),
    `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_001)}`,
  ),
);

test.each(cases)('%s: anything else is a short reason, never an exception', (_name, { parse }) => {
  fc.assert(
    fc.property(hostile, (text) => {
      const parsed = parse(text);
      if (!parsed.ok) expect(parsed.reason.length).toBeLessThan(300);
      else expect(parsed.value).toBeTypeOf('object');
    }),
  );
});

const wrong = fc.constantFrom<unknown>(
  null,
  -1,
  0.5,
  Number.MAX_VALUE,
  2 ** 53,
  '',
  'A'.repeat(64),
  `${h}\n`,
  'x'.repeat(100_000),
  [],
  [null],
  {},
  { __proto__: null, length: 1 },
  true,
);

/** All paths to a leaf of the good value. */
function paths(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, part]) =>
    paths(part, [...at, Array.isArray(value) ? Number(name) : name]),
  );
}

test.each(cases)('%s: one wrong leaf is refused or harmless, and named', (_name, { parse, good }) => {
  fc.assert(
    fc.property(fc.constantFrom(...paths(good)), wrong, (path, value) => {
      const copy = structuredClone(good) as Record<string | number, unknown>;
      let at = copy;
      for (const step of path.slice(0, -1)) at = at[step] as typeof copy;
      at[path.at(-1)!] = value;
      const parsed = parse(JSON.stringify(copy));
      if (!parsed.ok) {
        expect(parsed.reason.length).toBeLessThan(300);
        expect(parsed.reason).toContain(String(path[0]));
        return;
      }
      // What was taken has the type it had: free text, a number in its range, a flag, an empty list.
      const old = path.reduce<unknown>((part, step) => (part as typeof copy)[step], good);
      expect(typeof value).toBe(typeof old);
    }),
    { numRuns: 200 },
  );
});

test('names of elements chosen by somebody else do not make a long reason', () => {
  const compartments = { ['x'.repeat(100_000)]: { epoch: 1 } };
  const parsed = parseCharter(charterOf(JSON.stringify({ ...parsers.charter!.good, compartments })));
  expect(parsed.ok).toBe(false);
  expect(parsed.ok ? '' : parsed.reason.length).toBeLessThan(300);
});
