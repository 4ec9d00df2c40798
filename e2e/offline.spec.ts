/** The server goes away and comes back: what was signed meanwhile is counted, sent in order, and everywhere in the end. */
import { ACCESS_EVENT } from '@keychart/protocol';
import type { Page } from '@playwright/test';
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';

const PASSPHRASE = 'lantern copper willow';

test('notes signed while the server is stopped are sent in order when it is back, and everybody converges', async ({
  practice,
  newWorkstation,
  newPortal,
}) => {
  const doctor = await newWorkstation();
  const sent = sentEvents(doctor.page);
  await doctor.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  const other = await newWorkstation(staff.otherDoctor);
  const portal = await newPortal(vandermeer.guardian);
  for (const workstation of [doctor, other]) {
    await workstation.openChart(vandermeer.first);
    await workstation.chartComplete();
    await workstation.section('Notes');
  }
  await portal.section('Notes');
  await expect(portal.person).toContainText(vandermeer.first);

  await practice.stop('SIGTERM');
  await expect(doctor.connection('Offline')).toBeVisible();
  await doctor.writeNote({ reason: 'first while away', subjective: 'Written without a server.' });
  await expect(doctor.connection('Offline, 2 to send')).toBeVisible();
  await expect(doctor.note('Written without a server.')).toContainText('saved on this device');
  await doctor.writeNote({ reason: 'second while away', subjective: 'Still no server.' });
  await expect(doctor.connection('Offline, 4 to send')).toBeVisible();
  await doctor.takeVitals({ Temperature: '37.3' });
  await expect(doctor.connection('Offline, 5 to send')).toBeVisible();
  await doctor.connection('Offline, 5 to send').click();
  const waiting = doctor.page.getByRole('list', { name: 'Not sent yet' });
  await expect(waiting.getByRole('listitem')).toHaveCount(5);
  await other.writeNote({ reason: 'by the other doctor', subjective: 'Also without a server.' });
  await expect(other.connection('Offline, 2 to send')).toBeVisible();
  expect(sent.ids).toEqual([]);

  await practice.start();
  await expect(doctor.connection('Live')).toBeVisible({ timeout: 45_000 });
  await expect(other.connection('Live')).toBeVisible({ timeout: 45_000 });
  await expect(doctor.page.getByText('Everything is with the practice.')).toBeVisible();
  expect([...new Set(sent.ids)], 'one event a record').toHaveLength(5);
  expect(sent.times, 'sent in the order they were signed').toEqual(sent.times.toSorted((a, b) => a - b));

  const titles = ['first while away', 'second while away', 'by the other doctor'];
  await doctor.page.getByRole('link', { name: vandermeer.first }).click();
  for (const workstation of [doctor, other]) {
    await workstation.section('Notes');
    for (const title of titles)
      await expect(workstation.page.getByRole('list', { name: 'Notes' })).toContainText(title);
  }
  const read = portal.main.getByRole('list', { name: 'Notes' });
  for (const title of titles) await expect(read).toContainText(title);
  const second = await read.getByRole('listitem').filter({ hasText: 'second while away' }).boundingBox();
  const first = await read.getByRole('listitem').filter({ hasText: 'first while away' }).boundingBox();
  expect(second?.y, 'the newer note stands above the older').toBeLessThan(first?.y ?? 0);
});

test('the server is killed, the tab closed: what was signed is still there and is sent', async ({
  practice,
  newWorkstation,
  newPortal,
}) => {
  const doctor = await newWorkstation(staff.doctor);
  const portal = await newPortal(vandermeer.guardian);
  await doctor.keepLogin(PASSPHRASE);
  await doctor.openChart(vandermeer.first);
  await doctor.chartComplete();
  await doctor.appKeptOnDevice();
  await doctor.writeNote({ reason: 'before the crash', subjective: 'Accepted and then the power went.' });
  await expect(doctor.page.getByText('stored by the practice')).toBeVisible();

  await practice.stop('SIGKILL');
  await expect(doctor.connection('Offline')).toBeVisible();
  await doctor.writeNote({ reason: 'after the crash', subjective: 'Signed in the dark.' });
  await expect(doctor.connection('Offline, 2 to send')).toBeVisible();
  const again = await doctor.inNewTab();
  await doctor.page.close();
  await again.page.goto('/ehr/');
  await again.login.withSaved(PASSPHRASE);
  await expect(again.connection('Offline, 2 to send')).toBeVisible();

  await practice.start();
  await expect(again.connection('Live')).toBeVisible({ timeout: 45_000 });
  await portal.section('Notes');
  const read = portal.main.getByRole('list', { name: 'Notes' });
  await expect(read).toContainText('before the crash');
  await expect(read).toContainText('after the crash');
});

/** Events this page's engine has handed to the relay, in order. */
function sentEvents(page: Page): { readonly ids: string[]; readonly times: number[] } {
  const ids: string[] = [];
  const times: number[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const text = String(payload);
      if (!text.startsWith('["EVENT"')) return;
      const [, event] = JSON.parse(text) as [string, { id: string; kind: number; created_at: number }];
      // The access log writes itself and is counted nowhere; this is about what the doctor wrote.
      if (event.kind === ACCESS_EVENT) return;
      ids.push(event.id);
      times.push(event.created_at);
    }),
  );
  return { ids, times };
}
