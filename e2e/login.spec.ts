/** What is pasted, mistyped or put in the place of the practice at the door: each answer says what is wrong. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encryptSecretKey, generateSecretKey, nsecEncode, parseNsec } from '../packages/nostr/src/index.ts';
import { brightwater, staff } from './families.ts';
import { expect, test } from './fixtures.ts';
import { keychart, readLogins } from './practice.ts';
import { startSilentServer } from './silent-server.ts';

test('a key that cannot be right is refused before anything is tried, and the form says why', async ({
  practice,
  newWorkstation,
  newPortal,
}) => {
  const nsec = practice.nsecOf(staff.doctor, 'ehr');
  const npub = practice.logins[0]?.npub ?? '';
  const key = parseNsec(nsec);
  if ('error' in key) throw new Error(key.error);
  const encrypted = await encryptSecretKey(key, 'the right passphrase', { logN: 8 });
  const flipped = nsec.slice(0, -1) + (nsec.endsWith('q') ? 'p' : 'q');
  const wrong: readonly (readonly [what: string, typed: string, words: RegExp])[] = [
    ['one character flipped', flipped, /checksum of this nsec does not fit/i],
    ['a public key', npub, /this is a public key \(npub\); the secret key begins with nsec1/i],
    ['hexadecimal', Buffer.from(key).toString('hex'), /this is a key in hexadecimal/i],
    ['an encrypted key', encrypted, /locked with a passphrase \(ncryptsec\)/i],
    ['nothing', '', /nothing was entered/i],
    ['something else', 'open sesame', /not a Nostr key/i],
  ];
  const workstation = await newWorkstation();
  const portal = await newPortal();
  for (const { login, page } of [workstation, portal]) {
    for (const [what, typed, words] of wrong) {
      await login.withKey(typed);
      await expect(login.failure, what).toContainText(words);
    }
    await login.withEncryptedKey(encrypted, 'a wrong passphrase');
    await expect(login.failure).toContainText(/the passphrase does not open this key/i);
    await login.withEncryptedKey('nsec1notencrypted', 'any');
    await expect(login.failure).toContainText(/an encrypted key starts with ncryptsec1/i);
    await login.withEncryptedKey(encrypted.slice(0, -3), 'the right passphrase');
    await expect(login.failure).toContainText(/damaged/i);
    expect(page.url(), 'nothing typed reaches the address').toMatch(/\/(ehr|portal)\/(#\/)?$/);
  }
  await workstation.login.withEncryptedKey(encrypted, 'the right passphrase');
  await expect(workstation.search).toBeVisible();
});

test('a saved login opens with its passphrase only, and can be forgotten', async ({ newPortal }) => {
  const portal = await newPortal(brightwater.guardian);
  await portal.keepLogin('meadow lantern seven');
  await portal.lock();
  await portal.login.withSaved('meadow lantern eight');
  await expect(portal.login.failure).toContainText(/the passphrase is wrong/i);
  await portal.login.withSaved('meadow lantern seven');
  await expect(portal.person).toContainText(brightwater.child);
  await portal.lock();
  await portal.page.getByRole('button', { name: 'Forget this login' }).click();
  await expect(portal.login.key).toBeVisible();
});

test('a key without access is told so, and sees nothing', async ({ newWorkstation, newPortal }) => {
  const stranger = nsecEncode(generateSecretKey());
  const workstation = await newWorkstation();
  const portal = await newPortal();
  for (const { login, page } of [workstation, portal]) {
    await login.withKey(stranger);
    await expect(page.getByRole('alert')).toContainText(/this key has no access to this practice/i);
    await page.getByRole('button', { name: 'Back to log in' }).click();
    await expect(login.form).toBeVisible();
  }
});

for (const [fault, words] of [
  ['mute', /never asked|did not ask|does not ask/i],
  ['deaf', /did not answer|no answer|gave no answer/i],
] as const) {
  test(`a relay that is ${fault} is named, and the way back stays open`, async ({
    practice,
    newWorkstation,
    browser,
  }) => {
    await newWorkstation();
    const silent = await startSilentServer(practice, fault);
    const context = await browser.newContext({ baseURL: silent.origin });
    const page = await context.newPage();
    await page.goto('/ehr/');
    await page.getByLabel('Secret key').fill(practice.nsecOf(staff.doctor, 'ehr'));
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(words, { timeout: 40_000 });
    await page.getByRole('button', { name: 'Back to log in' }).click();
    await expect(page.getByRole('form', { name: 'Log in' })).toBeVisible();
    await context.close();
    await silent.close();
  });
}

test('another practice under the same address is refused: nothing is opened, nothing sent', async ({
  practice,
  newWorkstation,
}) => {
  const doctor = await newWorkstation(staff.doctor);
  const nsec = practice.nsecOf(staff.doctor, 'ehr');
  await doctor.lock();
  await practice.stop();
  const other = mkdtempSync(join(tmpdir(), 'keychart-e2e-other-'));
  try {
    await keychart(['demo', '--no-serve', '--families', '1'], { DATA_DIR: other });
    practice.replaceData(other);
    await practice.start();
    const sockets: string[] = [];
    doctor.page.on('websocket', (socket) => sockets.push(socket.url()));
    await doctor.login.withKey(nsec);
    await expect(doctor.login.failure).toContainText(/belongs to another practice/i);
    expect(sockets).toEqual([]);
    const newcomer = readLogins(other).find(({ app }) => app === 'ehr');
    await doctor.logIn(newcomer?.nsec ?? '');
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});
