/** From the link to the first signed note: somebody is invited, makes a key of their own, and is let in. */
import { type Finding, look } from './axe-look.ts';
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';
import { WorkstationPage } from './workstation.page.ts';

const PHONE = { viewport: { width: 390, height: 844 } } as const;
const SHOTS = process.env.KEYCHART_SHOTS;

test('an administrator invites a nurse; the link works once and leaves the address bar at once', async ({
  newWorkstation,
  newDevice,
}) => {
  const findings: Finding[] = [];
  const admin = await newWorkstation(staff.doctor);
  const { page } = admin;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Staff' }).click();
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const form = page.getByRole('form', { name: 'Invite a person' });
  await form.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(form).toContainText('Type the name that stands under what they sign.');
  await form.getByRole('textbox', { name: 'Name' }).fill('Nell Harrow, RN');
  await form.getByLabel('Nurse', { exact: true }).check();
  await form.getByRole('button', { name: 'Make the invitation' }).click();
  const made = page.getByRole('dialog', { name: 'The invitation of Nell Harrow, RN' });
  await expect(made.getByRole('img', { name: /as a code/ })).toBeVisible();
  const link = (await made.locator('pre').textContent()) ?? '';
  expect(link).toMatch(/\/ehr\/#join=[\w-]{100,}$/);
  await look(page, 'the invitation', findings);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/invite-made.png` });
  await made.getByRole('button', { name: 'Done' }).click();
  const list = page.getByRole('list', { name: 'Invitations' });
  await expect(list).toContainText('Not answered yet');
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/invitations.png`, fullPage: true });

  const device = await newDevice(PHONE);
  const invitee = await device.context.newPage();
  await invitee.goto(link);
  await expect(invitee.getByRole('heading', { name: /^Join / })).toBeVisible();
  expect(invitee.url()).not.toContain('join');
  await look(invitee, 'join', findings);
  await invitee.setViewportSize(PHONE.viewport);
  if (SHOTS) await invitee.screenshot({ path: `${SHOTS}/join-phone.png`, fullPage: true });
  const join = invitee.getByRole('form', { name: 'Join with a passphrase' });
  await join.getByLabel('Passphrase', { exact: true }).fill('copper lantern field');
  await join.getByLabel('Repeat the passphrase').fill('copper lantern field');
  await join.getByRole('button', { name: 'Join with this passphrase' }).click();
  const nurse = new WorkstationPage(invitee);
  await expect(nurse.search).toBeVisible({ timeout: 20_000 });
  await expect(list).toContainText('Used: Nell Harrow, RN is let in');
  await invitee.setViewportSize({ width: 1280, height: 900 });
  await nurse.openChart(vandermeer.first);
  await nurse.chartComplete();
  await nurse.writeNote({ subjective: 'Invited, and here.' });
  await expect(nurse.note('Invited, and here.')).toContainText('Signed by Nell Harrow, RN (you), nurse');

  await test.step('the kept login opens again, and the link lets nobody in any more', async () => {
    await nurse.lock();
    await nurse.login.withSaved('copper lantern field');
    await nurse.loggedIn();
    const other = await (await newDevice(PHONE)).context.newPage();
    await other.goto(link);
    await expect(other.getByText('This invitation has been used')).toBeVisible();
    if (SHOTS) await other.screenshot({ path: `${SHOTS}/join-used.png` });
    await other.goto('about:blank');
    await other.goto(link.slice(0, -20));
    await expect(other.getByText('The link of this invitation is not complete')).toBeVisible();
  });
  expect(findings).toEqual([]);
});

test('a locum invited for one patient sees that chart and no other', async ({
  newWorkstation,
  newDevice,
}) => {
  const { page } = await newWorkstation(staff.doctor);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Staff' }).click();
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const form = page.getByRole('form', { name: 'Invite a person' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Dr. Tamsin Okoro');
  await form.getByLabel('Doctor', { exact: true }).check();
  await form.getByLabel('Only named patients').check();
  await form.getByLabel('Last day').fill('2031-12-24');
  await form.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(form).toContainText('Choose at least one patient, or all patients.');
  await form.getByRole('combobox', { name: 'Find a patient to add' }).fill(vandermeer.first);
  await form.getByRole('option').filter({ hasText: vandermeer.first }).click();
  await form.getByRole('button', { name: 'Make the invitation' }).click();
  const link = (await page.getByRole('dialog').locator('pre').textContent()) ?? '';
  await page.getByRole('button', { name: 'Done' }).click();
  const list = page.getByRole('list', { name: 'Invitations' });
  await expect(list).toContainText('for 1 named patient only');

  const invitee = await (await newDevice(PHONE)).context.newPage();
  await invitee.goto(link);
  const join = invitee.getByRole('form', { name: 'Join with a passphrase' });
  await join.getByLabel('Passphrase', { exact: true }).fill('copper lantern field');
  await join.getByLabel('Repeat the passphrase').fill('copper lantern field');
  await join.getByRole('button', { name: 'Join with this passphrase' }).click();
  await expect(list).toContainText('Used: Dr. Tamsin Okoro is let in');
  const rows = invitee.getByRole('option');
  await expect(rows).toHaveCount(1, { timeout: 20_000 });
  await expect(rows).toContainText(vandermeer.first);
  const line = page
    .getByRole('list', { name: 'Staff', exact: true })
    .getByRole('listitem')
    .filter({ hasText: 'Dr. Tamsin Okoro' });
  await expect(line).toContainText('1 named patient only');
  await expect(line).toContainText('until Dec 24, 2031');
});

test('withdrawn before it was answered: the page says so and what to do', async ({
  newWorkstation,
  newDevice,
}) => {
  const admin = await newWorkstation(staff.doctor);
  const link = await admin.invite('Otto Wren', 'Front desk');
  const { page } = admin;
  await page.getByRole('button', { name: 'Withdraw the invitation of Otto Wren' }).click();
  await expect(page.getByRole('list', { name: 'Invitations' })).toContainText('Withdrawn');
  const other = await (await newDevice(PHONE)).context.newPage();
  await other.goto(link);
  await expect(other.getByText(/was withdrawn by the practice\. Ask the administrator/)).toBeVisible();
});
