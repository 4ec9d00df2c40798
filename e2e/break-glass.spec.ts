/** The confidential part of a chart for somebody without its keys: asked for, allowed, told of, and over again. */
import { type Finding, look } from './axe-look.ts';
import { staff } from './families.ts';
import { expect, test } from './fixtures.ts';

const assistant = 'Suki Larkspur, MA';
const abara = { guardian: 'Folasade Abara', child: 'Temi Abara' } as const;
const reason = 'On the phone with the emergency room';
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
