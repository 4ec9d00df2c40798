/** A note the practice refuses: it stays in Sending, in words, until its writer may write again. */
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';

test('written offline, not allowed any more: said in words, nothing lost, sent when it is allowed again', async ({
  newWorkstation,
}) => {
  const nurse = await newWorkstation(staff.nurse);
  await nurse.openChart(vandermeer.first);
  await nurse.chartComplete();
  await nurse.keptOnDevice();
  await nurse.page.context().setOffline(true);
  await nurse.writeNote({ reason: 'Cough at night', subjective: 'Written without a connection.' });

  const { page } = await newWorkstation(staff.doctor);
  const mayWrite = async (may: boolean) => {
    await page.goto('/ehr/#/staff');
    await page.getByRole('button', { name: `Change ${staff.nurse}` }).click();
    const form = page.getByRole('form', { name: 'Change a person' });
    const adjust = form.getByRole('button', { name: 'Adjust for this person' });
    if (!(await form.getByLabel('Write notes').isVisible())) await adjust.click();
    await form.getByLabel('Write notes').setChecked(may);
    await form.getByRole('button', { name: 'Change', exact: true }).click();
    if (!may) {
      const question = page.getByRole('dialog', { name: `Change ${staff.nurse}?` });
      await expect(question).toContainText('may no longer write notes');
      await question.getByRole('button', { name: 'Change', exact: true }).click();
    }
    await expect(page.getByText(`${staff.nurse} is changed`)).toBeVisible();
  };
  await mayWrite(false);

  await nurse.page.context().setOffline(false);
  await nurse.page.getByRole('button', { name: 'Connection: 2 refused: look' }).click();
  const list = nurse.page.getByRole('list', { name: 'Not sent yet' });
  await expect(list).toContainText('Your role may not write this.');
  await expect(list).toContainText('Cough at night');
  await expect(list).toContainText('Written without a connection.');
  await expect(list).not.toContainText('resourceType');

  await mayWrite(true);
  for (const left of [1, 0]) {
    await list.getByRole('button', { name: 'Try again' }).first().click();
    await expect(list.getByRole('listitem')).toHaveCount(left);
  }
  await expect(nurse.page.getByText('Everything is with the practice.')).toBeVisible();
});
