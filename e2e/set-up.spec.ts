/**
 * A practice from an empty folder to a workstation somebody is logged in to, in the browser: on a desk with a
 * passphrase and three sheets, on a phone with a passkey and one sheet, with reloads and a killed server between.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { parseNsec } from '../packages/nostr/src/index.ts';
import { combineShares } from '../packages/protocol/src/index.ts';
import { addAuthenticator } from './authenticator.ts';
import { type EmptyServer, keychart, startEmptyServer } from './practice.ts';
import { WorkstationPage } from './workstation.page.ts';

const test = base.extend<{ server: EmptyServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  server: async ({}, use) => {
    const server = await startEmptyServer();
    await use(server);
    await server.remove();
  },
});

const DESK = { viewport: { width: 1280, height: 900 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const SHOTS = process.env.KEYCHART_SHOTS;

/** Everything the page sends, and everything this origin keeps in the clear. */
function watchSent(page: Page): string[] {
  const sent: string[] = [];
  page.context().on('request', (request) => {
    const body = request.postDataBuffer()?.toString('latin1') ?? '';
    sent.push(request.url(), JSON.stringify(request.headers()), body);
  });
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
  });
  return sent;
}

const storageOf = (page: Page) =>
  page.evaluate(async () => {
    const all: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        all.push(
          JSON.stringify(rows, (_, value) =>
            value instanceof Uint8Array ? String.fromCharCode(...value) : value,
          ),
        );
      }
      db.close();
    }
    return all.join('\n');
  });

function formsOf(secret: Uint8Array): string[] {
  const bytes = Buffer.from(secret);
  return [bytes.toString('hex'), bytes.toString('base64').replaceAll('=', ''), bytes.toString('latin1')];
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  await page.screenshot({ path: join(SHOTS, `set-up-${name}.png`), fullPage: true });
}

async function enterCode(page: Page, server: EmptyServer): Promise<void> {
  const form = page.getByRole('form', { name: 'Set-up code' });
  await form.getByLabel('Set-up code').fill(server.setUpCode());
  await form.getByRole('button', { name: 'Begin' }).click();
}

async function sheetTexts(page: Page): Promise<string[]> {
  const text = (await page.locator('main').textContent()) ?? '';
  return text.match(/(nsec1|ncshare1)[qpzry9x8gf2tvdw0s3jn54khce6mua7l]+/g) ?? [];
}

async function open(page: Page, origin: string, where: string): Promise<void> {
  await page.goto(origin);
  await shot(page, `${where}-first-page`);
  await page.getByRole('link', { name: /Set up my practice/ }).click();
  await expect(page.getByRole('heading', { name: 'Set up my practice' })).toBeVisible();
}

async function typeBack(page: Page, sheets: readonly string[]): Promise<void> {
  const fields = page.getByRole('form', { name: 'Check the sheets' }).getByRole('textbox');
  await expect(fields).toHaveCount(sheets.length);
  for (const [i, text] of sheets.entries()) await fields.nth(i).fill(text.slice(-6));
}

