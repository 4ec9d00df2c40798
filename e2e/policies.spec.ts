/** What a practice settles is read and changed on one screen, and presets the forms. */
import { type Finding, look } from './axe-look.ts';
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';

const SHOTS = process.env.KEYCHART_SHOTS;

test('an administrator settles the ages; a note of a named kind is confidential unless the mark is taken off', async ({
  newWorkstation,
}) => {
  const findings: Finding[] = [];
  const admin = await newWorkstation(staff.doctor);
  const { page } = admin;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Staff' }).click();
  await page.getByRole('link', { name: 'Practice policies' }).click();
  const form = page.getByRole('form', { name: 'Change the policies' });
  await form.getByLabel('Guardians read until the age of').fill('118');
  await form.getByRole('button', { name: 'Change the policies' }).click();
  await expect(form).toContainText('A whole number from 8 to 30');
  await form.getByLabel('Guardians read until the age of').fill('18');
  await form.getByLabel('Confidential from the age of').fill('8');
  await form.getByLabel('Sick visit').check();
  await form.getByLabel('Minutes until the apps lock').fill('30');
  await form.getByRole('button', { name: 'Change the policies' }).click();
  const now = page.getByRole('region', { name: 'As it is now' });
  await expect(now).toContainText('Guardians stop reading on the 18th birthday');
  await expect(now).toContainText('The apps lock after 30 minutes');
  await expect(page.getByText('The policies are changed.')).toBeVisible();
  await look(page, 'policies', findings);
  if (SHOTS) {
    await page.screenshot({ path: `${SHOTS}/policies.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${SHOTS}/policies-phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  const nurse = await newWorkstation(staff.nurse);
  await nurse.page.evaluate(() => {
    location.hash = '#/policies';
  });
  await expect(nurse.page.getByText('Administrators of the practice can change it.')).toBeVisible();
  await expect(nurse.page.getByRole('region', { name: 'As it is now' })).toContainText('30 minutes');
  await expect(nurse.page.getByRole('form')).toHaveCount(0);
  await nurse.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Patients' }).click();
  await nurse.openChart(vandermeer.first);
  await nurse.page.getByRole('button', { name: 'New note' }).first().click();
  const note = nurse.page.getByRole('form', { name: 'New note' });
  await expect(note.getByLabel('Confidential')).not.toBeChecked();
  await note.getByLabel('Type of visit').selectOption('Sick visit');
  await expect(note.getByLabel('Confidential')).toBeChecked();
  await expect(note).toContainText('Set by the practice’s policy for this age');
  await note.getByLabel('Confidential').uncheck();
  await expect(note.getByLabel('Confidential')).not.toBeChecked();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Patients' }).click();
  await admin.openChart(vandermeer.first);
  const change = page.getByRole('button', { name: `Change access of ${vandermeer.guardian}` });
  await change.click();
  await page.getByRole('menuitem', { name: 'Change name or end' }).click();
  const guardian = page.getByRole('form', { name: 'Change a guardian' });
  await guardian.getByLabel('Last day').fill('2050-06-30');
  await expect(guardian.getByLabel(/Reads on after .* turns 18/)).not.toBeChecked();
  await look(page, 'a day after the birthday', findings);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/guardian-late.png` });
  await guardian.getByRole('button', { name: 'Change', exact: true }).click();
  const readers = page.getByRole('list', { name: 'Readers of this record' });
  await expect(readers).toContainText('by the practice’s policy');
  await change.click();
  await page.getByRole('menuitem', { name: 'Change name or end' }).click();
  await expect(guardian.getByLabel('Last day')).toHaveValue('2050-06-30');
  await guardian.getByLabel(/Reads on after .* turns 18/).check();
  await guardian.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(readers).toContainText('until Jun 30, 2050, beyond the age of the practice’s policy');
  expect(findings).toEqual([]);
});
