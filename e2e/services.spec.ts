/** An administrator gives a program of the server a key for its work, changes it, and takes it away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Finding, look } from './axe-look.ts';
import { staff } from './families.ts';
import { expect, test } from './fixtures.ts';

const services = (page: Page) =>
  page.getByRole('list', { name: 'Services', exact: true }).getByRole('listitem');

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
