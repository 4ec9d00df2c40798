/** Every way to log in but the plain key: passkeys with and without PRF, a PIN, an extension, a remote signer. */
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { encryptSecretKey, parseNsec } from '../packages/nostr/src/index.ts';
import { addAuthenticator } from './authenticator.ts';
import { type Finding, look } from './axe-look.ts';
import { staff, vandermeer } from './families.ts';
import {
  type Bunker,
  installExtension,
  type SignerRelay,
  startBunker,
  startSignerRelay,
} from './far-signers.ts';
import { test } from './fixtures.ts';
import { readableOnDevice } from './on-device.ts';
import { PortalPage } from './portal.page.ts';
import type { Practice } from './practice.ts';
import { watchSecrets } from './secret-watch.ts';
import { WorkstationPage } from './workstation.page.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const DESK = { viewport: { width: 1280, height: 900 } } as const;

/** Passkeys want a name: an address in numbers has none. */
const named = (practice: Practice) => practice.origin.replace('127.0.0.1', 'localhost');

function keyOf(nsec: string): Uint8Array {
  const key = parseNsec(nsec);
  if ('error' in key) throw new Error(key.error);
  return key;
}

async function newPage(browser: Browser, practice: Practice, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: named(practice), ...options });
  return context.newPage();
}

const ways = (page: Page) => page.getByRole('list', { name: 'My ways to log in' });

async function toDeviceScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/device';
  });
  await expect(page.getByRole('heading', { name: 'My ways to log in' })).toBeVisible();
}

/** Who, this device, and signatures for the relay and the access log (logged in, opened), which may still be to come. */
function expectHandful(asked: readonly string[]): void {
  const signatures = asked.filter((call) => call === 'sign_event').length;
  expect(asked.filter((call) => call !== 'sign_event').sort()).toEqual(['get_public_key', 'nip44_decrypt']);
  expect(signatures).toBeGreaterThanOrEqual(1);
  expect(signatures).toBeLessThanOrEqual(3);
}

test('workstation: a passkey opens the login, and nothing secret leaves or lies about', async ({
  practice,
  browser,
}) => {
  const page = await newPage(browser, practice, DESK);
  const nsec = practice.nsecOf(staff.doctor, 'ehr');
  const secrets = watchSecrets(page, nsec, 'lantern meadow nine');
  const authenticator = await addAuthenticator(page, { prf: true });
  const doctor = new WorkstationPage(page);
  await doctor.open();
  await doctor.logIn(nsec);
  await toDeviceScreen(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const form = page.getByRole('form', { name: 'Add a passkey' });
  await form.getByLabel('Name of this login').fill('Desk one');
  await form.getByRole('button', { name: 'Add the passkey' }).click();
  await expect(ways(page)).toContainText('Desk one');
  await expect(page.getByRole('status').filter({ hasText: 'One more way' })).toBeVisible();

  await ways(page).getByRole('button', { name: 'Rename Desk one' }).click();
  await page.getByLabel('New name').fill('Desk two');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(ways(page)).toContainText('Desk two');

  await page.getByRole('button', { name: 'Make a recovery sheet now' }).click();
  const sheet = page.getByRole('form', { name: 'Make a recovery sheet' });
  await sheet.getByLabel('Passphrase for the sheet', { exact: true }).fill('lantern meadow nine');
  await sheet.getByLabel('Repeat the passphrase for the sheet').fill('lantern meadow nine');
  await sheet.getByRole('button', { name: 'Make the sheet' }).click();
  const paper = page.getByRole('article', { name: 'Recovery sheet' });
  await expect(paper.getByRole('img', { name: 'Encrypted key as a QR code' })).toBeVisible();
  const text = /ncryptsec1[a-z0-9]+/.exec((await paper.textContent()) ?? '')?.[0] ?? '';
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'My ways to log in' })).toBeHidden();
  await expect(page.getByText('Keychart recovery sheet').last()).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'One more way' })).toBeHidden();

  await doctor.lock();
  await page.getByRole('button', { name: 'Log in with the passkey' }).click();
  await expect(doctor.search).toBeVisible();
  await secrets.assertNone();

  await toDeviceScreen(page);
  await ways(page).getByRole('button', { name: 'Remove Desk two' }).click();
  await expect(page.getByRole('dialog')).toContainText('Remove the last way');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();

  await doctor.lock();
  await test.step('a passkey that answers differently is refused', async () => {
    const { cdp, authenticatorId } = authenticator;
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
    await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    const other = await addAuthenticator(page, { prf: true });
    const [credential] = credentials;
    if (credential === undefined) throw new Error('the authenticator kept no credential');
    await cdp.send('WebAuthn.addCredential', { authenticatorId: other.authenticatorId, credential });
    await page.getByRole('button', { name: 'Log in with the passkey' }).click();
    await expect(doctor.login.failure).toContainText(/answers differently|cannot keep a key safe/);
  });

  await test.step('the recovery sheet opens the login on another device', async () => {
    const fresh = new WorkstationPage(await newPage(browser, practice, DESK));
    await fresh.open();
    await fresh.login.withEncryptedKey(text, 'lantern meadow nine');
    await expect(fresh.search).toBeVisible();
    await fresh.page.context().close();
  });
  await page.context().close();
});

