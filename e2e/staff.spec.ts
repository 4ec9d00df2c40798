/** People come to the practice and leave it, and every workstation knows at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode } from '@keychart/nostr';
import type { Page } from '@playwright/test';
import { type Finding, look } from './axe-look.ts';
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';
import { keychart } from './practice.ts';

const newcomer = 'Nell Harrow, RN';
/** Time by which somebody removed has to be told. */
const SOON_MS = 2000;

async function toStaff(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Staff' }).click();
  await expect(page.getByRole('list', { name: 'Staff', exact: true })).toBeVisible();
}

const personOn = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Staff', exact: true }).getByRole('listitem').filter({ hasText: name });

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

function newKey() {
  const secret = generateSecretKey();
  return { npub: npubEncode(getPublicKey(secret)), nsec: nsecEncode(secret) };
}

test('an administrator adds a nurse, who logs in elsewhere, opens a chart and writes in it', async ({
  newWorkstation,
}) => {
  const key = newKey();
  const admin = await newWorkstation(staff.doctor);
  const { page } = admin;
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Go to a patient or a command' })).toBeFocused();
  await page.keyboard.type('staff');
  await expect(
    page.getByRole('dialog').getByRole('option').filter({ hasText: 'Staff' }).first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const form = page.getByRole('form', { name: 'Add a person' });
  const field = form.getByLabel('Public key');
  await expect(field).toBeFocused();
  await field.fill(key.nsec);
  await expect(form).toContainText('This is a secret key (nsec): never give it to anybody.');
  await field.fill(`${key.npub.slice(0, -1)}${key.npub.endsWith('q') ? 'p' : 'q'}`);
  await form.getByRole('textbox', { name: 'Name' }).focus();
  await expect(form).toContainText('The checksum of this npub does not fit');
  await field.fill(key.npub);
  await expect(form).toContainText('A whole key, typed without a mistake');
  await form.getByRole('textbox', { name: 'Name' }).fill(newcomer);
  await form.getByLabel('Front desk').check();
  await expect(form).toContainText('The key opens messages, appointments and contact data');
  await form.getByLabel('Nurse', { exact: true }).check();
  await form.getByRole('button', { name: 'Add to the staff' }).click();
  await expect(page.getByRole('region', { name: 'What was done' })).toContainText(
    `${newcomer} is on the staff`,
  );
  await expect(personOn(page, newcomer)).toContainText('has access');

  const nurse = await newWorkstation();
  await nurse.logIn(key.nsec);
  await nurse.openChart(vandermeer.first);
  await nurse.chartComplete();
  await nurse.writeNote({ subjective: 'First day here, chart read.' });
  await expect(nurse.note('First day here, chart read.')).toContainText(`Signed by ${newcomer} (you), nurse`);
  await admin.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Patients' }).click();
  await admin.openChart(vandermeer.first);
  await admin.section('Notes');
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText(newcomer);
  await toStaff(nurse.page);
  await expect(
    nurse.page.getByText('Only an administrator of the practice changes the staff.'),
  ).toBeVisible();
  await expect(nurse.page.getByRole('button', { name: /Add a person|Change|More for/ })).toHaveCount(0);
});

test('a nurse who is removed is told at once on her open workstation, and gets nothing of what comes', async ({
  newWorkstation,
}) => {
  const admin = await newWorkstation(staff.doctor);
  const nurse = await newWorkstation(staff.nurse);
  const colleague = await newWorkstation(staff.otherDoctor);
  for (const workstation of [nurse, colleague]) {
    await workstation.openChart(vandermeer.second);
    await workstation.chartComplete();
    await workstation.section('Notes');
  }
  const { page } = admin;
  await toStaff(page);
  await choose(page, staff.nurse, 'Remove from the staff');
  const question = page.getByRole('dialog', { name: `Remove ${staff.nurse}?` });
  await expect(question).toContainText('stops reading and writing at once');
  await expect(question).toContainText(
    'New keys are made for charts, confidential records, messages, appointments and contact data. 5 people, you among them, are handed the new ones',
  );
  await expect(question).toContainText('has seen or copied until now cannot be taken back');
  await expect(question).toContainText('not yet sent is kept');
  const ended = nurse.page.getByRole('alert').filter({ hasText: 'has ended' });
  await expect(ended).toBeHidden();
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('region', { name: 'What was done' })).toContainText(
    `${staff.nurse} is removed`,
  );
  await expect(ended, 'told on her screen').toBeVisible({ timeout: SOON_MS });
  await expect(page.getByRole('list', { name: 'Former staff' })).toContainText(staff.nurse);
  await expect(personOn(page, staff.nurse)).toHaveCount(0);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Patients' }).click();
  await admin.openChart(vandermeer.second);
  await admin.writeNote({ reason: 'After she left', subjective: 'Only for those who stayed.' });
  await expect(colleague.page.getByRole('list', { name: 'Notes' })).toContainText('After she left');
  await expect(nurse.page.getByRole('list', { name: 'Notes' })).not.toContainText('After she left');
  await expect(ended).toBeVisible();
});

