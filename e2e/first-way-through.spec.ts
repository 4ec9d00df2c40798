import { brightwater, staff } from './families.ts';
import { expect, test } from './fixtures.ts';

test('smoke', async ({ newWorkstation }) => {
  const doctor = await newWorkstation(staff.doctor);
  await expect(doctor.connection('Live')).toBeVisible();
  await doctor.openChart(brightwater.child);
  await doctor.chartComplete();
  await doctor.writeNote({ reason: 'Cough', subjective: 'words', plan: 'rest' });
  await expect(doctor.note('words')).toContainText('verified');
  await doctor.takeVitals({ Weight: '14.2', 'Heart rate': '101' });
});
