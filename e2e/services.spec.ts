/** An administrator gives a program of the server a key for its work, changes it, and takes it away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Finding, look } from './axe-look.ts';
import { brightwater, longestName, staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';

const services = (page: Page) =>
  page.getByRole('list', { name: 'Services', exact: true }).getByRole('listitem');

const SHOTS = process.env.KEYCHART_SHOTS;
const shot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

async function toServices(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Staff' }).click();
  await page.getByRole('link', { name: 'Services' }).click();
  await expect(page.getByRole('heading', { name: 'Services', level: 1 })).toBeVisible();
}

test('a service gets a key of its own, another one, and none', async ({ newWorkstation, practice }) => {
  const { page } = await newWorkstation(staff.doctor);
  await toServices(page);
  await expect(page.getByText('No service has a key.')).toBeVisible();

  await page.getByRole('button', { name: 'Add a service' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'Billing' })).toBeChecked();
  await dialog.getByLabel('Name').fill('Invoices (made up)');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(services(page)).toContainText('has access');
  await expect(services(page)).toContainText('Reads appointments and contact data');
  const kept = () => readFileSync(join(practice.dataDir, 'agents.json'), 'utf8');
  const first = kept();
  expect(first).not.toContain('nsec');
  const findings: Finding[] = [];
  await look(page, 'services', findings);
  expect(findings).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });

  await services(page).getByRole('button', { name: 'New key for Invoices' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new key' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(services(page)).toContainText('has access');
  expect(kept()).not.toBe(first);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(services(page).getByRole('button', { name: 'Revoke Invoices' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await services(page).getByRole('button', { name: 'Revoke Invoices' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No service has a key.')).toBeVisible();
  expect(JSON.parse(kept())).toEqual({ v: 1, agents: [] });
});

test('a connection for two named patients: chosen, changed, with a new key, and revoked', async ({
  newWorkstation,
  practice,
}) => {
  const findings: Finding[] = [];
  const admin = await newWorkstation(staff.doctor);
  const { page } = admin;
  await toServices(page);
  await page.getByRole('button', { name: 'Add a service' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Connection to another system' }).check();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('School nurse (made up)');
  await expect(dialog.getByRole('radio', { name: 'Only named patients' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('Choose at least one patient, or all patients.');
  const find = dialog.getByRole('combobox', { name: 'Find a patient to add' });
  const pick = async (name: string) => {
    await find.fill(name);
    await dialog.getByRole('option').filter({ hasText: name }).click();
    await expect(dialog.getByRole('list', { name: 'Chosen patients' })).toContainText(name);
  };
  await pick(vandermeer.first);
  await find.fill(longestName.slice(0, 12));
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await shot(page, 'service-add');
  await page.setViewportSize({ width: 390, height: 844 });
  await dialog.getByRole('option').first().scrollIntoViewIfNeeded();
  await shot(page, 'service-add-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await find.fill('');
  await look(page, 'a service for named patients', findings);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(services(page)).toContainText('of 1 named patient only');
  await expect(services(page)).toContainText('has access');
  const kept = () => readFileSync(join(practice.dataDir, 'agents.json'), 'utf8');
  const first = kept();
  expect(JSON.parse(first).agents).toMatchObject([{ service: 'fhir', named: true }]);

  await services(page).getByRole('button', { name: 'Patients of School nurse' }).click();
  await pick(brightwater.child);
  await dialog.getByRole('button', { name: `Take ${vandermeer.first} off` }).click();
  await expect(dialog).toContainText('One chart closes for it at once');
  await look(page, 'the patients of a service', findings);
  await shot(page, 'service-patients');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(services(page)).toContainText('of 1 named patient only');

  await services(page).getByRole('button', { name: 'New key for School nurse' }).click();
  await expect(dialog).toContainText('Its 1 named patient');
  await dialog.getByRole('button', { name: 'Make a new key' }).click();
  await expect(dialog).toBeHidden();
  await expect(services(page)).toContainText('has access');
  await expect(services(page)).toContainText('of 1 named patient only');
  expect(kept()).not.toBe(first);
  await shot(page, 'services');
  await page.setViewportSize({ width: 390, height: 844 });
  await shot(page, 'services-phone');
  await page.setViewportSize({ width: 1280, height: 800 });

  const readers = page.getByRole('list', { name: 'Staff who read this record by name' });
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Patients' }).click();
  await admin.openChart(brightwater.child);
  await expect(readers).toContainText('School nurse (made up)');
  await expect(readers).toContainText('for reading');
  await main.getByRole('link', { name: 'Patients' }).click();
  await admin.search.fill('');
  await admin.openChart(vandermeer.first);
  await admin.chartComplete();
  await expect(readers).toHaveCount(0);

  await toServices(page);
  await services(page).getByRole('button', { name: 'Revoke School nurse' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No service has a key.')).toBeVisible();
  expect(JSON.parse(kept())).toEqual({ v: 1, agents: [] });
  expect(findings).toEqual([]);
});

test('who is no administrator is told so, and the server, gone, is missed in words', async ({
  newWorkstation,
  practice,
}) => {
  const nurse = await newWorkstation(staff.nurse);
  await toServices(nurse.page);
  await expect(nurse.page.getByText('Administrators of the practice look after its services.')).toBeVisible();

  const { page } = await newWorkstation(staff.doctor);
  await toServices(page);
  await expect(page.getByRole('button', { name: 'Add a service' })).toBeEnabled();
  await practice.stop();
  await expect(page.getByText('The server cannot be reached now.')).toBeVisible();
  await practice.start();
  await expect(page.getByRole('button', { name: 'Add a service' })).toBeEnabled();
});