test('portal on a phone: without PRF a PIN is offered; it is counted, delayed and wiped', async ({
  practice,
  browser,
}) => {
  const page = await newPage(browser, practice, PHONE);
  const nsec = practice.nsecOf(vandermeer.guardian, 'portal');
  const secrets = watchSecrets(page, nsec);
  await addAuthenticator(page, { prf: false });
  const portal = new PortalPage(page);
  await portal.open();
  await portal.logIn(nsec);
  await portal.nav.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Add the passkey' }).click();
  const problem = page.getByRole('alert').filter({ hasText: 'No passkey was added' });
  await expect(problem).toContainText('lacks the PRF extension');
  await page.getByRole('button', { name: 'Add a PIN instead' }).click();
  const form = page.getByRole('form', { name: 'Add a PIN' });
  const choose = async (pin: string, again = pin) => {
    await form.getByLabel('New PIN').fill(pin);
    await form.getByLabel('Repeat the PIN').fill(again);
    await form.getByRole('button', { name: 'Add the PIN' }).click();
  };
  await choose('27182');
  await expect(form.getByRole('alert')).toContainText('at least 6');
  await choose('123456');
  await expect(form.getByRole('alert')).toContainText('among the first');
  await choose('271828', '271829');
  await expect(form.getByRole('alert')).toContainText('not the same');
  await choose('271828');
  await expect(ways(page)).toContainText('PIN, on this device only');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await portal.lock();
  const enter = async (pin: string) => {
    await page.getByLabel('PIN', { exact: true }).fill(pin);
    await portal.login.submit.click();
  };
  await enter('000000');
  await expect(portal.login.failure).toContainText('9 tries are left');
  await enter('271828');
  await expect(portal.nav).toBeVisible();
  await secrets.assertNone();
  await portal.lock();
  for (const left of [9, 8, 7]) {
    await enter('999999');
    await expect(portal.login.failure).toContainText(`${left} tries are left`);
  }
  await enter('271828');
  await expect(portal.login.failure).toContainText(/wait 1?\d seconds/);
  await setAttempts(page, 9);
  expect((await readableOnDevice(page)).text).toMatch(KEPT_PIN);
  await enter('999999');
  await expect(portal.login.failure).toContainText('removed from this device');
  expect((await readableOnDevice(page)).text).not.toMatch(KEPT_PIN);
  await page.reload();
  await expect(portal.login.key).toBeVisible();
  await page.context().close();
});

const KEPT_PIN = /\nkind\npin\n/;

test('portal on a phone: a passkey opens the login', async ({ practice, browser }) => {
  const page = await newPage(browser, practice, PHONE);
  await addAuthenticator(page, { prf: true });
  const portal = new PortalPage(page);
  await portal.open();
  await portal.logIn(practice.nsecOf(vandermeer.guardian, 'portal'));
  await portal.nav.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Add the passkey' }).click();
  await expect(ways(page)).toContainText('Passkey or security key');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const findings: Finding[] = [];
  await look(page, 'ways to log in', findings);
  await portal.lock();
  await look(page, 'the door with a passkey', findings);
  await page.getByRole('button', { name: 'Use a remote signer' }).click();
  await expect(page.getByLabel('Address of your signer')).toBeVisible();
  await look(page, 'the door for a remote signer', findings);
  expect(findings).toEqual([]);
  await page.setViewportSize(PHONE.viewport);
  await page.getByRole('button', { name: 'Use the login kept on this device' }).click();
  await page.getByRole('button', { name: 'Log in with the passkey' }).click();
  await expect(portal.nav).toBeVisible();
  await page.context().close();
});

