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

test('keys pressed in the very instant of Ctrl+K are the palette’s, and reach nothing that had the focus', async ({
  newWorkstation,
}) => {
  const workstation = await newWorkstation(staff.doctor);
  const { page } = workstation;
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  // All in one task: nothing can have been drawn between one key and the next.
  const strike = (keys: readonly string[]) =>
    page.evaluate((pressed) => {
      const on = document.activeElement ?? document.body;
      const down = (key: string, ctrlKey = false) =>
        on.dispatchEvent(
          new KeyboardEvent('keydown', {
            key,
            code: `Key${key.toUpperCase()}`,
            ctrlKey,
            bubbles: true,
            cancelable: true,
          }),
        );
      down('k', true);
      // What the element itself would have taken: nobody kept it back.
      return pressed.filter((key) => down(key));
    }, keys);
  expect(await strike([...'access log', 'Enter'])).toEqual([]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Access log');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  expect(await strike([...'staff'])).toEqual([]);
  const field = page.getByRole('combobox', { name: 'Go to a patient or a command' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('staff');
  await page.keyboard.type(' x');
  await expect(field, 'and the keys after them follow').toHaveValue('staff x');
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
