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

test('the palette is there before it is asked for: it opens when nothing can be fetched any more', async ({
  newWorkstation,
}) => {
  const { page } = await newWorkstation(staff.doctor);
  const loaded = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => /command-palette[^/]*\.js$/.test(name)),
    );
  await expect.poll(loaded).toBe(true);
  const field = page.getByRole('combobox', { name: 'Go to a patient or a command' });
  await expect(field, 'nobody has opened it').toHaveCount(0);
  // From here on nothing can be fetched for it.
  await page.context().setOffline(true);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('staff');
  await expect(field).toHaveValue('staff');
  await page.context().setOffline(false);
});
