/** The confidential part of a chart for somebody without its keys: asked for, allowed, told of, and over again. */
import type { Page } from '@playwright/test';
import { type Finding, look } from './axe-look.ts';
import { deviceClock, hideServerTime } from './device-clock.ts';
import { staff } from './families.ts';
import { expect, test } from './fixtures.ts';
import { WorkstationPage } from './workstation.page.ts';

const assistant = 'Suki Larkspur, MA';
const abara = { guardian: 'Folasade Abara', child: 'Temi Abara' } as const;
const reason = 'On the phone with the emergency room';
const SHOTS = process.env.KEYCHART_SHOTS;
const hidden = 'Confidential part of the visit';

test('an assistant asks, a nurse allows, the administrator is told, the family is not; taken back, it is gone', async ({
  newWorkstation,
  newPortal,
}) => {
  const findings: Finding[] = [];
  const portal = await newPortal(abara.guardian);
  const holder = await newWorkstation(staff.nurse);
  const admin = await newWorkstation(staff.doctor);
  const asking = await newWorkstation(assistant);
  await asking.openChart(abara.child);
  await asking.chartComplete();
  await asking.section('Notes');
  const notes = asking.page.getByRole('list', { name: 'Notes' });
  await expect(notes).toBeVisible();
  await expect(notes).not.toContainText(hidden);
  const state = asking.page.getByRole('status').filter({ hasText: 'onfidential part' });
  await expect(state).toHaveText('Confidential part: not open to you.');

  await asking.page.getByRole('button', { name: 'Ask for access' }).click();
  const form = asking.page.getByRole('form', { name: 'Ask for the confidential part' });
  await expect(form.getByLabel('Reason')).toBeFocused();
  await form.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(form).toContainText('A reason is needed.');
  await look(asking.page, 'ask for the confidential part', findings);
  await form.getByLabel('Reason').fill(reason);
  await form.getByLabel('For how long').selectOption('15 minutes');
  await form.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(state).toContainText('You have asked for the confidential part.');

  const asked = (page: typeof holder.page) => page.getByRole('alert', { name: `Request by ${assistant}` });
  for (const { page } of [holder, admin]) {
    await expect(asked(page)).toContainText(`${assistant} (medical assistant)`);
    await expect(asked(page)).toContainText(`the confidential part of ${abara.child}`);
    await expect(asked(page)).toContainText(reason);
    await expect(asked(page)).toContainText('15 minutes');
  }
  await look(holder.page, 'a request', findings);
  await asked(holder.page).getByRole('button', { name: 'Allow' }).click();
  await expect(asked(holder.page)).toBeHidden();
  await expect(state).toContainText(
    `${staff.nurse} opened the confidential part for you, for reading, until`,
  );
  await notes
    .getByRole('button', { name: new RegExp(hidden) })
    .first()
    .click();
  await expect(asking.note(hidden)).toContainText('Asked that this stays confidential');

  await expect(asked(admin.page)).toContainText(`${staff.nurse} allowed it, until`);
  await expect(asked(admin.page).getByRole('button', { name: 'Allow' })).toHaveCount(0);
  await asked(admin.page).getByRole('button', { name: 'I have taken note' }).click();
  await expect(asked(admin.page)).toBeHidden();

  await admin.openChart(abara.child);
  const readers = admin.page.getByRole('list', { name: 'Staff who read this record by name' });
  await expect(readers).toContainText('the confidential part, for reading, until');
  await readers.getByRole('button', { name: `End access of ${assistant}` }).click();
  await admin.page.getByRole('dialog').getByRole('button', { name: 'End access' }).click();
  await expect(state).toContainText('Your access to the confidential part has ended.');
  await expect(asking.note('Asked that this stays confidential')).toBeHidden();
  await asking.section('Notes');
  await expect(notes).not.toContainText(hidden);
  await expect(readers).toBeHidden();

  await portal.switchTo(abara.child);
  await portal.nav.getByRole('link', { name: 'Me', exact: true }).click();
  await portal.main.getByRole('link', { name: 'Who opened this record' }).click();
  await expect(portal.main.getByRole('listitem').filter({ hasText: assistant }).first()).toContainText(
    'Opened the chart',
  );
  await expect(portal.main).not.toContainText(/confidential/i);
  await portal.nav.getByRole('link', { name: 'Record' }).click();
  await expect(portal.main).not.toContainText(/confidential|by name/i);
  expect(findings).toEqual([]);
});

/** An assistant with a chart open whose confidential part they do not read. */
async function readyToAsk(asking: WorkstationPage) {
  await asking.openChart(abara.child);
  await asking.chartComplete();
  await asking.section('Notes');
  const notes = asking.page.getByRole('list', { name: 'Notes' });
  await expect(notes).toBeVisible();
  await expect(notes).not.toContainText(hidden);
  const state = asking.page.getByRole('status').filter({ hasText: 'onfidential part' });
  return { notes, state };
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ask for access|Ask again/ }).click();
  const form = page.getByRole('form', { name: 'Ask for the confidential part' });
  await form.getByLabel('Reason').fill(reason);
  await form.getByLabel('For how long').selectOption('15 minutes');
  await form.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(form).toBeHidden();
}

const askedOn = (page: Page) => page.getByRole('alert', { name: `Request by ${assistant}` });

