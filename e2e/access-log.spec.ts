/** Who opened a chart: the doctor does, the parent sees it, the administrator finds it. */
import { holloway, staff } from './families.ts';
import { expect, test } from './fixtures.ts';

test('a doctor opens a chart; the parent reads it in the portal, also offline, and the access log has it', async ({
  newWorkstation,
  newPortal,
}) => {
  const nurse = await newWorkstation(staff.nurse);
  await nurse.openChart(holloway.child);
  await nurse.chartComplete();

  const portal = await newPortal(holloway.guardian, { viewport: { width: 390, height: 800 } });
  await portal.nav.getByRole('link', { name: 'Me', exact: true }).click();
  await portal.main.getByRole('link', { name: 'Who opened this record' }).click();
  await expect(portal.main.getByRole('heading', { level: 1 })).toHaveText('Who opened this record');
  const entry = portal.main.getByRole('listitem').filter({ hasText: staff.nurse });
  await expect(entry.first()).toContainText('Opened the chart');
  await expect(entry.first()).toContainText('nurse');
  // What she opens herself stands there as well, for everybody who reads this record.
  const own = portal.main.getByRole('listitem').filter({ hasText: `${holloway.guardian}, guardian (you)` });
  await expect(own.first()).toContainText('Opened the chart');
  // Of confidential records, and of what is sealed for the practice alone, a guardian reads nothing.
  await expect(portal.main).not.toContainText('confidential');
  await portal.page.context().setOffline(true);
  await portal.main.getByRole('link', { name: 'Me' }).click();
  await portal.main.getByRole('link', { name: 'Who opened this record' }).click();
  await expect(entry.first()).toContainText('Opened the chart');

  const admin = await newWorkstation(staff.doctor);
  const { page } = admin;
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Go to a patient or a command' })).toBeFocused();
  await page.keyboard.type('Access log');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Access log');
  const entries = page.getByRole('list', { name: 'Entries of the access log' });
  await expect(entries).toContainText('Logged in');
  const ofChild = entries.getByRole('listitem').filter({ hasText: holloway.child });
  await expect(ofChild.filter({ hasText: staff.nurse }).first()).toContainText('Opened the chart');
  await expect(ofChild.filter({ hasText: `${holloway.guardian} guardian` }).first()).toContainText(
    'Opened the chart',
  );
  await expect(page.getByText(/none missing or altered/)).toBeVisible();
  await expect(page.getByText(/The server’s own log: .* This device has witnessed it since/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Person' }).click();
  await page.getByRole('option', { name: staff.nurse }).click();
  await expect(entries).not.toContainText('(you)');
  await page.getByRole('combobox', { name: 'What was done' }).click();
  await page.getByRole('option', { name: 'Made an export' }).click();
  await expect(page.getByText('Nothing was noted in this time.')).toBeVisible();
});