test('a change made offline waits, says so, and is done when the practice is back', async ({
  practice,
  newWorkstation,
}) => {
  const admin = await newWorkstation(staff.doctor);
  const { page } = admin;
  await toStaff(page);
  await admin.keptOnDevice();
  await practice.stop();
  await expect(admin.connection('Offline')).toBeVisible();
  await choose(page, staff.frontDesk, 'Suspend');
  const question = page.getByRole('dialog');
  await expect(question).toContainText('The practice cannot be reached now.');
  await question.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText(`Waiting for the connection: suspending ${staff.frontDesk}`)).toBeVisible();
  await expect(personOn(page, staff.frontDesk)).toContainText('has access');
  await expect(page.getByRole('button', { name: 'Add a person' })).toBeDisabled();
  await practice.start();
  await expect(page.getByText(`${staff.frontDesk} is suspended`)).toBeVisible({ timeout: 45_000 });
  await expect(personOn(page, staff.frontDesk)).toContainText('no access');
  await page.getByRole('button', { name: `Let ${staff.frontDesk} in again` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let in again' }).click();
  await expect(page.getByText(`${staff.frontDesk} is let in again`)).toBeVisible();
  const desk = await newWorkstation(staff.frontDesk);
  await expect(desk.page.getByRole('option').first()).toBeVisible();
});

test('a smaller role takes keys away, a last day is kept as the practice reads it', async ({
  newWorkstation,
}) => {
  const { page } = await newWorkstation(staff.doctor);
  await toStaff(page);
  await page.getByRole('button', { name: `Change ${staff.otherDoctor}` }).click();
  const form = page.getByRole('form', { name: 'Change a person' });
  await form.getByRole('button', { name: 'Adjust for this person' }).click();
  await form.getByLabel('Confidential records').uncheck();
  await form.getByLabel('Last day', { exact: true }).fill('2031-12-24');
  await form.getByRole('button', { name: 'Change', exact: true }).click();
  const question = page.getByRole('dialog', { name: `Change ${staff.otherDoctor}?` });
  await expect(question).toContainText('opens confidential records no more');
  await expect(question).toContainText('Access ends by itself after Dec 24, 2031.');
  await question.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByText(`${staff.otherDoctor} is changed`)).toBeVisible();
  const row = personOn(page, staff.otherDoctor);
  await expect(row).toContainText('until Dec 24, 2031');
  await expect(row).not.toContainText('confidential');
});

