/** `keychart root`: administrators by the root key, and a successor in the place of a lost one. */
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode } from '@keychart/nostr';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keychart, temporaryFolder } from './testing/run-command.ts';

let folder: ReturnType<typeof temporaryFolder>;
let secrets: { root: { nsec: string }; successor: { nsec: string }; person: { npub: string; nsec: string } };
beforeEach(async () => {
  folder = temporaryFolder();
  const person = [
    '--name',
    'Meadow Pediatrics',
    '--person',
    'Dr. Ada Quill',
    '--time-zone',
    'America/Denver',
  ];
  secrets = JSON.parse((await keychart(folder.path, ['setup', ...person, '--json'])).out);
});
afterEach(() => folder.remove());

const root = (args: string[], nsec: string) =>
  keychart(folder.path, ['root', ...args, '--key', '-'], { stdin: nsec });

test('only the root key changes the administrators, and only to people on the staff', async () => {
  const stranger = npubEncode(getPublicKey(generateSecretKey()));
  expect(await root(['admins', '--add', stranger], secrets.root.nsec)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/has to be on the staff first/),
  });
  expect(await root(['admins', '--add', secrets.person.npub], secrets.person.nsec)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/not the root key/),
  });
  expect(
    await root(['admins', '--remove', secrets.person.npub], nsecEncode(generateSecretKey())),
  ).toMatchObject({
    code: 1,
    said: expect.stringMatching(/does not talk to this key/),
  });
  expect(await root(['admins'], secrets.root.nsec)).toMatchObject({ code: 2 });
  expect(await root(['admins', '--approvals', 'many'], secrets.root.nsec)).toMatchObject({ code: 2 });
  expect(await root(['admins', '--add', secrets.person.npub], secrets.root.nsec)).toMatchObject({ code: 0 });
}, 60_000);

test('the successor takes over: the old root counts for nothing, and the whole verifies', async () => {
  const taken = await root(['succeed', '--json'], secrets.successor.nsec);
  expect(taken).toMatchObject({ code: 0 });
  const next = JSON.parse(taken.out) as { successor: { nsec: string } };
  expect(await root(['admins', '--add', secrets.person.npub], secrets.root.nsec)).toMatchObject({ code: 1 });
  expect(await root(['admins', '--add', secrets.person.npub], secrets.successor.nsec)).toMatchObject({
    code: 0,
  });
  expect(await keychart(folder.path, ['verify'])).toMatchObject({ code: 0 });
  expect(await root(['succeed'], next.successor.nsec)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/NEXT SUCCESSOR[\s\S]*nsec1/),
  });
}, 60_000);
