/** A device whose clock is set by hours, a day and years while somebody reads and somebody signs. */

import { deviceClock } from './device-clock.ts';
import { brightwater, staff } from './families.ts';
import { expect, test } from './fixtures.ts';
import { PortalPage } from './portal.page.ts';
import { changeInChart } from './practice-chart.ts';
import { WorkstationPage } from './workstation.page.ts';

const DESK = { viewport: { width: 1440, height: 900 } } as const;
const DAY = 86_400;
const SHOTS = process.env.KEYCHART_SHOTS;

test('a clinician’s clock: it is said, nothing is signed, what was typed stays; set right, it is signed once', async ({
  practice,
  newDevice,
}) => {
  const { context } = await newDevice(DESK);
  const clock = await deviceClock(context);
  const doctor = new WorkstationPage(await context.newPage());
  const { page } = doctor;
  await doctor.open();
  await doctor.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await doctor.openChart(brightwater.child);
  await doctor.chartComplete();
  const note = page.getByRole('alert').filter({ hasText: 'in the settings of the device' });
  for (const [seconds, words] of [
    [DAY, 'a day ahead'],
    [-3600, 'an hour behind'],
    [-5 * 365.25 * DAY, '5 years behind'],
  ] as const) {
    await clock.set(seconds, { pages: false });
    await expect(note).toContainText(`The clock of this device is ${words}`);
  }
  await expect(doctor.connection('Live')).toBeVisible();
  await doctor.beginNote({ reason: 'At a wrong time', subjective: 'Typed while the clock was wrong.' });
  await doctor.noteForm.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(doctor.noteForm).toContainText(/clock of this device is 5 years behind: set it right/i);
  await expect(doctor.noteForm.getByLabel('Subjective')).toHaveValue('Typed while the clock was wrong.');
  if (SHOTS) {
    await page.screenshot({ path: `${SHOTS}/clock-1440.png` });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: `${SHOTS}/clock-390.png` });
    await page.setViewportSize(DESK.viewport);
  }
  await clock.set(0, { pages: false });
  await expect(note).toBeHidden();
  await doctor.signNote();
  await expect(doctor.connection('Live')).toBeVisible();
});

test('a guardian’s clock: set back it lengthens nothing, not even offline; set ahead it loses nothing', async ({
  practice,
  newDevice,
}) => {
  const { context } = await newDevice({ viewport: { width: 390, height: 844 } });
  const clock = await deviceClock(context);
  const portal = new PortalPage(await context.newPage());
  await portal.open();
  await portal.logIn(practice.nsecOf(brightwater.guardian, 'portal'));
  await expect(portal.person).toContainText(brightwater.child);
  // Years ahead and back again: off the screen or not, in the end everything is there.
  await clock.set(30 * 365 * DAY, { pages: false });
  await expect(portal.main).toContainText('The clock of this device is 30 years ahead');
  await expect(portal.person).toContainText(brightwater.child);
  if (SHOTS) await portal.page.screenshot({ path: `${SHOTS}/clock-portal.png` });
  await clock.set(0, { pages: false });
  await expect(portal.main).not.toContainText('The clock of this device');
  const until = Date.now() + 25_000;
  await changeInChart(practice, brightwater.child, (chart, patientId) =>
    chart.changeGuardians(patientId, {
      kind: 'change',
      npub: practice.logins.find(({ name }) => name === brightwater.guardian)?.npub ?? '',
      name: brightwater.guardian,
      until: new Date(until).toISOString(),
    }),
  );
  await context.setOffline(true);
  await clock.set(-DAY, { pages: false });
  await expect(portal.person).toContainText(brightwater.child);
  await expect(portal.page.getByText(brightwater.child)).toHaveCount(0, { timeout: 60_000 });
  expect(Date.now()).toBeGreaterThanOrEqual(until);
});
