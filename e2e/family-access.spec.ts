/** Who of a family reads a record: parents who separate, keys that are lost, guardians who come. */
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode } from '@keychart/nostr';
import type { Page } from '@playwright/test';
import { type Finding, look } from './axe-look.ts';
import { staff } from './families.ts';
import { expect, test } from './fixtures.ts';

/** Two mothers of one newborn, each with a key of her own. */
const starling = {
  one: 'Imogen Starling',
  other: 'Bea Marlowe-Starling',
  child: 'Baby Girl Starling',
} as const;
/** Old enough to have a key of her own, beside her mother's. */
const abara = { patient: 'Temi Abara', guardian: 'Folasade Abara' } as const;
/** Time by which somebody taken off has to be cut off. */
const SOON_MS = 2000;

const readers = (page: Page) => page.getByRole('list', { name: 'Readers of this record' });

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Change access of ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('parents separate: one loses the portal at once, the other keeps it and reads what comes', async ({
  newWorkstation,
  newPortal,
}) => {
  const doctor = await newWorkstation(staff.doctor);
  await doctor.openChart(starling.child);
  const [stays, goes] = [await newPortal(starling.one), await newPortal(starling.other)];
  for (const portal of [stays, goes]) await expect(portal.main).toContainText('What is new');
  const { page } = doctor;
  await choose(page, starling.other, 'Remove');
  const question = page.getByRole('dialog', { name: `Remove ${starling.other} as a guardian?` });
  await expect(question).toContainText(
    `${starling.other} stops reading the record of ${starling.child} at once.`,
  );
  await expect(question).toContainText(`${starling.one} keeps reading, and needs to do nothing.`);
  await expect(question).toContainText('cannot be taken back');
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText(`${starling.other} reads this record no more.`)).toBeVisible();
  await expect(goes.page.getByText('Your practice does not let this login in')).toBeVisible({
    timeout: SOON_MS,
  });
  await expect(readers(page)).not.toContainText(starling.other);

  await doctor.writeNote({ reason: 'Weight check', subjective: 'Gaining well since the move.' });
  await expect(stays.main).toContainText('Weight check');
  await stays.main.getByRole('button', { name: /Weight check/ }).click();
  await expect(stays.main.getByRole('article')).toContainText('Gaining well since the move.');
  await expect(goes.main).not.toContainText('Weight check');
});

test('a stolen key: the old one is cut off, the new one opens the whole record', async ({
  newWorkstation,
  newPortal,
}) => {
  const thief = await newPortal(abara.patient);
  const mother = await newPortal(abara.guardian);
  await expect(thief.main).toContainText('What is new');
  const doctor = await newWorkstation(staff.doctor);
  await doctor.openChart(abara.patient);
  const { page } = doctor;
  await choose(page, abara.patient, 'The key was stolen');
  const question = page.getByRole('dialog', { name: `A new key for ${abara.patient}?` });
  await expect(question).toContainText('The old key stops reading at once.');
  await expect(question).toContainText(`${abara.guardian} keeps reading.`);
  await question.getByRole('button', { name: 'Make a new key' }).click();
  const sheet = page.getByRole('dialog', { name: `A new key for ${abara.patient}` });
  const nsec = await sheet
    .getByRole('region', { name: 'Secret key of the patient' })
    .getByRole('code')
    .textContent();
  await expect(thief.page.getByText('Your practice does not let this login in')).toBeVisible({
    timeout: SOON_MS,
  });
  await sheet.getByRole('button', { name: 'Back to the chart' }).click();
  await expect(readers(page)).toContainText('key replaced once');
  await doctor.writeNote({ reason: 'Key replaced', subjective: 'Identity checked at the desk.' });

  const patient = await newPortal();
  await patient.logIn(nsec ?? '');
  await expect(patient.main).toContainText('Key replaced');
  await patient.section('Vitals');
  await expect(patient.main.getByRole('list', { name: 'Vitals by date' })).toBeVisible();
  await expect(mother.page.getByText('Your practice does not let this login in')).toBeHidden();
  await doctor.section('Overview');
  await choose(page, abara.patient, 'The key is handed over');
  await page.getByRole('dialog').getByRole('button', { name: 'It is handed over' }).click();
  await expect(readers(page)).toContainText('has their own key');
});

test('a grandmother is added until a day, reads, and her end is changed; axe finds nothing', async ({
  newWorkstation,
  newPortal,
}) => {
  test.setTimeout(400_000);
  const secret = generateSecretKey();
  const findings: Finding[] = [];
  const doctor = await newWorkstation(staff.doctor, { reducedMotion: 'reduce' });
  const { page } = doctor;
  await doctor.openChart(starling.child);
  await doctor.chartComplete();
  await page.getByRole('button', { name: 'Add a guardian' }).click();
  const form = page.getByRole('form', { name: 'Add a guardian' });
  await form.getByLabel('Public key of the guardian').fill('npub1');
  await form.getByLabel('Last day').fill('2020-01-01');
  await form.getByRole('button', { name: 'Add guardian' }).click();
  await expect(form).toContainText('This day is over. To end reading now, remove the guardian.');
  await look(page, 'add a guardian, refused', findings);
  await form.getByLabel('Public key of the guardian').fill(npubEncode(getPublicKey(secret)));
  await form.getByLabel('Name').fill('Gertrude Starling');
  await form.getByLabel('Last day').fill('2031-06-30');
  await form.getByRole('button', { name: 'Add guardian' }).click();
  await expect(page.getByText('Gertrude Starling reads this record.')).toBeVisible();
  await expect(readers(page)).toContainText('Guardian, until Jun 30, 2031');
  await look(page, 'who can read this record', findings);

  const portal = await newPortal();
  await portal.logIn(nsecEncode(secret));
  await expect(portal.person).toContainText(starling.child);
  await choose(page, 'Gertrude Starling', 'Change name or end');
  await page.getByRole('form', { name: 'Change a guardian' }).getByLabel('Last day').fill('');
  await page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true }).click();
  await expect(readers(page).getByRole('listitem').filter({ hasText: 'Gertrude' })).toContainText('no end');
  await choose(page, starling.child, 'The key is lost');
  await look(page, 'a new key', findings);
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new key' }).click();
  await expect(page.getByText('The practice keeps it, encrypted')).toBeVisible();
  await look(page, 'handover of a new key', findings);
  expect(findings).toEqual([]);
});

test('the front desk sees who reads a record, and why it cannot change that', async ({ newWorkstation }) => {
  const desk = await newWorkstation(staff.frontDesk);
  await desk.openChart(starling.child);
  await expect(readers(desk.page)).toContainText(starling.one);
  await expect(desk.page.getByText('Colleagues who read the whole chart can change this.')).toBeVisible();
  await expect(desk.page.getByRole('button', { name: /Change access|Add a guardian/ })).toHaveCount(0);
});
