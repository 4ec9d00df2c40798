/** Every screen of both apps, light and dark, at three widths: axe finds nothing. And a day's work without the mouse. */
import type { Page } from '@playwright/test';
import { type Finding, look } from './axe-look.ts';
import { brightwater, staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';

test('axe finds nothing in the workstation', async ({ practice, newWorkstation }) => {
  test.setTimeout(400_000);
  const findings: Finding[] = [];
  const doctor = await newWorkstation(undefined, { reducedMotion: 'reduce' });
  const { page } = doctor;
  await doctor.login.withKey('nsec1wrong');
  await expect(doctor.login.failure).toBeVisible();
  await look(page, 'login, refused', findings);
  await doctor.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await expect(page.getByRole('option').first()).toBeVisible();
  await look(page, 'patients', findings);
  await page.getByRole('link', { name: 'New patient' }).click();
  await page.getByRole('form', { name: 'New patient' }).getByRole('button', { name: 'Add patient' }).click();
  await look(page, 'new patient, refused', findings);
  for (const place of ['Sending', 'Unreadable', 'Device', 'Patients']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
    if (place !== 'Patients') await look(page, place, findings);
  }
  await doctor.openChart(vandermeer.first);
  await doctor.chartComplete();
  await look(page, 'overview', findings);
  for (const title of ['Vitals', 'Medications', 'Immunizations', 'Results', 'Procedures', 'Notes']) {
    await doctor.section(title);
    await look(page, title, findings);
  }
  await page.getByRole('list', { name: 'Notes' }).getByRole('button').first().click();
  await expect(page.getByRole('article')).toBeVisible();
  await doctor.beginNote({ subjective: 'Looked at by axe.' });
  await look(page, 'a note, and one being written', findings);
  await doctor.noteForm.getByRole('button', { name: 'Discard draft' }).click();
  await page.getByRole('button', { name: 'New vitals' }).click();
  await doctor.vitalsForm.getByText('Metric', { exact: true }).click();
  await doctor.vitalsForm.getByLabel('Weight', { exact: true }).fill('2');
  await doctor.vitalsForm.getByLabel('Temperature', { exact: true }).fill('370');
  await expect(doctor.vitalsForm.getByText(/is right/)).toBeVisible();
  await look(page, 'vitals in question', findings);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'palette', findings);
  await page.keyboard.press('Escape');
  expect(findings).toEqual([]);
});

test('axe finds nothing in the portal', async ({ practice, newPortal }) => {
  test.setTimeout(400_000);
  const findings: Finding[] = [];
  const portal = await newPortal(undefined, { reducedMotion: 'reduce' });
  const { page, main } = portal;
  await portal.login.withKey('nsec1wrong');
  await expect(portal.login.failure).toBeVisible();
  await look(page, 'login, refused', findings);
  await portal.logIn(practice.nsecOf(vandermeer.guardian, 'portal'));
  await expect(main.getByRole('list', { name: 'What is new' })).toBeVisible();
  await look(page, 'home', findings);
  await portal.nav.getByRole('link', { name: 'Record' }).click();
  await expect(main.getByRole('list', { name: 'Sections of the record' })).toBeVisible();
  await look(page, 'record', findings);
  for (const title of ['Visits', 'Vitals', 'Allergies', 'Immunizations', 'Medications', 'Notes']) {
    await portal.section(title);
    await expect(
      main
        .getByText(/^\d+ \w+/)
        .first()
        .or(main.getByRole('alert')),
    ).toBeVisible();
    await look(page, title, findings);
  }
  await main.getByRole('list', { name: 'Notes' }).getByRole('button').first().click();
  await expect(main.getByRole('article')).toBeVisible();
  await look(page, 'a note', findings);
  await portal.person.getByRole('button', { name: /switch person/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look(page, 'person switcher', findings);
  await page.keyboard.press('Escape');
  await portal.nav.getByRole('link', { name: 'Me', exact: true }).click();
  await look(page, 'me', findings);
  expect(findings).toEqual([]);
});

test('a clinician logs in, finds a patient, writes and signs a note without the mouse', async ({
  practice,
  newWorkstation,
}) => {
  const doctor = await newWorkstation();
  const { page } = doctor;
  const { keyboard } = page;
  await tabTo(page, doctor.login.key);
  await keyboard.insertText(practice.nsecOf(staff.doctor, 'ehr'));
  await keyboard.press('Enter');
  await expect(doctor.search).toBeFocused();
  await keyboard.type('brightwa');
  await expect(page.getByRole('option')).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(doctor.banner).toContainText(brightwater.child);
  await keyboard.press('n');
  await expect(doctor.noteForm.getByLabel('Reason')).toBeFocused();
  await keyboard.type('Only keys');
  await keyboard.press('Tab');
  await expect(doctor.noteForm.getByLabel('Subjective')).toBeFocused();
  await keyboard.type('Typed from the first to the last letter.');
  await keyboard.press('Control+Enter');
  await expect(doctor.noteForm).toBeHidden();
  await expect(doctor.note('Typed from the first to the last letter.')).toContainText('verified');
  await keyboard.press('Escape');
  await expect(doctor.note('Typed from the first to the last letter.')).toBeHidden();
  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Go to a patient or a command' })).toBeFocused();
  await keyboard.type('vandermeer');
  const found = page.getByRole('dialog').getByRole('option').filter({ hasText: vandermeer.second });
  await expect(found).toBeVisible();
  for (let step = 0; step < 3 && (await found.getAttribute('aria-selected')) !== 'true'; step += 1)
    await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(doctor.banner).toContainText(vandermeer.second);
  await keyboard.press('Alt+1');
  await expect(doctor.banner).toContainText(brightwater.child);
  await keyboard.press('Control+Shift+L');
  await expect(doctor.login.form).toBeVisible();
});

/** Presses Tab until the field has the focus; fails where it cannot be reached. */
async function tabTo(page: Page, field: ReturnType<Page['locator']>): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(field).toBeFocused();
}
