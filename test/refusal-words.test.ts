/** Every reason for which the practice's relay refuses an event has a sentence that says what to do. */
import { describe, expect, test } from 'vitest';
import { refusalWords } from '../packages/ui/src/text/refusal-words.ts';
import { filesUnder, read } from './source-files.ts';

const sources = filesUnder('packages/relay/src').filter(
  (path) => /\/(practice|store)\/|\/ingest\.ts$/.test(path) && !/\.test\.ts$/.test(path),
);
const written = sources.flatMap((path) =>
  [...read(path).matchAll(/['`]((?:restricted|blocked|error|auth-required|rate-limited): [^'`]+)['`]/g)].map(
    ([, reason = '']) => reason.replaceAll(/\$\{[^}]*\}/g, 'x'),
  ),
);
const charter = [...read('packages/protocol/src/charter.ts').matchAll(/return '([^']+)';/g)].map(
  ([, why]) => `restricted: the charter ${why}`,
);
const entitled = [
  'restricted: role nurse does not open compartment sens',
  'restricted: role billing lacks the permission chart.write or chart.sign',
  'restricted: the signer was not a member of the practice at that time',
];
/** Programs that no person of the practice meets: the general sentence does. */
const ours = ['restricted: x', 'restricted: a channel stays in its compartment and epoch'];
const general = refusalWords('restricted: something nobody has written down yet');

describe('refusals in plain words', () => {
  test('the sources name their reasons where this looks for them', () => {
    expect(written.length).toBeGreaterThan(25);
    expect(charter.length).toBeGreaterThan(5);
  });

  test.each([...new Set([...written, ...charter, ...entitled])].filter((reason) => !ours.includes(reason)))(
    '%s',
    (reason) => {
      const { said, raw } = refusalWords(reason);
      expect(raw).toBe(reason);
      expect(said).not.toBe(general.said);
      expect(said).toMatch(/^[A-Z].*\.$/);
      expect(said).not.toMatch(
        /\b(restricted|charter|channel|epoch|created_at|compartment|kind|tag|event)\b/,
      );
    },
  );

  test('a reason nobody foresaw keeps its own words for support, and says what to do', () => {
    expect(general.raw).toBe('restricted: something nobody has written down yet');
    expect(general.said).toMatch(/Try again/);
  });

  test('a sentence for people stays as it is', () => {
    expect(refusalWords('this login has no key for it')).toEqual({
      said: 'This login has no key for it.',
      raw: undefined,
    });
  });
});
