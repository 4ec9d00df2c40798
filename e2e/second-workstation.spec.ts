/** Two people at work on one chart. */
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';
import type { WorkstationPage } from './workstation.page.ts';

const NOTE = 'Fell off the climbing frame';

test('the nurse sees a note while it is signed, and who signed it', async ({ newWorkstation }) => {
  const nurse = await newWorkstation(staff.nurse);
  const doctor = await newWorkstation(staff.doctor);
  for (const workstation of [nurse, doctor]) await workstation.openChart(vandermeer.second);
  await nurse.chartComplete();
  await nurse.section('Notes');
  await doctor.writeNote({ reason: NOTE, subjective: 'Graze on the left knee.' });
  const notes = nurse.page.getByRole('list', { name: 'Notes' });
  await expect(notes).toContainText(NOTE);
  await notes.getByRole('button', { name: NOTE }).click();
  await expect(nurse.note('Graze on the left knee.')).toContainText(`Signed by ${staff.doctor}, doctor`);
  await expect(nurse.note('Graze on the left knee.')).toContainText('verified');
});

test('two doctors correct the same note at once: both changes are kept, marked and in the history', async ({
  practice,
  newWorkstation,
}) => {
  const one = await newWorkstation(staff.doctor);
  const two = await newWorkstation(staff.otherDoctor);
  await one.openChart(vandermeer.second);
  await one.writeNote({ reason: NOTE, subjective: 'Graze on the left knee.', plan: 'Clean and watch.' });
  await expect(one.page.getByText('stored by the practice')).toBeVisible();
  await two.openChart(vandermeer.second);
  await two.section('Notes');
  await two.page.getByRole('list', { name: 'Notes' }).getByRole('button', { name: NOTE }).click();
  await expect(two.note('Clean and watch.')).toBeVisible();

  // Neither can see the other's correction before both are signed.
  for (const workstation of [one, two]) await workstation.keptOnDevice();
  await practice.stop();
  await expect(one.connection('Offline')).toBeVisible();
  await expect(two.connection('Offline')).toBeVisible();
  await correct(one, 'Subjective', 'Graze on the right knee.');
  await correct(two, 'Plan', 'Tetanus up to date, clean and watch.');
  await practice.start();

  for (const workstation of [one, two]) {
    await expect(workstation.connection('Live')).toBeVisible({ timeout: 45_000 });
    await expect(workstation.page.getByText('two people changed this at once')).toBeVisible();
    await workstation.page.getByRole('button', { name: 'Show history (3 versions)' }).click();
    const history = workstation.page.getByRole('region', { name: 'History' });
    await expect(history.getByRole('listitem')).toHaveCount(3);
    await expect(history).toContainText('Graze on the right knee.');
    await expect(history).toContainText('Tetanus up to date');
    await expect(history).toContainText(`Corrected by ${staff.doctor}`);
    await expect(history).toContainText(`Corrected by ${staff.otherDoctor}`);
  }
  const shown = await Promise.all(
    [one, two].map(({ page }) => page.getByRole('article', { name: NOTE }).textContent()),
  );
  // `(you)` and the buttons differ; what the note says does not.
  const [left, right] = shown.map((text) => text?.replaceAll(' (you)', ''));
  expect(left, 'both see the same note').toBe(right);
});

async function correct(workstation: WorkstationPage, section: string, text: string): Promise<void> {
  await workstation.page.getByRole('button', { name: 'Correct', exact: true }).click();
  const form = workstation.page.getByRole('form', { name: 'Correct the note' });
  await form.getByLabel(section, { exact: true }).fill(text);
  await form.getByRole('button', { name: 'Sign correction' }).click();
  await expect(form).toBeHidden();
}

test('two people change different demographics at once: both changes stand, without a conflict', async ({
  practice,
  newWorkstation,
}) => {
  const nurse = await newWorkstation(staff.nurse);
  const doctor = await newWorkstation(staff.doctor);
  for (const workstation of [nurse, doctor]) {
    await workstation.openChart(vandermeer.second);
    await workstation.keptOnDevice();
  }
  await practice.stop();
  for (const { page, field, value } of [
    { page: nurse.page, field: 'Phone', value: '555-0177' },
    { page: doctor.page, field: 'City', value: 'Otherville' },
  ]) {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit patient' });
    await dialog.getByLabel(field).fill(value);
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await expect(dialog).toBeHidden();
  }
  await practice.start();
  for (const { page } of [nurse, doctor]) {
    await expect(page.getByText('555-0177')).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText('Otherville')).toBeVisible();
  }
});
