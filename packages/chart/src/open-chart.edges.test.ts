/** The edges of an open chart: servers that are not what they should be, and the lock. */
import type { Patient } from '@keychart/fhir';
import { nodeSigner } from '@keychart/nostr/node';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { memoryStore, StoreLockedError } from './store/index.ts';
import { startTestPractice, testPerson } from './testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

const child: Patient = { resourceType: 'Patient', name: [{ family: 'Testbach' }] };

test('a relay that never asks who we are is refused in plain words; what is written stays here', async () => {
  const silent = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => silent.once('listening', resolve));
  const frames: string[] = [];
  silent.on('connection', (socket) => socket.on('message', (data) => frames.push(String(data))));
  const { port } = silent.address() as { port: number };
  const disk = new Map<string, Uint8Array>();
  const first = await practice.open(practice.doctor, memoryStore({ disk }));
  await first.ready();
  const created = await first.createPatient({ patient: child });
  if (!created.ok) throw new Error(created.reason);
  await first.settled();
  await first.lock();

  const chart = await practice.open(practice.doctor, memoryStore({ disk }), {
    relay: { url: `ws://127.0.0.1:${port}/`, root: practice.root },
  });
  const status = vi.fn();
  await chart.watchStatus(status);
  const condition = {
    resourceType: 'Condition' as const,
    code: { text: 'Cough' },
    subject: { reference: `Patient/${created.created.patientId}` },
  };
  expect(await chart.write(created.created.patientId, [{ resource: condition }])).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(status.mock.lastCall![0].connection).toBe('refused'), 20_000);
  expect(status.mock.lastCall![0]).toMatchObject({
    detail: expect.stringMatching(/did not ask who we are/),
    unsent: 1,
  });
  await expect(chart.ready()).resolves.toBeUndefined(); // the list is here, from the last time
  await expect(chart.settled()).rejects.toThrow(/did not ask who we are/);
  expect(frames).toEqual([]);
  silent.close();
  for (const socket of silent.clients) socket.terminate();
});

test('a server of another practice is told apart by its charter', async () => {
  const other = testPerson();
  const chart = await practice.open(practice.doctor, memoryStore(), {
    relay: { url: practice.url(), root: other.pubkey },
  });
  await expect(chart.ready()).rejects.toThrow(/holds no charter signed by this practice/);
  expect(await chart.createPatient({ patient: child })).toMatchObject({ ok: false });
});

test('after lock nothing answers, nothing is told, and nothing is sent', async () => {
  const chart = await practice.open(practice.doctor);
  await chart.ready();
  const created = await chart.createPatient({ patient: child });
  if (!created.ok) throw new Error(created.reason);
  const { patientId } = created.created;
  const watcher = vi.fn();
  await chart.watchPatients(watcher);
  await chart.settled();
  await chart.lock();
  const calls = watcher.mock.calls.length;
  const condition = { resourceType: 'Condition' as const, code: { text: 'Cough' }, subject: {} };
  for (const late of [
    () => chart.identity(),
    () => chart.practice(),
    () => chart.searchPatients(''),
    () => chart.query(patientId, { types: ['Patient'] }),
    () => chart.watch(patientId, { types: ['Patient'] }, watcher),
    () => chart.watchStatus(watcher),
    () => chart.write(patientId, [{ resource: condition }]),
    () => chart.remove(patientId, 'x', ''),
    () => chart.history(patientId, 'x'),
    () => chart.problems(),
    () => chart.outbox(),
    () => chart.drafts(),
    () => chart.createPatient({ patient: child }),
    async () => chart.allEntries(patientId),
    () => chart.ready(),
  ])
    await expect(late()).rejects.toThrow(StoreLockedError);
  await chart.lock(); // twice is once
  await practice.stop();
  await practice.start();
  expect(watcher.mock.calls.length).toBe(calls);
});

test('a frightened signer: what cannot be signed is not written', async () => {
  const signer = nodeSigner(practice.doctor.secret);
  let refuse = false;
  const chart = await practice.open(practice.doctor, memoryStore(), {
    signer: {
      ...signer,
      signEvents: (templates) =>
        refuse ? Promise.reject(new Error('the signer said no')) : signer.signEvents(templates),
    },
  });
  await chart.ready();
  const created = await chart.createPatient({ patient: child });
  if (!created.ok) throw new Error(created.reason);
  await chart.settled();
  refuse = true;
  await expect(chart.createPatient({ patient: child })).rejects.toThrow('the signer said no');
  expect((await chart.searchPatients('')).total).toBe(1);
  expect(await chart.outbox()).toEqual([]);
  refuse = false;
  expect(await chart.createPatient({ patient: child })).toMatchObject({ ok: true });
});

test('a record that names another patient is not written into this chart', async () => {
  const chart = await practice.open(practice.doctor);
  await chart.ready();
  const ids: string[] = [];
  for (let n = 0; n < 2; n++) {
    const created = await chart.createPatient({ patient: child });
    if (created.ok) ids.push(created.created.patientId);
  }
  const condition = {
    resourceType: 'Condition' as const,
    code: { text: 'Cough' },
    subject: { reference: `Patient/${ids[1]}` },
  };
  expect(await chart.write(ids[0]!, [{ resource: condition }])).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/names another patient/),
  });
  expect((await chart.query(ids[0]!, { types: ['Condition'] })).total).toBe(0);
});
