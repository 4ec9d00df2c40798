/** `keychart setup`: a practice from nothing, its keys shown once. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode, parseNsec } from '@keychart/nostr';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keychart, temporaryFolder } from './testing/run-command.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const person = ['--name', 'Meadow Pediatrics', '--person', 'Dr. Ada Quill', '--time-zone', 'America/Denver'];
const everything = () =>
  readdirSync(folder.path)
    .map((name) => readFileSync(join(folder.path, name), 'latin1'))
    .join('');

test('founds a practice, shows the root key once and keeps no secret of a person', async () => {
  const { code, out } = await keychart(folder.path, ['setup', ...person]);
  expect(code).toBe(0);
  const secrets = [...out.matchAll(/nsec1[a-z0-9]+/g)].map(([nsec]) => nsec);
  expect(secrets).toHaveLength(3);
  expect(out).toMatch(/ROOT KEY.*\n.*\n {2}nsec1/);
  const stored = everything();
  for (const nsec of secrets) {
    expect(stored).not.toContain(nsec);
    expect(stored).not.toContain(Buffer.from(parseNsec(nsec) as Uint8Array).toString('hex'));
  }
  const settings = JSON.parse(readFileSync(join(folder.path, 'settings.json'), 'utf8'));
  expect(settings).toMatchObject({ name: 'Meadow Pediatrics', timeZone: 'America/Denver', demo: false });
  for (const name of readdirSync(folder.path)) {
    expect(statSync(join(folder.path, name)).mode & 0o077, name).toBe(0);
  }
});

test('the first person can log in and add a patient; the whole verifies', async () => {
  const { out } = await keychart(folder.path, ['setup', ...person, '--json']);
  const { person: login } = JSON.parse(out);
  const bundle = join(folder.path, 'bundle.json');
  const patient = { resourceType: 'Patient', id: 'newborn-1', name: [{ family: 'Quill', given: ['Ivo'] }] };
  writeFileSync(
    bundle,
    JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: patient }] }),
  );
  const taken = await keychart(folder.path, ['import', 'fhir', bundle, '--as', '-'], { stdin: login.nsec });
  expect(taken.said).not.toMatch(/refused|not/);
  expect(taken).toMatchObject({ code: 0 });
  const verified = await keychart(folder.path, ['verify', '--json']);
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, faults: [] });
  rmSync(bundle);
  expect(everything()).not.toMatch(/Quill|newborn-1/);
});

test('takes a person’s own key, who then logs in with it', async () => {
  const secret = generateSecretKey();
  const npub = npubEncode(getPublicKey(secret));
  const { code, out } = await keychart(folder.path, ['setup', ...person, '--npub', npub]);
  expect(code).toBe(0);
  expect(out.match(/nsec1/g)).toHaveLength(2);
  const none = await keychart(folder.path, ['export', 'fhir', 'nobody'], {
    env: { KEYCHART_NSEC: nsecEncode(secret) },
  });
  expect(none.said).toContain('There is no patient with the id nobody');
  expect((await keychart(folder.path, ['verify'])).code).toBe(0);
});

test('refuses where a practice is, and changes nothing', async () => {
  await keychart(folder.path, ['setup', ...person]);
  const before = readFileSync(join(folder.path, 'settings.json'), 'utf8');
  const again = await keychart(folder.path, ['setup', ...person]);
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.said).toContain('already holds the practice "Meadow Pediatrics"');
  const demo = await keychart(folder.path, ['demo', '--reset', '--no-serve']);
  expect(demo.code).toBe(1);
  expect(demo.said).toContain('not a demo');
  expect(readFileSync(join(folder.path, 'settings.json'), 'utf8')).toBe(before);
});

test.each([
  [['setup'], /required option/],
  [['setup', ...person, '--role', 'boss'], /--role boss: it is one of/],
  [['setup', ...person, '--time-zone', 'Mars'], /--time-zone Mars/],
  [['setup', ...person, '--npub', 'npub1xyz'], /--npub: /],
  [['dance'], /unknown command/],
])('%j is a usage error', async (args, words) => {
  const result = await keychart(folder.path, args);
  expect(result.code).toBe(2);
  expect(result.said).toMatch(words);
  expect(result.said).not.toMatch(/ {4}at /);
});

test('wrong settings are usage errors, all of them named', async () => {
  const result = await keychart(folder.path, ['verify'], {
    env: { PORT: 'x', DATABASE_URL: 'postgres://a' },
  });
  expect(result.code).toBe(2);
  expect(result.said).toContain('PORT: must be a number');
  expect(result.said).toContain('DATABASE_URL: is not supported yet');
});

test.each([
  [[]],
  [['setup']],
  [['start']],
  [['demo']],
  [['import']],
  [['import', 'fhir']],
  [['export', 'fhir']],
  [['verify']],
  [['relay']],
])('%j has help that names the exit codes', async (command) => {
  const result = await keychart(folder.path, [...command, '--help']);
  expect(result.code).toBe(0);
  expect(result.out).toContain('Usage: keychart');
  expect(result.out).toContain('Exit codes: 0 done');
});
