/** What goes wrong on real machines in the middle of something: the tab closes, storage is cleared, a second tab opens. */
import type { Page } from '@playwright/test';
import { brightwater, staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';
import { WorkstationPage } from './workstation.page.ts';

const toStaff = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Staff' }).click();
  await expect(page.getByRole('list', { name: 'Staff', exact: true })).toBeVisible();
};

const personOn = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Staff', exact: true }).getByRole('listitem').filter({ hasText: name });

async function askToRemove(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Remove from the staff' }).click();
}

/** Another tab of the same browser, as after the first one was closed or has crashed. */
async function reopen(workstation: WorkstationPage, nsec: string): Promise<WorkstationPage> {
  const context = workstation.page.context();
  await workstation.page.close();
  const next = new WorkstationPage(await context.newPage());
  await next.open();
  await next.logIn(nsec);
  return next;
}

test('a removal: the tab closes while it waits for the network, and it is done at the next login', async ({
  practice,
  newWorkstation,
}) => {
  const first = await newWorkstation(staff.doctor);
  const colleague = await newWorkstation(staff.otherDoctor);
  await toStaff(first.page);
  await first.keptOnDevice();
  await practice.stop();
  await askToRemove(first.page, staff.nurse);
  await first.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(first.page.getByText('Waiting for the connection: removing')).toBeVisible();
  await practice.start();
  const admin = await reopen(first, practice.nsecOf(staff.doctor, 'ehr'));
  await toStaff(admin.page);
  await expect(personOn(admin.page, staff.nurse)).toHaveCount(0);
  await expect(admin.page.getByRole('list', { name: 'Former staff' })).toContainText(staff.nurse);
  const nurse = await newWorkstation();
  await nurse.login.withKey(practice.nsecOf(staff.nurse, 'ehr'));
  await expect(nurse.page.getByText(/has ended|not let this login in|no access/).first()).toBeVisible();
  // Nobody who stays is locked out, and what one writes under the new keys the other reads.
  await toPatients(admin.page);
  await admin.openChart(vandermeer.first);
  await colleague.openChart(vandermeer.first);
  await admin.writeNote({ reason: 'After the removal', subjective: 'Under new keys.' });
  await colleague.section('Notes');
  await expect(colleague.page.getByRole('list', { name: 'Notes' })).toContainText('After the removal');
});

const toPatients = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Patients' }).click();

test('a removal: the server is killed and the tab closed at the click; it happened whole or not at all', async ({
  practice,
  newWorkstation,
}) => {
  const first = await newWorkstation(staff.doctor);
  await toStaff(first.page);
  await askToRemove(first.page, staff.nurse);
  await first.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click({ noWaitAfter: true });
  await Promise.all([practice.stop('SIGKILL'), first.page.close()]);
  await practice.start();
  const admin = new WorkstationPage(await first.page.context().newPage());
  await admin.open();
  await admin.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await expect(admin.connection('Live')).toBeVisible();
  await toStaff(admin.page);
  await expect(admin.page.getByText(/Waiting for the connection|Being sent/)).toBeHidden();
  const stays = (await personOn(admin.page, staff.nurse).count()) === 1;
  const nurse = await newWorkstation();
  await nurse.login.withKey(practice.nsecOf(staff.nurse, 'ehr'));
  if (stays) await expect(nurse.search).toBeVisible();
  else await expect(nurse.page.getByText(/has ended|not let this login in|no access/).first()).toBeVisible();
  await toPatients(admin.page);
  await admin.openChart(vandermeer.first);
  await admin.writeNote({ reason: 'Whatever happened', subjective: 'The doctor can write.' });
  await expect(admin.connection('Live')).toBeVisible();
});

