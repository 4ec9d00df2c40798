/** Typing and Enter in one stroke: what was typed is opened, never what stood in the list a moment before. */
import { brightwater, staff } from './families.ts';
import { expect, test } from './fixtures.ts';

test('a name and Enter without a pause opens that patient; a command and Enter runs that command', async ({
  newWorkstation,
}) => {
  const workstation = await newWorkstation(staff.doctor);
  const { page } = workstation;
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await workstation.search.focus();
  // All keys are there before the list can have answered.
  await page.keyboard.insertText(brightwater.child);
  await page.keyboard.press('Enter');
  await expect(workstation.banner.getByRole('heading', { name: brightwater.child })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Go to a patient or a command' })).toBeFocused();
  await page.keyboard.insertText('Access log');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Access log');
});