async function shots(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${SHOTS}/${name}-${width}.png` });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function accessLog(page: Page) {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Go to a patient or a command' })).toBeFocused();
  await page.keyboard.type('Access log');
  await page.keyboard.press('Enter');
  return page.getByRole('list', { name: 'Entries of the access log' });
}

test('declined: nothing is opened, the asker reads by whom, the administrator is told, and it stands in the log', async ({
  practice,
  newWorkstation,
}) => {
  const holder = await newWorkstation(staff.nurse);
  const admin = await newWorkstation(staff.doctor);
  const asking = await newWorkstation(assistant);
  const { notes, state } = await readyToAsk(asking);
  await ask(asking.page);
  await askedOn(holder.page).getByRole('button', { name: 'Decline' }).click();
  await expect(askedOn(holder.page)).toBeHidden();
  await expect(state).toHaveText(`${staff.nurse} declined your request for the confidential part.`);
  await expect(notes).not.toContainText(hidden);
  await expect(asking.page.getByRole('button', { name: 'Ask again' })).toBeVisible();
  await expect(askedOn(admin.page)).toContainText(`${staff.nurse} declined it.`);
  await expect(askedOn(admin.page).getByRole('button', { name: 'Allow' })).toHaveCount(0);
  // The notice stays over a new start, until it is acknowledged.
  await admin.page.reload();
  await admin.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await askedOn(admin.page).getByRole('button', { name: 'I have taken note' }).click();
  await expect(askedOn(admin.page)).toBeHidden();
  const entries = await accessLog(admin.page);
  await expect(entries).toContainText('Asked for the confidential part of the chart');
  await expect(entries).toContainText(`Declined a request for the confidential part of the chart: ${reason}`);
});

test('nobody with the keys is there: said with whom to call; kept over a new start, answered when one comes, taken back', async ({
  practice,
  newDevice,
  newWorkstation,
}) => {
  const { context } = await newDevice({ viewport: { width: 1440, height: 900 } });
  const clock = await deviceClock(context);
  const asking = new WorkstationPage(await context.newPage());
  await asking.open();
  await asking.logIn(practice.nsecOf(assistant, 'ehr'));
  const { state, notes } = await readyToAsk(asking);
  await ask(asking.page);
  await expect(state).toContainText('One of those who hold its keys has to answer');
  await expect(state).toContainText(staff.nurse);
  // Three minutes later, after a new start: the request is still there, and nobody has answered.
  await clock.set(180);
  await asking.page.reload();
  await asking.logIn(practice.nsecOf(assistant, 'ehr'));
  await asking.openChart(abara.child);
  await expect(state).toContainText('Nobody has answered yet');
  await expect(state).toContainText(/Call .*Priya Fernwood, RN/);
  await expect(state).toContainText('when they open Keychart, until');
  const findings: Finding[] = [];
  await look(asking.page, 'nobody has answered', findings);
  expect(findings).toEqual([]);
  if (SHOTS) await shots(asking.page, 'glass-silent');

  await test.step('a holder comes, and finds it', async () => {
    const holder = await newWorkstation(staff.nurse);
    await expect(askedOn(holder.page)).toContainText(reason);
    if (SHOTS) await shots(holder.page, 'glass-asked');
    await askedOn(holder.page).getByRole('button', { name: 'Allow' }).click();
    await expect(state).toContainText(`${staff.nurse} opened the confidential part for you`);
    await asking.section('Notes');
    await expect(notes).toContainText(hidden);
    if (SHOTS) await shots(asking.page, 'glass-allowed');
    await asking.page.getByRole('button', { name: 'I am done' }).click();
    await expect(state).toContainText('Your access to the confidential part has ended.');
    await expect(notes).not.toContainText(hidden);
    await ask(asking.page);
    await expect(askedOn(holder.page)).toBeVisible();
    await asking.page.getByRole('button', { name: 'Take back' }).click();
    await expect(state).toHaveText('You took back your request for the confidential part.');
    await expect(askedOn(holder.page)).toBeHidden();
  });
  await test.step('all of it stands in the access log', async () => {
    const admin = await newWorkstation(staff.doctor);
    await expect(askedOn(admin.page).first()).toContainText(/ended|taken back/);
    const entries = await accessLog(admin.page);
    await expect(entries).toContainText('Asked for the confidential part of the chart');
    await expect(entries).toContainText('Allowed a colleague to read the confidential part of the chart');
    await expect(entries).toContainText('Ended access to the confidential part of the chart');
  });
});

test('its time is over on a screen left open: text and keys go by themselves, the rest of the chart stays', async ({
  practice,
  newDevice,
  newWorkstation,
}) => {
  const { context } = await newDevice({ viewport: { width: 1440, height: 900 } });
  const clock = await deviceClock(context);
  // Only this device's own clock is to be believed: it is the one that can be moved.
  await hideServerTime(context);
  const asking = new WorkstationPage(await context.newPage());
  await asking.open();
  await asking.logIn(practice.nsecOf(assistant, 'ehr'));
  const holder = await newWorkstation(staff.nurse);
  const { notes, state } = await readyToAsk(asking);
  const others = await notes.getByRole('button').count();
  await ask(asking.page);
  await askedOn(holder.page).getByRole('button', { name: 'Allow' }).click();
  await expect(notes).toContainText(hidden);
  await notes
    .getByRole('button', { name: new RegExp(hidden) })
    .first()
    .click();
  await expect(asking.note(hidden)).toContainText('Asked that this stays confidential');
  await clock.set(14 * 60, { pages: false });
  await expect(asking.note(hidden)).toContainText('Asked that this stays confidential');
  await clock.set(15 * 60 + 1, { pages: false });
  await expect(state).toContainText('Your access to the confidential part has ended.');
  await expect(asking.page.getByText('Asked that this stays confidential')).toHaveCount(0);
  await asking.section('Notes');
  await expect(notes).not.toContainText(hidden);
  await expect(notes.getByRole('button')).toHaveCount(others);
});
