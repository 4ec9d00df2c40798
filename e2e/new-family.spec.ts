/** A whole family in one form: shared address, a guardian who is a patient, a warning of somebody alike. */
import { generateSecretKey, getPublicKey, npubEncode } from '@keychart/nostr';
import { type Finding, look } from './axe-look.ts';
import { staff } from './families.ts';
import { expect, test } from './fixtures.ts';

const rightToLeft = 'נועה';

test('two children and a guardian who is a patient: one form, one sheet for each key made here', async ({
  newWorkstation,
}) => {
  test.setTimeout(300_000);
  const findings: Finding[] = [];
  const doctor = await newWorkstation(staff.doctor, { reducedMotion: 'reduce' });
  const { page } = doctor;
  await page.goto('/ehr/#/patients/new');
  const form = page.getByRole('form', { name: 'New patient' });
  await form.getByLabel('Given names').fill(rightToLeft);
  await form.getByLabel('Family name').fill('Featherstonehaugh-Cholmondeley-Wriothesley-Penhallow');
  await form.getByLabel('Date of birth').fill('2020-06-01');
  await form.getByLabel('Sex').selectOption('female');
  await form.getByRole('button', { name: 'Another child of this family' }).click();
  const second = form.getByRole('group', { name: 'Child 2' });
  await second.getByLabel('Given names').fill('Ben');
  await second.getByLabel('Date of birth').fill('2022-06-01');
  await second.getByLabel('Sex').selectOption('male');
  await second.getByLabel('Own key, if they bring one').fill(npubEncode(getPublicKey(generateSecretKey())));
  await form.getByRole('button', { name: 'Guardian who is a patient here' }).click();
  await page.getByRole('combobox', { name: 'Search the guardian among the patients' }).fill('Temi Abara');
  await page.getByRole('dialog').getByRole('option').first().click();
  await expect(form).toContainText('Reads with the key of their own chart here.');
  await look(page, 'a family', findings);
  await page.screenshot({ path: test.info().outputPath('family.png'), fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: test.info().outputPath('family-phone.png'), fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await form.getByRole('button', { name: 'Add 2 patients' }).click();
  await expect(page.getByText('The practice keeps it, encrypted')).toBeVisible();
  await page.getByRole('button', { name: 'Open the chart' }).click();
  await expect(doctor.banner).toContainText(rightToLeft);
  await expect(page.getByRole('list', { name: 'Readers of this record' })).toContainText('Temi Abara');

  // The key the practice holds, once more, with a reason.
  await page.getByRole('button', { name: new RegExp(`Change access of ${rightToLeft}`) }).click();
  await page.getByRole('menuitem', { name: 'Show the key to hand it over' }).click();
  await page.getByRole('button', { name: 'Show the key' }).click();
  await expect(page.getByRole('dialog')).toContainText('Say why; it stands in the access log.');
  await page.getByLabel('Why').fill('The sheet was lost');
  await look(page, 'show the key', findings);
  await page.getByRole('button', { name: 'Show the key' }).click();
  await expect(page.getByRole('region', { name: 'Secret key of the patient' })).toContainText('nsec1');
  await page.getByRole('button', { name: 'Back to the chart' }).click();

  await page.goto('/ehr/#/patients/new');
  await form.getByLabel('Given names').fill('Ben');
  await form.getByLabel('Family name').fill('Penhallow');
  await form.getByLabel('Date of birth').fill('2022-06-01');
  await expect(form.getByRole('alert')).toContainText('Perhaps already a patient');
  expect(findings).toEqual([]);
});
