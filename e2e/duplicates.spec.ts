/** One person entered twice: found, compared, merged, undone; and what the family sees meanwhile. */
import { generateSecretKey, getPublicKey, npubEncode } from '@keychart/nostr';
import type { Page } from '@playwright/test';
import { type Finding, look } from './axe-look.ts';
import { brightwater, staff } from './families.ts';
import { expect, test } from './fixtures.ts';

const stepfather = 'Rudy Penhallow';

async function addDouble(page: Page): Promise<void> {
  await page.goto('/ehr/#/patients/new');
  const form = page.getByRole('form', { name: 'New patient' });
  await form.getByLabel('Given names').first().fill('Elias');
  await form.getByLabel('Family name').first().fill('Brightwatter');
  await form.getByLabel('Date of birth').first().fill('2019-05-02');
  await form.getByLabel('Sex').first().selectOption('male');
  await form.getByRole('button', { name: 'Add a guardian' }).click();
  await form.getByLabel("Guardian's name").fill(stepfather);
  await form.getByLabel("Guardian's address").fill(npubEncode(getPublicKey(generateSecretKey())));
  await form.getByRole('button', { name: 'Add patient' }).click();
  await page.getByRole('button', { name: 'Open the chart' }).click();
}

test('a child entered twice: merged after a look at both, one in the portal, and two again', async ({
  newWorkstation,
  newPortal,
}) => {
  test.setTimeout(400_000);
  const findings: Finding[] = [];
  const doctor = await newWorkstation(staff.doctor, { reducedMotion: 'reduce' });
  const { page } = doctor;
  const double = 'Elias Brightwatter';
  await addDouble(page);
  await expect(doctor.banner.getByRole('heading', { name: double })).toBeVisible();
  await doctor.writeNote({ reason: 'Earache', subjective: 'Written in the wrong chart.' });

  await page.getByRole('button', { name: 'More about this chart' }).click();
  await page.getByRole('menuitem', { name: 'This is a duplicate …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('option').first()).toContainText(brightwater.child);
  await look(page, 'find the other chart', findings);
  await dialog.getByRole('option').first().click();
  await expect(dialog.getByRole('row', { name: /Family name/ })).toContainText('differs');
  await expect(dialog).toContainText(
    `The chart of ${brightwater.child} shows the records of both from now on, and everything new is written there.`,
  );
  await expect(dialog).toContainText(`${stepfather} goes on reading only what was in the chart of ${double}`);
  await look(page, 'compare two charts', findings);
  await page.screenshot({ path: test.info().outputPath('compare.png') });
  await dialog.getByRole('button', { name: 'Merge the two' }).click();

  await expect(doctor.banner.getByRole('heading', { name: brightwater.child })).toBeVisible();
  await expect(page.getByText('2 charts merged')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Readers of a part of this record' })).toContainText(
    stepfather,
  );
  await look(page, 'a merged chart', findings);
  await page.screenshot({ path: test.info().outputPath('merged.png') });
  await doctor.section('Visits');
  await expect(page.getByRole('main')).toContainText('Earache');

  // The duplicate is off the list, found by its own name, and leads to the chart that stays.
  await page.goto('/ehr/#/patients');
  await doctor.search.fill('Brightwat');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options).toHaveCount(2);
  await expect(options.last()).toContainText(`${double} merged into ${brightwater.child}`);
  await options.last().click();
  await expect(doctor.banner.getByRole('heading', { name: brightwater.child })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Open charts' })).not.toContainText(double);

  const mother = await newPortal(brightwater.guardian);
  await expect(mother.main).not.toContainText('Earache');

  await page.getByRole('button', { name: 'Show or undo' }).click();
  await look(page, 'what was merged', findings);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  const readers = page.getByRole('button', {
    name: `Change access of ${brightwater.guardian} to the merged records`,
  });
  await readers.click();
  await page.getByRole('menuitem', { name: 'Let them read everything' }).click();
  await page.getByRole('button', { name: 'Let them read' }).click();
  await expect(page.getByText(`${brightwater.guardian} reads the whole record.`)).toBeVisible();
  await expect(mother.main).toContainText('Earache');
  await expect(mother.person).toContainText(brightwater.child);

  await page.getByRole('button', { name: 'Show or undo' }).click();
  await page.getByRole('button', { name: 'Take apart' }).click();
  const question = page.getByRole('dialog', { name: 'Two charts again?' });
  await expect(question).toContainText(`${double} has a chart of their own again`);
  await question.getByRole('button', { name: 'Take apart' }).click();
  await expect(page.getByText('2 charts merged')).toBeHidden();
  await doctor.section('Visits');
  await expect(page.getByRole('main')).not.toContainText('Earache');
  expect(findings).toEqual([]);
});