test('on a desk: code, answers, a reload, three sheets, a killed server, and a login', async ({
  server,
  browser,
}) => {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  const sent = watchSent(page);
  await open(page, server.origin, 'desk');
  await shot(page, 'desk-code');
  const code = page.getByRole('form', { name: 'Set-up code' });
  await code.getByLabel('Set-up code').fill('AAAA-BBBB-CCCC');
  await code.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('alert')).toContainText('This is not the set-up code');
  await enterCode(page, server);

  const practice = page.getByRole('form', { name: 'The practice' });
  await practice.getByRole('button', { name: 'Go on' }).click();
  await expect(practice).toContainText('Type the name of the practice.');
  await practice.getByLabel('Name of the practice').fill('Meadow Pediatrics');
  await practice.getByLabel('Postal address').fill('Meadow Lane 1\nDenver');
  await practice.getByLabel('Telephone').fill('555-0100');
  await shot(page, 'desk-practice');
  await practice.getByRole('button', { name: 'Go on' }).click();

  await expect(page.getByRole('heading', { name: 'You', exact: true })).toBeVisible();
  await page.getByLabel('Your name').fill('Dr. Ada Quill');
  const key = page.getByRole('form', { name: 'A key under a passphrase' });
  await key.getByLabel('Passphrase', { exact: true }).fill('lantern meadow nine');
  await key.getByLabel('Repeat the passphrase').fill('lantern meadow nine');
  await shot(page, 'desk-you');
  await key.getByRole('button', { name: 'Make my key' }).click();
  await expect(page.getByRole('heading', { name: 'Policies' })).toBeVisible();
  await shot(page, 'desk-policies');

  await page.reload();
  await enterCode(page, server);
  await expect(page.getByRole('heading', { name: 'You', exact: true })).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Dr. Ada Quill');
  const mine = page.getByRole('form', { name: 'Your key' });
  await mine.getByLabel('Passphrase').fill('lantern meadow ten');
  await mine.getByRole('button', { name: 'Use this key' }).click();
  await expect(page.getByRole('alert')).toContainText('Not opened');
  await mine.getByLabel('Passphrase').fill('lantern meadow nine');
  await mine.getByRole('button', { name: 'Use this key' }).click();

  const policies = page.getByRole('form', { name: 'Policies' });
  await policies.getByLabel('Minutes until the apps lock').fill('0');
  await policies.getByRole('button', { name: 'Go on' }).click();
  await expect(policies).toContainText('A whole number from 1 to 240');
  await policies.getByLabel('Minutes until the apps lock').fill('10');
  await policies.getByRole('button', { name: 'Go on' }).click();

  await page
    .getByRole('form', { name: 'The root key' })
    .getByRole('button', { name: 'Make the sheets' })
    .click();
  await expect(page.getByRole('region', { name: 'Root key, sheet 1 of 3' })).toBeVisible();
  const first = await sheetTexts(page);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Make the sheets' }).click();
  await expect(page.getByRole('region', { name: 'Successor key, sheet 3 of 3' })).toBeVisible();
  const sheets = await sheetTexts(page);
  expect(sheets).toHaveLength(6);
  expect(sheets.filter((text) => first.includes(text))).toEqual([]);
  await shot(page, 'desk-sheets');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Root key, sheet 2 of 3', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print the sheets' })).toBeHidden();
  await shot(page, 'desk-paper');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'I have them on paper' }).click();
  await page.getByRole('button', { name: 'Found the practice' }).click();
  await expect(page.getByText('Type its last 6 letters.').first()).toBeVisible();
  expect(readdirSync(server.dataDir)).not.toContain('settings.json');
  await typeBack(page, sheets);
  await shot(page, 'desk-check');

  // The server is gone at the decisive moment; nothing is lost, and the code is another one afterwards.
  await server.stop('SIGKILL');
  await page.getByRole('button', { name: 'Found the practice' }).click();
  await expect(page.getByRole('alert')).toContainText('The server did not answer');
  await server.start();
  await expect.poll(() => server.setUpCode()).not.toBe('');
  await page.getByRole('button', { name: 'Found the practice' }).click();
  await expect(page.getByRole('form', { name: 'Set-up code' })).toBeVisible();
  await enterCode(page, server);
  await expect(page.getByRole('heading', { name: 'The practice is there' })).toBeVisible();
  await shot(page, 'desk-found');

  const [a, , c, d, e] = sheets as [string, string, string, string, string, string];
  const root = await combineShares([a, c]);
  const successor = await combineShares([d, e]);
  if ('error' in root || 'error' in successor) throw new Error('the sheets do not fit');
  expect([root.key, successor.key]).toEqual(['root', 'successor']);
  const forms = [
    ...sheets,
    ...first,
    ...formsOf(root.secret),
    ...formsOf(successor.secret),
    'lantern meadow',
  ];
  const seen = (text: string) => forms.filter((form) => text.includes(form)).length;
  expect(sent.length).toBeGreaterThan(10);
  expect(seen(sent.join('\n')), 'secrets in what was sent').toBe(0);
  expect(seen(await storageOf(page)), 'secrets in what is kept').toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('keychart-set-up'))).toBeNull();
  const files = readdirSync(server.dataDir).map((name) => readFileSync(join(server.dataDir, name), 'latin1'));
  expect(seen([...files, server.log()].join('\n')), 'secrets on the server').toBe(0);

  await page.getByRole('button', { name: 'Log in to the workstation' }).click();
  const login = page.getByRole('form', { name: 'Log in' });
  await login.getByLabel('Passphrase').fill('lantern meadow nine');
  await login.getByRole('button', { name: 'Log in' }).click();
  const workstation = new WorkstationPage(page);
  await expect(workstation.page.getByRole('navigation').first()).toBeVisible();
  await expect(page.getByText('Dr. Ada Quill').first()).toBeVisible();

  await page.goto(`${server.origin}/ehr/#/set-up`);
  await page.reload();
  await expect(page.getByText('There is a practice here already.')).toBeVisible();
  await context.close();
  await server.stop();
  await keychart(['verify'], { DATA_DIR: server.dataDir });
});

test('on a phone: a passkey, one sheet each, and a login with it', async ({ server, browser }) => {
  const options: BrowserContextOptions = PHONE;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await addAuthenticator(page, { prf: true });
  const sent = watchSent(page);
  await open(page, server.origin.replace('127.0.0.1', 'localhost'), 'phone');
  await enterCode(page, server);
  await page.getByLabel('Name of the practice').fill('Brook Pediatrics');
  await shot(page, 'phone-practice');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Make my key' }).click();
  await expect(page.getByRole('alert')).toContainText('Type your name above first');
  await page.getByLabel('Your name').fill('Dr. Ben Alder');
  await shot(page, 'phone-you');
  await page.getByRole('button', { name: 'Make my key' }).click();
  await page.getByRole('form', { name: 'Policies' }).getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('One sheet', { exact: true }).check();
  await shot(page, 'phone-keys');
  await page.getByRole('button', { name: 'Make the sheets' }).click();
  await expect(page.getByRole('region', { name: 'Root key' })).toBeVisible();
  const sheets = await sheetTexts(page);
  expect(sheets).toHaveLength(2);
  await shot(page, 'phone-sheets');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'I have them on paper' }).click();
  await typeBack(page, sheets);
  await page.getByRole('button', { name: 'Found the practice' }).click();
  await expect(page.getByRole('heading', { name: 'The practice is there' })).toBeVisible();
  const secrets = sheets.flatMap((nsec) => {
    const key = parseNsec(nsec);
    if ('error' in key) throw new Error(key.error);
    return [nsec, ...formsOf(key)];
  });
  const said = sent.join('\n');
  expect(secrets.filter((form) => said.includes(form))).toEqual([]);
  const kept = await storageOf(page);
  expect(secrets.filter((form) => kept.includes(form))).toEqual([]);
  await page.getByRole('button', { name: 'Log in to the workstation' }).click();
  await page.getByRole('button', { name: 'Log in with the passkey' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await context.close();
});
