/** A login goes to a second device as a code on the screen, without a network and without a secret in an address. */
import { chromium } from '@playwright/test';
import { type Finding, look } from './axe-look.ts';
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';
import { PortalPage } from './portal.page.ts';
import { cameraArgs, writeQrVideo } from './qr-video.ts';
import { watchSecrets } from './secret-watch.ts';
import { WorkstationPage } from './workstation.page.ts';

const PHONE = { viewport: { width: 390, height: 844 } } as const;
const SHOTS = process.env.KEYCHART_SHOTS;

test('portal: the code and its letters open the login on a new phone; wrong letters are told', async ({
  newPortal,
  newDevice,
  practice,
}) => {
  const findings: Finding[] = [];
  const first = await newPortal();
  const { page } = first;
  const nsec = practice.nsecOf(vandermeer.guardian, 'portal');
  const secrets = watchSecrets(page, nsec);
  await first.logIn(nsec);
  await page.evaluate(() => {
    location.hash = '#/me';
  });
  await page.getByRole('button', { name: 'Add a second device' }).click();
  const shown = page.getByRole('region', { name: 'Add a second device' });
  await expect(shown.getByRole('img', { name: 'This login as a code' })).toBeVisible();
  const letters = (await shown.getByLabel('Letters of the code').textContent()) ?? '';
  await shown.getByText('No camera?').click();
  const text = (await shown.locator('pre').textContent()) ?? '';
  expect(text).toMatch(/^ncryptsec1/);
  await look(page, 'second device', findings);
  await page.setViewportSize(PHONE.viewport);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/second-device.png`, fullPage: true });
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(shown).toBeHidden();
  await secrets.assertNone();

  const phone = await (await newDevice(PHONE)).context.newPage();
  const other = new PortalPage(phone);
  await other.open();
  await phone.getByRole('button', { name: 'From another device' }).click();
  const form = phone.getByRole('form', { name: 'Log in' });
  await form.getByRole('button', { name: 'Scan the code with the camera' }).click();
  await expect(phone.getByText(/The camera cannot be used/)).toBeVisible();
  if (SHOTS) await phone.screenshot({ path: `${SHOTS}/from-another-device.png`, fullPage: true });
  await form.getByLabel('Text of the code').fill(text);
  await form.getByLabel('Letters beside the code').fill('0000-0000-0000');
  await form.getByRole('button', { name: 'Log in' }).click();
  await expect(form).toContainText('These letters do not belong to this code');
  await form.getByLabel('Letters beside the code').fill(letters.toLowerCase().replaceAll('-', ' '));
  await form.getByRole('button', { name: 'Log in' }).click();
  await expect(phone.getByText(vandermeer.first.split(' ')[0] ?? '').first()).toBeVisible({
    timeout: 20_000,
  });
  expect(findings).toEqual([]);
});

test('workstation on a phone: the camera reads the code of a second device, and that of a recovery sheet', async ({
  newWorkstation,
  practice,
}, info) => {
  const { page } = await newWorkstation(staff.doctor);
  await page.evaluate(() => {
    location.hash = '#/device';
  });
  await page.getByRole('button', { name: 'Add a second device' }).click();
  const shown = page.getByRole('region', { name: 'Add a second device' });
  const letters = (await shown.getByLabel('Letters of the code').textContent()) ?? '';
  await shown.getByText('No camera?').click();
  const code = (await shown.locator('pre').textContent()) ?? '';
  await shown.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Make a recovery sheet' }).first().click();
  const form = page.getByRole('form', { name: 'Make a recovery sheet' });
  await form.getByLabel('Passphrase for the sheet', { exact: true }).fill('lantern meadow nine');
  await form.getByLabel('Repeat the passphrase for the sheet').fill('lantern meadow nine');
  await form.getByRole('button', { name: 'Make the sheet' }).click();
  const paper = page.getByRole('article', { name: 'Recovery sheet' });
  await expect(paper).toBeVisible();
  const sheet = /ncryptsec1[a-z0-9]+/.exec((await paper.textContent()) ?? '')?.[0] ?? '';

  const seen = info.outputPath('camera.y4m');
  writeQrVideo(seen, code);
  const { executablePath, args = [] } = info.project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...args, ...cameraArgs(seen)],
  });
  const context = await browser.newContext({ baseURL: practice.origin, ...PHONE, isMobile: true });
  const phone = new WorkstationPage(await context.newPage());
  await phone.open();
  await phone.page.getByRole('button', { name: 'From another device' }).click();
  await phone.page.getByRole('button', { name: 'Scan the code with the camera' }).click();
  await expect(phone.page.getByLabel('Text of the code')).toHaveValue(code);
  await phone.page.getByLabel('Letters beside the code').fill(letters);
  await phone.login.submit.click();
  await expect(phone.search).toBeVisible();

  await phone.lock();
  writeQrVideo(seen, sheet);
  await phone.page.getByRole('button', { name: 'Use an encrypted key with a passphrase' }).click();
  await phone.page.getByRole('button', { name: 'Scan the sheet with the camera' }).click();
  await expect(phone.login.encryptedKey).toHaveValue(sheet);
  await phone.login.passphrase.fill('lantern meadow nine');
  await phone.login.submit.click();
  await expect(phone.search).toBeVisible();
  await browser.close();
});
