/** Small screens: nothing runs out at the side, and of one child nothing stays when the other is shown. */
import type { Page } from '@playwright/test';
import { longestName, staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';

const SECTIONS = ['Visits', 'Notes', 'Vitals', 'Medications', 'Allergies', 'Immunizations', 'Results'];

for (const width of [320, 390]) {
  test(`the portal fits ${width} px`, async ({ newPortal }) => {
    const portal = await newPortal(longestName, { viewport: { width, height: 700 } });
    await expect(portal.main).toContainText('What is new');
    await expectNoSideways(portal.page, 'Home');
    for (const title of SECTIONS) {
      await portal.section(title);
      await expectNoSideways(portal.page, title);
    }
    await portal.section('Notes');
    await portal.main.getByRole('list', { name: 'Notes' }).getByRole('button').first().click();
    await expect(portal.main.getByRole('article')).toBeVisible();
    await expectNoSideways(portal.page, 'a note');
    await portal.nav.getByRole('link', { name: 'Me', exact: true }).click();
    await expectNoSideways(portal.page, 'Me');
  });
}

test('the workstation fits 1024 px, with a note being written beside the chart', async ({
  newWorkstation,
}) => {
  const doctor = await newWorkstation(staff.doctor, { viewport: { width: 1024, height: 768 } });
  await expectNoSideways(doctor.page, 'patients');
  await doctor.openChart('Maximiliana-Alexandrina');
  await doctor.chartComplete();
  await expectNoSideways(doctor.page, 'overview');
  await doctor.section('Vitals');
  await expectNoSideways(doctor.page, 'vitals');
  await doctor.beginNote({ subjective: 'x'.repeat(300) });
  await expectNoSideways(doctor.page, 'a note beside the chart');
});

test('a guardian of two switches, and nothing of the first child stays on the page', async ({
  newPortal,
}) => {
  const portal = await newPortal(vandermeer.guardian);
  await portal.section('Notes');
  await expect(portal.person).toContainText(vandermeer.first);
  const notes = portal.main.getByRole('list', { name: 'Notes' });
  await notes.getByRole('button').first().click();
  const letter = portal.main.getByRole('article');
  await expect(letter).toContainText(vandermeer.first);
  const paragraphs = await letter.getByRole('paragraph').allTextContents();
  const words = paragraphs.filter((text) => text.length > 30 && !text.startsWith('Verified means'));
  expect(words.length, 'words to look for').toBeGreaterThan(0);
  await portal.switchTo(vandermeer.second);
  await expect(portal.main.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible();
  await expect(notes.getByRole('button').first()).toBeVisible();
  const gone = [vandermeer.first, ...words];
  for (const text of gone) await expect(portal.main).not.toContainText(text);
  await portal.page.goBack();
  await expect(portal.main).toContainText("This page belongs to another person's record.");
  for (const text of gone) await expect(portal.main).not.toContainText(text);
});

async function expectNoSideways(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(over, `px that ${what} runs out at the side`).toBeLessThanOrEqual(0);
}
