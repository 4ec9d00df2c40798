/** A login goes to a second device as a code on the screen, without a network and without a secret in an address. */
import { type Finding, look } from './axe-look.ts';
import { vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';
import { PortalPage } from './portal.page.ts';
import { watchSecrets } from './secret-watch.ts';

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
