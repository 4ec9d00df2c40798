/** Whatever a chart holds stands in one of its sections: nothing is kept that nobody can reach, no list ends early. */
import { randomUUID } from 'node:crypto';
import { brightwater, staff } from './families.ts';
import { expect, test } from './fixtures.ts';
import { importResources } from './imported-bundle.ts';
import { patientId, recordsOf } from './practice-chart.ts';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const CATEGORIES = ['social-history', 'survey', 'exam', 'procedure', 'activity', 'therapy', undefined];
const MANY = 60;

function observation(patient: string, text: string, category: string | undefined, minute: number) {
  return {
    resourceType: 'Observation',
    id: randomUUID(),
    status: 'final',
    ...(category === undefined ? {} : { category: [{ coding: [{ system: CATEGORY, code: category }] }] }),
    code: { text },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: `2025-03-01T10:${String(minute).padStart(2, '0')}:00Z`,
    valueString: 'as told',
  };
}

test('every record of a chart is counted in a section and can be opened', async ({
  practice,
  newWorkstation,
  newPortal,
}) => {
  const id = await patientId(practice, brightwater.child);
  const sectioned = async () =>
    (await recordsOf(practice, brightwater.child)).filter(
      ({ resource }) => resource.resourceType !== 'Patient',
    ).length;
  const before = await sectioned();
  const resources = [
    ...CATEGORIES.map((category) => observation(id, `Finding ${category ?? 'of no kind'}`, category, 59)),
    ...Array.from({ length: MANY }, (_, minute) =>
      observation(id, `Habit ${minute}`, 'social-history', minute % 50),
    ),
  ];
  const patient = { resourceType: 'Patient', id };
  expect(await importResources(practice, [patient, ...resources])).toContain(
    `${resources.length} Observation`,
  );
  const inSections = await sectioned();
  expect(inSections).toBe(before + resources.length);

  const doctor = await newWorkstation(staff.doctor);
  await doctor.openChart(brightwater.child);
  await doctor.chartComplete();
  await expect
    .poll(async () =>
      (await doctor.sections.getByRole('link').allTextContents())
        .map((text) => Number(/\d+$/.exec(text)?.[0] ?? 0))
        .reduce((sum, count) => sum + count),
    )
    .toBe(inSections);

  await doctor.section('Other observations');
  const list = doctor.page.getByRole('list', { name: 'Other observations' });
  await expect(list.getByRole('listitem')).toHaveCount(50);
  await doctor.page.getByRole('button', { name: 'Show more' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(resources.length);
  await list.getByRole('button', { name: /Finding of no kind/ }).click();
  await expect(doctor.page.getByRole('main')).toContainText('as told');

  const portal = await newPortal(brightwater.guardian);
  await portal.section('Lifestyle, screenings and more');
  await expect(portal.main).toContainText(`${resources.length} entries`);
  await portal.main.getByRole('button', { name: /Finding survey/ }).click();
  await expect(portal.main.getByRole('article')).toContainText('as told');
});

test('where the practice keeps no copy, the key of a new patient is not left by a slip of the hand', async ({
  newWorkstation,
}) => {
  const { page } = await newWorkstation(staff.doctor);
  await page.getByRole('link', { name: 'Staff' }).click();
  await page.getByRole('link', { name: 'Practice policies' }).click();
  await page.getByLabel('Keep keys made for patients until they are handed over').uncheck();
  await page.getByRole('button', { name: 'Change the policies' }).click();
  await expect(page.getByText('The policies are changed.')).toBeVisible();
  await page.getByRole('link', { name: 'Patients' }).click();
  await page.getByRole('link', { name: 'New patient' }).click();
  const form = page.getByRole('form', { name: 'New patient' });
  await form.getByLabel('Given names').fill('Testina');
  await form.getByLabel('Family name').fill('Probe');
  await form.getByLabel('Date of birth').fill('2024-05-05');
  await form.getByLabel('Sex').selectOption('female');
  await form.getByRole('button', { name: 'Add patient' }).click();
  const heading = page.getByRole('heading', { name: 'Testina Probe is added' });
  await expect(heading).toBeVisible();
  const question = page.getByRole('dialog', { name: 'The key is not handed over' });
  for (const leave of [() => page.goBack(), () => page.getByRole('link', { name: 'Sending' }).click()]) {
    await leave();
    await expect(question).toBeVisible();
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(question).toBeHidden();
    await expect(heading).toBeVisible();
  }
  await page.getByLabel('The key is handed over or printed').check();
  await page.getByRole('button', { name: 'Open the chart' }).click();
  await expect(page.getByRole('region', { name: 'Patient', exact: true })).toContainText('Testina Probe');
});
