/** What is typed and not signed: kept through a closed tab and a lock, and readable only by who typed it. */
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';
import { readableOnDevice } from './on-device.ts';

const PASSPHRASE = 'harbour violet ladder';
const HALF_WRITTEN = 'Complains of a humming noise in the';

test('a draft survives closing the tab and logging in again', async ({ newWorkstation }) => {
  const doctor = await newWorkstation(staff.doctor);
  await doctor.keepLogin(PASSPHRASE);
  await doctor.openChart(vandermeer.first);
  await doctor.beginNote({ reason: 'humming', subjective: HALF_WRITTEN });
  await expect(doctor.noteForm).toContainText('Saved on this device');
  const again = await doctor.inNewTab();
  await doctor.page.close();
  await again.open();
  await again.login.withSaved(PASSPHRASE);
  const unfinished = again.page.getByRole('region', { name: 'Unfinished on this device' });
  await unfinished.getByRole('button', { name: `Note for ${vandermeer.first}` }).click();
  await expect(again.banner).toContainText(vandermeer.first);
  await expect(again.noteForm.getByLabel('Subjective')).toHaveValue(HALF_WRITTEN);
  await again.signNote();
  await expect(again.note(HALF_WRITTEN)).toContainText('verified');
});

test('a lock takes the chart off the page, seals the store and keeps the draft', async ({
  practice,
  newWorkstation,
}) => {
  const doctor = await newWorkstation(staff.doctor);
  await doctor.openChart(vandermeer.first);
  await doctor.chartComplete();
  await doctor.beginNote({ subjective: HALF_WRITTEN });
  await doctor.lock();
  await expect(doctor.page.getByRole('status')).toContainText('Locked');
  const page = await doctor.page.content();
  for (const word of ['Vandermeer', HALF_WRITTEN]) expect(page).not.toContain(word);
  expect(await doctor.page.title()).not.toContain('Vandermeer');
  const kept = await readableOnDevice(doctor.page);
  expect(kept.entries, 'there is something to look through').toBeGreaterThan(5);
  expect(kept.text.length).toBeGreaterThan(20_000);
  for (const word of ['Vandermeer', HALF_WRITTEN]) expect(kept.text.includes(word), word).toBe(false);

  await doctor.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await expect(doctor.banner, 'back where one was').toContainText(vandermeer.first);
  await expect(doctor.noteForm.getByLabel('Subjective')).toHaveValue(HALF_WRITTEN);
});

test('the workstation and the portal lock by themselves after 15 minutes without a touch', async ({
  newWorkstation,
  newPortal,
  practice,
}) => {
  // The clock first: a timer that is older than it would take the first step for a machine that slept.
  const doctor = await newWorkstation();
  await doctor.page.clock.install();
  await doctor.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await doctor.openChart(vandermeer.first);
  await doctor.beginNote({ subjective: HALF_WRITTEN });
  // Every tick of it: a jump would be a machine that slept.
  await doctor.page.clock.runFor('14:00');
  await expect(doctor.banner).toContainText(vandermeer.first);
  await doctor.page.clock.runFor('01:10');
  await expect(doctor.login.form).toBeVisible();
  await expect(doctor.page.locator('body')).not.toContainText('Vandermeer');
  await doctor.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await expect(doctor.banner, 'back where one was').toContainText(vandermeer.first);
  await expect(doctor.noteForm.getByLabel('Subjective')).toHaveValue(HALF_WRITTEN);

  await test.step('and at once when the machine has slept, however short that was', async () => {
    await doctor.page.clock.fastForward('03:00');
    await expect(doctor.login.form).toBeVisible();
    await expect(doctor.page.getByRole('status').filter({ hasText: 'this machine slept' })).toBeVisible();
  });

  const portal = await newPortal();
  await portal.page.clock.install();
  await portal.logIn(practice.nsecOf(vandermeer.guardian, 'portal'));
  await portal.page.clock.runFor('15:10');
  await expect(portal.login.form).toBeVisible();
  await expect(portal.page.locator('body')).not.toContainText('Vandermeer');
});