test('a login kept by the first version opens, and is listed', async ({ practice, browser }) => {
  const page = await newPage(browser, practice, DESK);
  const key = keyOf(practice.nsecOf(staff.doctor, 'ehr'));
  const ncryptsec = await encryptSecretKey(key, 'kept long ago', { logN: 8 });
  await page.goto('/robots.txt');
  await page.evaluate(async (text) => {
    const request = indexedDB.open('keychart-logins', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('logins', { keyPath: 'id' });
      request.result.createObjectStore('practices');
    };
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const tx = request.result.transaction('logins', 'readwrite');
    const row = {
      id: 'a',
      app: 'ehr',
      label: 'From before',
      kind: 'passphrase',
      createdAt: '2026-01-02T03:04:05Z',
    };
    tx.objectStore('logins').put({ ...row, ncryptsec: text });
    await new Promise((resolve) => {
      tx.oncomplete = resolve;
    });
    request.result.close();
  }, ncryptsec);
  const doctor = new WorkstationPage(page);
  await doctor.open();
  await doctor.login.withSaved('kept long ago');
  await expect(doctor.search).toBeVisible();
  await toDeviceScreen(page);
  await expect(ways(page)).toContainText('From before');
  await page.context().close();
});

/** As if so many wrong PINs had been typed, the last of them yesterday. */
function setAttempts(page: Page, failures: number): Promise<void> {
  return page.evaluate(async (count) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('keychart-logins'));
    const store = database.transaction('logins', 'readwrite').objectStore('logins');
    for (const row of await done(store.getAll()))
      if (row.kind === 'pin')
        await done(store.put({ ...row, attempts: { failures: count, lastTry: Date.now() - 86_400_000 } }));
    database.close();
  }, failures);
}

test('extension: a chart opens with a handful of calls, and a refusal says what to do', async ({
  practice,
  browser,
}) => {
  const page = await newPage(browser, practice, DESK);
  const nsec = practice.nsecOf(staff.doctor, 'ehr');
  const secrets = watchSecrets(page, nsec);
  const extension = await installExtension(page.context(), keyOf(nsec));
  const doctor = new WorkstationPage(page);
  await doctor.open();
  await page.getByRole('button', { name: 'Use the key extension of this browser' }).click();
  const submit = page.getByRole('button', { name: 'Log in with the extension' });
  extension.refuses = 'User rejected the request';
  await submit.click();
  await expect(doctor.login.failure).toContainText(/refused.*allow Keychart/);
  extension.refuses = undefined;
  await submit.click();
  await expect(doctor.search).toBeVisible();
  await doctor.openChart(vandermeer.first);
  await doctor.chartComplete();
  await doctor.beginNote({ subjective: 'signed in the extension' });
  extension.refuses = 'User rejected the request';
  await doctor.noteForm.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(doctor.noteForm.getByRole('alert')).toContainText(/refused.*Your note is kept as a draft/);
  extension.refuses = undefined;
  await doctor.signNote();
  await expect(doctor.connection('Live')).toBeVisible();

  await toDeviceScreen(page);
  await expect(page.getByRole('main')).toContainText('You log in with the key extension of this browser');
  await doctor.lock();
  extension.asked.length = 0;
  await page.getByRole('button', { name: 'Use the key extension of this browser' }).click();
  await submit.click();
  await doctor.openChart(vandermeer.first);
  await doctor.chartComplete();
  expectHandful(extension.asked);
  await secrets.assertNone();
  await page.context().close();
});

test('extension on a phone: a guardian reads, locks, and comes back', async ({ practice, browser }) => {
  const page = await newPage(browser, practice, PHONE);
  const extension = await installExtension(
    page.context(),
    keyOf(practice.nsecOf(vandermeer.guardian, 'portal')),
  );
  const portal = new PortalPage(page);
  await portal.open();
  const logIn = async () => {
    await page.getByRole('button', { name: 'Use the key extension of this browser' }).click();
    await page.getByRole('button', { name: 'Log in with the extension' }).click();
    await expect(portal.person).toContainText(vandermeer.first);
    await expect(portal.main).toContainText('Well-child visit');
  };
  await logIn();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await portal.lock();
  extension.asked.length = 0;
  await logIn();
  expectHandful(extension.asked);
  await page.context().close();
});

