/** Wrong login keys: each is told apart, none is echoed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode } from '@keychart/nostr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keychart, temporaryFolder } from './testing/run-command.ts';

const folder = temporaryFolder();
const secret = generateSecretKey();
const nsec = nsecEncode(secret);
const flipped = `${nsec.slice(0, 20)}${nsec[20] === 'q' ? 'p' : 'q'}${nsec.slice(21)}`;

beforeAll(async () => {
  await keychart(folder.path, ['setup', '--name', 'Brook', '--person', 'Dr. Brook']);
});
afterAll(() => folder.remove());

const exportWith = (stdin: string) => keychart(folder.path, ['export', 'fhir', 'x', '--as', '-'], { stdin });

test.each([
  ['a flipped character', flipped, /checksum|mistyped|typo/i],
  ['a public key', npubEncode(getPublicKey(secret)), /npub/],
  ['hex', Buffer.from(secret).toString('hex'), /hex/i],
  ['nothing', '', /cannot be used/],
])('%s is named', async (_, key, words) => {
  const result = await exportWith(key);
  expect(result.code).toBe(2);
  expect(result.said).toMatch(words);
  if (key) expect(result.said).not.toContain(key);
});

test('a stranger is refused in plain words', async () => {
  const result = await exportWith(nsec);
  expect(result).toMatchObject({ code: 1, out: '' });
  expect(result.said).toMatch(/does not let this key in: .*no access/);
});

test('a key as an argument is refused: others would see it', async () => {
  const result = await keychart(folder.path, ['export', 'fhir', 'x', '--as', nsec]);
  expect(result.code).toBe(2);
  expect(result.said).not.toContain(nsec);
});

test('a file, and the lack of one', async () => {
  const path = join(folder.path, 'key.txt');
  writeFileSync(path, `${nsec}\n`);
  expect((await keychart(folder.path, ['export', 'fhir', 'x', '--as', path])).code).toBe(1);
  expect((await keychart(folder.path, ['export', 'fhir', 'x', '--as', `${path}.none`])).code).toBe(3);
  const nobody = await keychart(folder.path, ['export', 'fhir', 'x']);
  expect(nobody.code).toBe(2);
  expect(nobody.said).toContain('Who signs?');
});
