/** A key that is elsewhere (an extension, a remote signer) joins the staff and founds a practice; on a desk and a phone. */

import type { Browser, BrowserContext, Page } from '@playwright/test';
import { generateSecretKey } from '../packages/nostr/src/index.ts';
import { staff, vandermeer } from './families.ts';
import { installExtension, startBunker, startSignerRelay } from './far-signers.ts';
import { expect, test } from './fixtures.ts';
import { startEmptyServer } from './practice.ts';
import { WorkstationPage } from './workstation.page.ts';

const DESK = { viewport: { width: 1280, height: 900 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const SHOTS = process.env.KEYCHART_SHOTS;

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/far-${name}.png`, fullPage: true });
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const [where, size] of [
  ['a desk', DESK],
  ['a phone', PHONE],
] as const)
  test(`joining the staff with an extension on ${where}: refused and silent first, then in`, async ({
    newWorkstation,
    newDevice,
  }) => {
    const admin = await newWorkstation(staff.doctor);
    const link = await admin.invite('Nell Harrow, RN', 'Nurse');
    const invitations = admin.page.getByRole('list', { name: 'Invitations' });

    const { context } = await newDevice(size);
    const extension = await installExtension(context, generateSecretKey());
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole('button', { name: 'Join with a key I have already' }).click();
    await page.getByRole('button', { name: 'Use the key extension of this browser' }).click();
    const submit = page.getByRole('button', { name: 'Join with this key' });
    const failure = page.getByRole('alert').filter({ hasText: 'Not joined' });
    for (const words of ['User rejected the request', 'denied']) {
      extension.refuses = words;
      await submit.click();
      await expect(failure).toContainText(/refused.*allow Keychart/);
    }
    await shot(page, `join-refused-${size.viewport.width}`);
    await expect(invitations).toContainText('Not answered yet');
    extension.refuses = undefined;

    let answer: () => void = () => undefined;
    extension.silent = new Promise((resolve) => {
      answer = resolve;
    });
    await submit.click();
    await expect(page.getByRole('status').filter({ hasText: 'The extension is being asked' })).toBeVisible();
    await shot(page, `join-silent-${size.viewport.width}`);
    await expect(invitations).toContainText('Not answered yet');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    answer();
    const nurse = new WorkstationPage(page);
    await expect(nurse.search).toBeVisible();
    await expect(invitations).toContainText('Used: Nell Harrow, RN is let in');
    await page.setViewportSize(DESK.viewport);
    await nurse.openChart(vandermeer.first);
    await nurse.chartComplete();
    await nurse.writeNote({ subjective: 'Signed in the extension.' });
    await expect(nurse.note('Signed in the extension.')).toContainText(
      'Signed by Nell Harrow, RN (you), nurse',
    );
    await shot(page, `join-in-${size.viewport.width}`);
  });

/** From the first page to the question for a key. */
async function toOwnKey(
  context: BrowserContext,
  server: { origin: string; setUpCode(): string },
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.getByRole('link', { name: /Set up my practice/ }).click();
  await page.getByRole('textbox', { name: 'Set-up code' }).fill(server.setUpCode());
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Name of the practice').fill('Brook Pediatrics');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('Your name').fill('Dr. Ben Alder');
  await page.getByLabel('I have one already').check();
  return page;
}

async function toTheEnd(page: Page): Promise<void> {
  await page.getByRole('form', { name: 'Policies' }).getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('One sheet', { exact: true }).check();
  await page.getByRole('button', { name: 'Make the sheets' }).click();
  await expect(page.getByRole('region', { name: 'Root key' })).toBeVisible();
  const text = (await page.locator('main').textContent()) ?? '';
  const sheets = text.match(/nsec1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]+/g) ?? [];
  await page.getByRole('button', { name: 'I have them on paper' }).click();
  const fields = page.getByRole('form', { name: 'Check the sheets' }).getByRole('textbox');
  for (const [i, sheet] of sheets.entries()) await fields.nth(i).fill(sheet.slice(-6));
}

/** All that the founding asks of a signer. */
const FOUNDING = ['sign_event', 'nip44_encrypt', 'sign_event'];

const newContext = (browser: Browser, size: typeof DESK | typeof PHONE) => browser.newContext(size);

test('founding with an extension on a phone: a refusal at the last step founds nothing and loses nothing', async ({
  browser,
}) => {
  const server = await startEmptyServer();
  const context = await newContext(browser, PHONE);
  const extension = await installExtension(context, generateSecretKey());
  const page = await toOwnKey(context, server);
  await page.getByRole('button', { name: 'Use the key extension of this browser' }).click();
  extension.refuses = 'User rejected the request';
  await page.getByRole('button', { name: 'Use this key' }).click();
  await expect(page.getByRole('alert')).toContainText(/refused.*allow Keychart/);
  await shot(page, 'found-refused-390');
  extension.refuses = undefined;
  await page.getByRole('button', { name: 'Use this key' }).click();
  extension.asked.length = 0;
  await toTheEnd(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  extension.refuses = 'User rejected the request';
  await page.getByRole('button', { name: 'Found the practice' }).click();
  await expect(page.getByRole('alert')).toContainText(/refused.*allow Keychart/);
  await shot(page, 'found-refused-at-the-end-390');
  extension.refuses = undefined;
  extension.asked.length = 0;
  await page.getByRole('button', { name: 'Found the practice' }).click();
  await expect(page.getByRole('heading', { name: 'The practice is there' })).toBeVisible();
  expect(extension.asked).toEqual(FOUNDING);
  await shot(page, 'founded-390');
  await page.getByRole('button', { name: 'Log in to the workstation' }).click();
  await shot(page, 'founded-door-390');
  await page.getByRole('button', { name: 'Use the key extension of this browser' }).click();
  await page.getByRole('button', { name: 'Log in with the extension' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await context.close();
  await server.remove();
});

test('founding with a remote signer: pasted, a signer that goes away in the middle, and a login', async ({
  browser,
}) => {
  const relay = await startSignerRelay();
  const server = await startEmptyServer();
  const bunker = await startBunker(relay.url, generateSecretKey());
  const context = await newContext(browser, DESK);
  const page = await toOwnKey(context, server);
  await page.getByRole('button', { name: 'Use a remote signer' }).click();
  const address = page.getByLabel('Address of your signer');
  await address.fill('bunker://nothing');
  await page.getByRole('button', { name: 'Use this key' }).click();
  await expect(page.getByRole('alert')).toContainText('bunker://');
  await address.fill(bunker.newAddress());
  await page.getByRole('button', { name: 'Use this key' }).click();
  await shot(page, 'found-bunker');
  await toTheEnd(page);
  bunker.asked.length = 0;
  await bunker.leave(1500);
  await page.getByRole('button', { name: 'Found the practice' }).click();
  await expect(page.getByRole('heading', { name: 'The practice is there' })).toBeVisible();
  expect(bunker.asked).toEqual(FOUNDING);
  await shot(page, 'founded-bunker');
  await page.getByRole('button', { name: 'Log in to the workstation' }).click();
  await shot(page, 'founded-bunker-door');
  await page.getByRole('button', { name: 'Use a remote signer' }).click();
  await page.getByRole('button', { name: 'Show a code for my signer instead' }).click();
  await page.getByRole('button', { name: 'Show the code' }).click();
  const code = page.getByRole('status', { name: 'Code for your signer' });
  await expect(code.getByRole('img')).toBeVisible();
  bunker.accept(/nostrconnect:\/\/\S+?(?=Copy|$)/.exec((await code.textContent()) ?? '')?.[0] ?? '');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  bunker.close();
  await context.close();
  await server.remove();
  relay.close();
});
