/** A clinician charts, the family reads: the way everything else grows on. */
import type { Page } from '@playwright/test';
import { brightwater, staff } from './families.ts';
import { expect, test } from './fixtures.ts';
import { importBundle, imported } from './imported-bundle.ts';

/** Time by which what was accepted has to be on the other screen. */
const SOON_MS = 1000;

test('a note and vitals in an imported chart are with the family, verified, within a second', async ({
  practice,
  newWorkstation,
  newPortal,
}) => {
  const report = await importBundle(practice, brightwater.child);
  expect(report).toContain('4 entries: 3 taken');

  const portal = await newPortal(brightwater.guardian);
  await expect(portal.main.getByRole('list', { name: 'What is new' })).toBeVisible();
  const doctor = await newWorkstation();
  const accepted = acceptances(doctor.page);
  await doctor.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await doctor.openChart(brightwater.child);
  await doctor.chartComplete();
  await doctor.section('Problems');
  await expect(doctor.page.getByRole('list', { name: 'Problems' })).toContainText(imported.problem);
  await doctor.section('Immunizations');
  await expect(doctor.page.getByRole('list', { name: 'Immunizations' })).toContainText(imported.vaccine);

  const words = 'Barking cough since the lantern parade, no fever.';
  const noteShown = timeOf(portal.page, 'lantern parade follow-on');
  await doctor.writeNote({ reason: 'lantern parade follow-on', subjective: words, plan: 'Cool night air.' });
  await expect(doctor.note(words)).toContainText(`Signed by ${staff.doctor} (you), doctor`);
  await expect(doctor.note(words)).toContainText('verified');
  await expect(doctor.page.getByText('stored by the practice')).toBeVisible();
  const noteAccepted = accepted.last();
  const noteDelay = (await noteShown) - noteAccepted;

  const vitalsShown = timeOf(portal.page, 'Heart rate 133');
  await doctor.takeVitals({ Weight: '18.76', 'Heart rate': '133' });
  await expect(doctor.connection('Live')).toBeVisible();
  const vitalsDelay = (await vitalsShown) - accepted.last();
  test.info().annotations.push({
    type: 'delay after acceptance',
    description: `note ${Math.round(noteDelay)} ms, vitals ${Math.round(vitalsDelay)} ms`,
  });
  expect(noteDelay, 'ms from acceptance of the note to the portal').toBeLessThan(SOON_MS);
  expect(vitalsDelay, 'ms from acceptance of the vitals to the portal').toBeLessThan(SOON_MS);

  await portal.main.getByRole('button', { name: /lantern parade/ }).click();
  const letter = portal.main.getByRole('article');
  await expect(letter).toContainText(words);
  const signature = letter.getByRole('region', { name: 'Signature' });
  await expect(signature).toContainText(`Signed by ${staff.doctor}, doctor`);
  await expect(signature.getByText('verified', { exact: true })).toBeVisible();
  await portal.section('Vitals');
  const row = portal.main.getByRole('list', { name: 'Vitals by date' }).getByRole('listitem').first();
  await expect(row).toContainText('133');
  await expect(row).toContainText(`${staff.doctor}, verified`);
});

test('an imported patient nobody knew is found, read and charted; importing again changes nothing', async ({
  practice,
  newWorkstation,
}) => {
  const doctor = await newWorkstation(staff.doctor);
  await expect(doctor.connection('Live')).toBeVisible();
  expect(await importBundle(practice)).toContain('4 entries: 4 taken');
  expect(await importBundle(practice)).toContain('4 entries: 0 taken, 4 already there, 0 skipped');
  await doctor.openChart(imported.patient);
  await doctor.chartComplete();
  await expect(doctor.page.getByRole('main')).toContainText(imported.problem);
  await doctor.writeNote({ subjective: 'First visit here, papers read.' });
  await expect(doctor.note('papers read')).toContainText('verified');
});

/** Times at which the relay said OK on this page's socket. */
function acceptances(page: Page): { last(): number } {
  const times: number[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (/^\["OK","[0-9a-f]{64}",true/.test(String(payload))) times.push(Date.now());
    }),
  );
  return {
    last() {
      const time = times.at(-1);
      if (time === undefined) throw new Error('nothing was accepted');
      return time;
    },
  };
}

/** When a text first stands on the page, by the page's own clock. */
function timeOf(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!(document.body.textContent ?? '').replaceAll(/\s+/g, ' ').includes(wanted)) return;
          watcher.disconnect();
          resolve(Date.now());
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      }),
    text,
  );
}