test('where two administrators have to agree, a change waits for the second, and is in force with it', async ({
  practice,
  newWorkstation,
}) => {
  test.setTimeout(400_000);
  const folder = mkdtempSync(join(tmpdir(), 'keychart-e2e-agree-'));
  const [second, third] = [newKey(), newKey()];
  const findings: Finding[] = [];
  const said = await keychart(
    [
      'setup',
      '--name',
      'Meadow Pediatrics',
      '--person',
      'Dr. Ada Quill',
      '--time-zone',
      'America/Denver',
      '--json',
    ],
    { DATA_DIR: join(folder, 'data') },
  );
  const secrets = JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)) as {
    root: { nsec: string };
    person: { nsec: string };
  };
  await practice.stop();
  practice.replaceData(join(folder, 'data'));
  await practice.start();

  const add = async (page: Page, key: { npub: string }, name: string, role: string) => {
    await page.getByRole('button', { name: 'Add a person' }).click();
    const form = page.getByRole('form', { name: 'Add a person' });
    await form.getByLabel('Public key').fill(key.npub);
    await form.getByRole('textbox', { name: 'Name' }).fill(name);
    await form.getByLabel(role, { exact: true }).check();
    await form.getByRole('button', { name: 'Add to the staff' }).click();
  };
  const ada = await newWorkstation();
  await ada.logIn(secrets.person.nsec);
  await toStaff(ada.page);
  await expect(ada.page.getByText('Nobody else is on the staff yet.')).toBeVisible();
  await add(ada.page, second, 'Dr. Bo Wick', 'Doctor');
  await expect(ada.page.getByText('Dr. Bo Wick is on the staff')).toBeVisible();

  const rootKey = join(folder, 'root.txt');
  writeFileSync(rootKey, secrets.root.nsec, { mode: 0o600 });
  await keychart(['root', 'admins', '--add', second.npub, '--approvals', '1', '--key', rootKey], {
    DATA_DIR: practice.dataDir,
  });
  rmSync(folder, { recursive: true });
  const bo = await newWorkstation();
  await bo.logIn(second.nsec);
  await toStaff(bo.page);
  await add(ada.page, third, newcomer, 'Nurse');
  await expect(ada.page.getByText(`Waiting for approval: adding ${newcomer}`)).toBeVisible();
  await expect(personOn(ada.page, newcomer)).toHaveCount(0);
  const waiting = bo.page.getByRole('list', { name: 'Waiting for approval' });
  await expect(waiting).toContainText(`Add ${newcomer} (nurse)`);
  await expect(waiting).toContainText('0 of 1 approvals');
  await look(bo.page, 'a proposal', findings);
  await waiting.getByRole('button', { name: 'Look and approve' }).click();
  const question = bo.page.getByRole('dialog', { name: 'Approve what Dr. Ada Quill wants to change?' });
  await expect(question).toContainText('With your approval it is in force.');
  await question.getByRole('button', { name: 'Approve' }).click();
  await expect(ada.page.getByText(`${newcomer} is on the staff`)).toBeVisible();
  for (const { page } of [ada, bo]) await expect(personOn(page, newcomer)).toContainText('has access');
  await expect(waiting).toBeHidden();
  expect(findings).toEqual([]);
});

test('axe finds nothing on the staff screen, and nothing runs out at the side', async ({
  newWorkstation,
}) => {
  test.setTimeout(400_000);
  const findings: Finding[] = [];
  const { page } = await newWorkstation(staff.doctor, { reducedMotion: 'reduce' });
  await toStaff(page);
  await look(page, 'staff', findings);
  await choose(page, staff.nurse, 'Suspend');
  await expect(page.getByRole('dialog')).toContainText('New keys are made');
  await look(page, 'confirmation', findings);
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByRole('region', { name: 'What was done' })).toBeVisible();
  await look(page, 'report', findings);
  await page.getByRole('button', { name: 'Add a person' }).click();
  const form = page.getByRole('form', { name: 'Add a person' });
  await form.getByLabel('Public key').fill('npub1wrong');
  await form.getByLabel('Billing').check();
  await form.getByRole('button', { name: 'Adjust for this person' }).click();
  await form.getByLabel('Prescribe').check();
  await form.getByRole('button', { name: 'Add to the staff' }).click();
  await expect(form).toContainText('Type the name');
  await look(page, 'add a person, refused', findings);
  expect(findings).toEqual([]);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, 'px that the list runs out at the side').toBeLessThanOrEqual(0);
});