test('a new patient key: the tab closes before anything is sent, and the practice can hand the key over later', async ({
  practice,
  newWorkstation,
  newPortal,
}) => {
  const first = await newWorkstation(staff.doctor);
  await first.openChart(brightwater.child);
  await first.keptOnDevice();
  await practice.stop();
  await first.page.getByRole('button', { name: `Change access of ${brightwater.child}` }).click();
  await first.page.getByRole('menuitem', { name: /lost/ }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Make a new key' }).click();
  await expect(first.page.getByRole('region', { name: 'Secret key of the patient' })).toBeVisible();
  await practice.start();
  const doctor = await reopen(first, practice.nsecOf(staff.doctor, 'ehr'));
  await expect(doctor.connection('Live')).toBeVisible();
  await doctor.openChart(brightwater.child);
  await expect(doctor.page.getByText('key replaced once')).toBeVisible();
  await doctor.writeNote({ reason: 'After the new key', subjective: 'Read by the guardian all the same.' });
  const portal = await newPortal(brightwater.guardian);
  await expect(portal.main).toContainText('After the new key');
});

/** The two children of one family are no duplicates; for a practice that mixed them up the merge is the same. */
async function askToMerge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More about this chart' }).click();
  await page.getByRole('menuitem', { name: 'This is a duplicate …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(vandermeer.first);
  await dialog.getByRole('option', { name: new RegExp(vandermeer.first) }).click();
  await expect(dialog.getByRole('button', { name: 'Merge the two' })).toBeVisible();
}

test('a merge: the tab closes while it waits for the network, and both halves are there at the next login', async ({
  practice,
  newWorkstation,
}) => {
  const first = await newWorkstation(staff.doctor);
  await first.openChart(vandermeer.second);
  await first.chartComplete();
  await askToMerge(first.page);
  await first.keptOnDevice();
  await practice.stop();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Merge the two' }).click();
  await expect(first.page.getByText('2 charts merged')).toBeVisible();
  await practice.start();
  const doctor = await reopen(first, practice.nsecOf(staff.doctor, 'ehr'));
  await expect(doctor.connection('Live')).toBeVisible();
  await doctor.openChart(vandermeer.first);
  await expect(doctor.page.getByText('2 charts merged')).toBeVisible();
  const colleague = await newWorkstation(staff.otherDoctor);
  await colleague.openChart(vandermeer.first);
  await expect(colleague.page.getByText('2 charts merged')).toBeVisible();
  await doctor.writeNote({ reason: 'After the merge', subjective: 'In the chart that stays.' });
  await colleague.section('Notes');
  await expect(colleague.page.getByRole('list', { name: 'Notes' })).toContainText('After the merge');
});

/** It happened on both screens, or on neither. */
async function agreeOn(words: string, ...screens: readonly WorkstationPage[]): Promise<void> {
  for (const { page } of screens) await expect(page.getByText('Who can read this record')).toBeVisible();
  await expect(async () => {
    const counts = await Promise.all(screens.map(({ page }) => page.getByText(words).count()));
    expect(new Set(counts).size).toBe(1);
  }).toPass({ timeout: 30_000 });
}

test('a merge and a new key: the server is killed and the tab closed at the click; whole or not at all', async ({
  practice,
  newWorkstation,
}) => {
  const first = await newWorkstation(staff.doctor);
  await first.openChart(vandermeer.second);
  await first.chartComplete();
  await askToMerge(first.page);
  const merge = first.page.getByRole('dialog').getByRole('button', { name: 'Merge the two' });
  await merge.click({ noWaitAfter: true });
  await Promise.all([practice.stop('SIGKILL'), first.page.close()]);
  await practice.start();
  const admin = new WorkstationPage(await first.page.context().newPage());
  await admin.open();
  await admin.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await expect(admin.connection('Live')).toBeVisible();
  await admin.openChart(vandermeer.first);
  await admin.chartComplete();
  const colleague = await newWorkstation(staff.otherDoctor);
  await colleague.openChart(vandermeer.first);
  await colleague.chartComplete();
  await agreeOn('2 charts merged', admin, colleague);

  await admin.page.getByRole('button', { name: `Change access of ${vandermeer.first}` }).click();
  await admin.page.getByRole('menuitem', { name: /lost/ }).click();
  const make = admin.page.getByRole('dialog').getByRole('button', { name: 'Make a new key' });
  await make.click({ noWaitAfter: true });
  await Promise.all([practice.stop('SIGKILL'), admin.page.close()]);
  await practice.start();
  const after = new WorkstationPage(await admin.page.context().newPage());
  await after.open();
  await after.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await expect(after.connection('Live')).toBeVisible();
  await after.openChart(vandermeer.first);
  await after.chartComplete();
  await agreeOn('key replaced once', after, colleague);
  await after.writeNote({ reason: 'Whatever happened', subjective: 'The chart can be written in.' });
  await colleague.section('Notes');
  await expect(colleague.page.getByRole('list', { name: 'Notes' })).toContainText('Whatever happened');
});

test('the browser’s storage is cleared: said while open, and everything comes back at the next login', async ({
  practice,
  newWorkstation,
}) => {
  const first = await newWorkstation(staff.doctor);
  await first.openChart(brightwater.child);
  await first.chartComplete();
  const { page } = first;
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: practice.origin, storageTypes: 'all' });
  await first.beginNote({ reason: 'Kept in the form', subjective: 'Typed before anybody noticed.' });
  await first.noteForm.getByRole('button', { name: 'Sign', exact: true }).click();
  // What was typed is not lost by a store that is gone: it stays in the form, with a reason.
  await expect(first.noteForm.getByLabel('Subjective')).toHaveValue('Typed before anybody noticed.');
  await expect(page.getByText(/store is closed|Open the chart again/).first()).toBeVisible();
  const again = await reopen(first, practice.nsecOf(staff.doctor, 'ehr'));
  await again.openChart(brightwater.child);
  await again.chartComplete();
  await again.writeNote({ reason: 'After the clearing', subjective: 'Written anew.' });
  await expect(again.connection('Live')).toBeVisible();
});

test('a second tab with the same login takes over, and the first says so', async ({
  practice,
  newWorkstation,
}) => {
  const first = await newWorkstation(staff.doctor);
  const second = new WorkstationPage(await first.page.context().newPage());
  await second.open();
  await second.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await expect(
    first.page.getByText('Locked here, because this login was opened in another tab.'),
  ).toBeVisible();
  await second.openChart(brightwater.child);
  await second.writeNote({ reason: 'From the second tab', subjective: 'Sent once.' });
  await expect(second.connection('Live')).toBeVisible();
});

test('a browser that keeps nothing says what to do, and nothing is half open', async ({
  practice,
  newDevice,
}) => {
  const { context } = await newDevice();
  // As private windows of some browsers are: the database is there and refuses.
  const refuse = `Object.defineProperty(self, 'indexedDB', { value: { open() { throw new DOMException('refused', 'SecurityError'); } } });`;
  await context.addInitScript(refuse);
  await context.route('**/assets/engine-worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${refuse}${await response.text()}` });
  });
  const workstation = new WorkstationPage(await context.newPage());
  await workstation.open();
  await workstation.login.withKey(practice.nsecOf(staff.doctor, 'ehr'));
  await expect(workstation.page.getByText('leave the private window', { exact: false })).toBeVisible();
  await expect(workstation.search).toBeHidden();
});
