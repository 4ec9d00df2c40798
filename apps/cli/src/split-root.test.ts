/** `keychart setup --split` and the root commands with two of three sheets. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNsec } from '@keychart/nostr';
import { findShares } from '@keychart/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keychart, temporaryFolder } from './testing/run-command.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const practice = [
  ...['--name', 'Meadow Pediatrics', '--person', 'Dr. Ada Quill', '--time-zone', 'America/Denver', '--split'],
  ...['--address', 'Meadow Lane 1', 'Denver', '--phone', '555-0100', '--idle-minutes', '10'],
];

function file(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

test('prints three sheets of each key and no whole one', async () => {
  const { code, out } = await keychart(folder.path, ['setup', ...practice]);
  expect(code).toBe(0);
  expect(findShares(out)).toHaveLength(6);
  expect(out.match(/nsec1/g)).toHaveLength(1);
  expect(out).toMatch(/ROOT KEY[\s\S]*Any two restore[\s\S]*Sheet 1 of 3, set \d{4} \d{4}:\n {2}ncshare1/);
  const two = file('two.txt', out.split('SUCCESSOR')[0]!.replace(/ncshare1\w+/, ''));
  const fits = await keychart(folder.path, ['root', 'combine', '--share', two]);
  expect(fits).toMatchObject({
    code: 0,
    out: '',
    said: expect.stringMatching(/sheets fit: they are the root key/),
  });
  const shown = await keychart(folder.path, ['root', 'combine', '--share', two, '--show']);
  expect(parseNsec(shown.out)).toBeInstanceOf(Uint8Array);
});

test('two sheets do what the root key does; the successor takes over with two of its own', async () => {
  const made = JSON.parse((await keychart(folder.path, ['setup', ...practice, '--json'])).out) as {
    root: { shares: string[] };
    successor: { shares: string[] };
    person: { npub: string };
  };
  const [r1, r2, r3] = made.root.shares.map((text, i) => file(`r${i}`, text)) as [string, string, string];
  const [s1, , s3] = made.successor.shares.map((text, i) =>
    file(`s${i}`, `Sheet ${i}\n${text}\n`),
  ) as string[];
  const admins = (...rest: string[]) =>
    keychart(folder.path, ['root', 'admins', '--add', made.person.npub, ...rest]);
  expect(await admins('--share', r1, r3)).toMatchObject({ code: 0 });
  expect(await admins('--share', r2, r2)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/same sheet twice/),
  });
  expect(await admins('--share', r2)).toMatchObject({ code: 1, said: expect.stringMatching(/2 sheets/) });
  expect(await admins('--share', r2, s1!)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/two keys/),
  });
  expect(await admins('--share', s1!, s3!)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/sheets of the successor key; here the root key is needed/),
  });
  expect(await admins('--share', made.root.shares[0]!)).toMatchObject({ code: 2 });
  expect(await admins('--share', join(folder.path, 'none'))).toMatchObject({ code: 3 });
  expect(await admins()).toMatchObject({ code: 2, said: expect.stringMatching(/--key FILE, or two sheets/) });

  const both = [made.successor.shares[0], made.successor.shares[1]].join('\n');
  const taken = await keychart(folder.path, ['root', 'succeed', '--share', '-', '--split'], { stdin: both });
  expect(taken).toMatchObject({ code: 0 });
  expect(findShares(taken.out)).toHaveLength(3);
  expect(await admins('--share', r1, r3)).toMatchObject({ code: 1 });
  expect(await keychart(folder.path, ['verify'])).toMatchObject({ code: 0 });
}, 60_000);

test.each([
  [['--idle-minutes', '0'], /from 1 to 240/],
  [['--guardian-until', '2'], /from 8 to 30/],
])('%j is a usage error', async (args, words) => {
  const result = await keychart(folder.path, ['setup', ...practice, ...args]);
  expect(result.code).toBe(2);
  expect(result.said).toMatch(words);
});
