/** A locum for two named patients: sees these and no others, writes in them, and is gone from one the moment that is said. */
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode } from '@keychart/nostr';
import { type Finding, look } from './axe-look.ts';
import { brightwater, holloway, staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';

const locum = 'Dr. Tamsin Okoro';
/** Time by which a chart has to leave the screen of somebody who reads it no more. */
const SOON_MS = 2000;

test('a locum sees the two patients they are named for, writes for a colleague to read, and loses one at once', async ({
  newWorkstation,
}) => {
  const findings: Finding[] = [];
  const secret = generateSecretKey();
  const admin = await newWorkstation(staff.doctor);
  const { page } = admin;
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Staff' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const form = page.getByRole('form', { name: 'Add a person' });
  await form.getByLabel('Public key').fill(npubEncode(getPublicKey(secret)));
  await form.getByLabel('Name', { exact: true }).fill(locum);
  await form.getByLabel('Doctor', { exact: true }).check();
  await form.getByLabel('Only named patients').check();
  await form.getByLabel('Last day').fill('2031-12-24');
  await form.getByRole('button', { name: 'Add to the staff' }).click();
  await expect(form).toContainText('Choose at least one patient, or all patients.');
  const find = form.getByRole('combobox', { name: 'Find a patient to add' });
  for (const name of [vandermeer.first, brightwater.child]) {
    await find.fill(name);
    await form.getByRole('option').filter({ hasText: name }).click();
    await expect(form.getByRole('list', { name: 'Chosen patients' })).toContainText(name);
  }
  await find.fill('nobody of this name');
  await expect(form).toContainText('No other patient matches.');
  await find.fill('vander');
  await expect(form.getByRole('option').first()).toBeVisible();
  await look(page, 'named patients of a new person', findings);
  await find.fill('');
  await form.getByRole('button', { name: 'Add to the staff' }).click();
  await expect(page.getByRole('region', { name: 'What was done' })).toContainText(`${locum} is on the staff`);
  const line = page
    .getByRole('list', { name: 'Staff', exact: true })
    .getByRole('listitem')
    .filter({ hasText: locum });
  await expect(line).toContainText('until Dec 24, 2031');
  await expect(line).toContainText('2 named patients');

  const away = await newWorkstation();
  await away.logIn(nsecEncode(secret));
  const rows = away.page.getByRole('option');
  await expect(rows).toHaveCount(2);
  for (const name of [vandermeer.first, brightwater.child])
    await expect(rows.filter({ hasText: name })).toBeVisible();
  await away.search.fill(holloway.child);
  await expect(rows).toHaveCount(0);
  await away.openChart(vandermeer.first);
  await away.chartComplete();
  await expect(away.page.getByRole('button', { name: 'Add a guardian' })).toHaveCount(0);
  await away.writeNote({ reason: 'Seen by the locum', subjective: 'Cough for three days, well otherwise.' });

  await main.getByRole('link', { name: 'Patients' }).click();
  await admin.openChart(vandermeer.first);
  const readers = page.getByRole('list', { name: 'Staff who read this record by name' });
  await expect(readers).toContainText(locum);
  await expect(readers).toContainText('named patients only, until Dec 24, 2031');
  await admin.section('Notes');
  await page.getByRole('button', { name: /Seen by the locum/ }).click();
  await expect(admin.note('Cough for three days, well otherwise.')).toContainText(
    `Signed by ${locum}, doctor`,
  );
  await page.keyboard.press('Escape');
  await admin.section('Overview');
  await readers.getByRole('button', { name: `End access of ${locum}` }).click();
  const question = page.getByRole('dialog', { name: `End the access of ${locum}?` });
  await expect(question).toContainText('stops reading and writing in the record of');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(away.banner, 'nothing happens unasked').toBeVisible();
  await readers.getByRole('button', { name: `End access of ${locum}` }).click();
  await look(page, 'the end of a locum’s access', findings);
  await question.getByRole('button', { name: 'End access' }).click();
  await expect(away.banner, 'the chart leaves the screen').toBeHidden({ timeout: SOON_MS });
  await expect(away.page.getByText('Your access to this chart has ended.')).toBeVisible();
  const tabs = away.page.getByRole('navigation', { name: 'Open charts' });
  await expect(tabs).toContainText('Access ended');
  await expect(away.page.locator('body'), 'no name stays on the screen').not.toContainText(vandermeer.first);
  await expect(readers).toBeHidden();
  await away.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Patients' }).click();
  await away.search.fill('');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(brightwater.child);

  await test.step('suspended and let in again, they have the same patient until the same day', async () => {
    await main.getByRole('link', { name: 'Staff' }).click();
    const act = async (item: string, button: string, says: string) => {
      await line.getByRole('button', { name: `More for ${locum}` }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(page.getByRole('dialog')).toContainText(says);
      await page.getByRole('dialog').getByRole('button', { name: button }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    };
    await act('Suspend', 'Suspend', '1 named patient: kept for them');
    await expect(away.page.getByText(/Your access to .* has ended/)).toBeVisible();
    await expect(line).toContainText('no access');
    await expect(line).toContainText('1 named patient only');
    await line.getByRole('button', { name: `Let ${locum} in again` }).click();
    const again = page.getByRole('dialog');
    await expect(again).toContainText('the same 1 named patient again');
    await again.getByRole('button', { name: 'Let in again' }).click();
    await expect(line).toContainText('has access');
    await expect(line).toContainText('until Dec 24, 2031');
    await away.page.getByRole('button', { name: 'Log out' }).click();
    await away.logIn(nsecEncode(secret));
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(brightwater.child);
  });
  expect(findings).toEqual([]);
});