test.describe('remote signer', () => {
  let relay: SignerRelay;
  let url = '';
  let bunker: Bunker | undefined;

  test.beforeAll(async () => {
    relay = await startSignerRelay();
    url = relay.url;
  });

  test.afterEach(() => bunker?.close());

  test.afterAll(() => relay.close());

  test('bunker: pasted once, kept under a passphrase, met again', async ({ practice, browser }) => {
    const nsec = practice.nsecOf(staff.doctor, 'ehr');
    bunker = await startBunker(url, keyOf(nsec));
    const page = await newPage(browser, practice, DESK);
    const secrets = watchSecrets(page, nsec, 'passphrase for the signer');
    const doctor = new WorkstationPage(page);
    await doctor.open();
    await page.getByRole('button', { name: 'Use a remote signer' }).click();
    const address = page.getByLabel('Address of your signer');
    await address.fill('bunker://nothing');
    await doctor.login.submit.click();
    await expect(doctor.login.failure).toContainText('bunker://');
    await address.fill(
      bunker.newAddress().replace(encodeURIComponent(url), encodeURIComponent('ws://127.0.0.1:9/')),
    );
    await doctor.login.submit.click();
    await expect(doctor.login.failure).toContainText('does not let the browser reach');
    const once = bunker.newAddress();
    await address.fill(once);
    await doctor.login.submit.click();
    await expect(doctor.search).toBeVisible();
    await doctor.keepLogin('passphrase for the signer');
    await doctor.openChart(vandermeer.first);
    await doctor.chartComplete();
    await doctor.writeNote({ subjective: 'signed far away' });
    await doctor.lock();

    bunker.asked.length = 0;
    await bunker.leave(1500);
    await doctor.login.withSaved('passphrase for the signer');
    await doctor.loggedIn();
    await doctor.openChart(vandermeer.first);
    await doctor.chartComplete();
    expectHandful(bunker.asked);
    await secrets.assertNone();

    await test.step('an address is good once', async () => {
      await doctor.lock();
      await page.getByRole('button', { name: 'Use a remote signer' }).click();
      await address.fill(once);
      await doctor.login.submit.click();
      await expect(doctor.login.failure).toContainText('used before');
    });
    await page.context().close();
  });

  test('bunker on a phone: pasted, and the record read', async ({ practice, browser }) => {
    bunker = await startBunker(url, keyOf(practice.nsecOf(vandermeer.guardian, 'portal')));
    const page = await newPage(browser, practice, PHONE);
    const portal = new PortalPage(page);
    await portal.open();
    await page.getByRole('button', { name: 'Use a remote signer' }).click();
    await page.getByLabel('Address of your signer').fill(bunker.newAddress());
    await portal.login.submit.click();
    await expect(portal.person).toContainText(vandermeer.first);
    await expect(portal.main).toContainText('Well-child visit');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  test('nostrconnect on a phone: the signer reads the code', async ({ practice, browser }) => {
    const nsec = practice.nsecOf(vandermeer.guardian, 'portal');
    bunker = await startBunker(url, keyOf(nsec));
    const page = await newPage(browser, practice, PHONE);
    const portal = new PortalPage(page);
    await portal.open();
    await page.getByRole('button', { name: 'Use a remote signer' }).click();
    await page.getByRole('button', { name: 'Show a code for my signer instead' }).click();
    await expect(page.getByLabel('Where both meet')).toHaveValue(url);
    await page.getByRole('button', { name: 'Show the code' }).click();
    const code = page.getByRole('status', { name: 'Code for your signer' });
    await expect(code.getByRole('img')).toBeVisible();
    const invite = /nostrconnect:\/\/\S+?(?=Copy|$)/.exec((await code.textContent()) ?? '')?.[0] ?? '';
    bunker.accept(invite);
    await expect(portal.nav).toBeVisible();
    await expect(portal.person).toContainText(vandermeer.first);
    await page.context().close();
  });
});
