/** Service agents in a whole practice: what their keys open, before and after a new key, and when they are revoked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chart, type ChartExtras, foundPractice, memoryStore, openChart } from '@keychart/chart';
import { generateSecretKey, getPublicKey, localSigner } from '@keychart/nostr';
import { bestVerifier, nodeNip44, nodeSigner } from '@keychart/nostr/node';
import { openSqliteStore } from '@keychart/relay';
import { agentShelf, createLogger, openDataFolder, readConfig, startServer } from '@keychart/server';
import { afterEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type OpenedChart = Chart & ChartExtras;

async function practice() {
  const path = mkdtempSync(join(tmpdir(), 'keychart-agents-'));
  ends.push(() => {
    rmSync(path, { recursive: true, force: true });
    rmSync(`${path}.agent-secret`, { force: true });
  });
  const folder = openDataFolder(path);
  const [rootSecret, doctor, desk] = [generateSecretKey(), generateSecretKey(), generateSecretKey()];
  const founded = await foundPractice({
    name: 'Agent Pediatrics (made up)',
    timeZone: 'UTC',
    rootSecret,
    nextRoot: getPublicKey(generateSecretKey()),
    admin: localSigner(doctor),
    staff: [
      { name: 'Dr. Made Up', role: 'doctor', pubkey: getPublicKey(doctor), admin: true },
      { name: 'Desk Made Up', role: 'frontdesk', pubkey: getPublicKey(desk) },
    ],
    at: Math.floor(Date.now() / 1000) - 1000,
  });
  const store = openSqliteStore(folder.privateDatabase());
  store.insert(founded.events.map((event) => ({ event, raw: JSON.stringify(event) })));
  store.close();
  const self = folder.relayKey().pubkey;
  folder.saveSettings({ v: 1, root: founded.root, name: 'Agent Pediatrics', timeZone: 'UTC', demo: false });
  const read = readConfig({ PORT: '0', DATA_DIR: path });
  if (!read.ok) throw new Error(read.problems.join());
  const server = await startServer({ config: read.config, log: createLogger('silent'), webApps: [] });
  ends.push(() => server.close());
  async function open(secret: Uint8Array): Promise<OpenedChart> {
    const chart = await openChart({
      signer: nodeSigner(secret),
      relay: { url: server.localRelayUrl, root: founded.root, self },
      store: memoryStore(),
      storeKey: Uint8Array.from(secret),
      crypto: { verifier: await bestVerifier(), nip44: nodeNip44 },
      WebSocket: WebSocket as never,
    });
    ends.push(() => chart.lock());
    return chart;
  }
  const admin = await open(doctor);
  await admin.ready();
  return { admin, desk, open, shelf: agentShelf(folder, read.config.agentSecretFile) };
}

const observation = (text: string) => ({
  resource: { resourceType: 'Observation' as const, status: 'final' as const, code: { text } },
});

async function agentsOf(chart: OpenedChart) {
  const answer = await chart.services();
  if (!answer.ok) throw new Error(answer.reason);
  return answer.agents;
}

async function made(
  chart: OpenedChart,
  service: 'billing' | 'fhir',
  name: string,
  patients?: readonly string[],
) {
  const wanted = { kind: 'add', service, name, ...(patients && { patients }) } as const;
  expect(await chart.changeService(wanted)).toMatchObject({ ok: true });
  await chart.settled();
  return vi.waitFor(async () => {
    const agent = (await agentsOf(chart)).find((each) => each.name === name && each.state === 'active');
    if (!agent) throw new Error('not in force yet');
    return agent;
  });
}

/** A change that follows another in the same second begins in the next: the agent waits for that at the door. */
function letIn(open: (secret: Uint8Array) => Promise<OpenedChart>, key: Uint8Array): Promise<OpenedChart> {
  return vi.waitFor(async () => {
    const chart = await open(key);
    await chart.ready();
    return chart;
  }, 5000);
}

async function writtenBy(chart: OpenedChart) {
  const patient = {
    resourceType: 'Patient' as const,
    name: [{ given: ['Test'], family: 'Child' }],
    birthDate: '2020-02-02',
  };
  const created = await chart.createPatient({ patient });
  if (!created.ok) throw new Error(created.reason);
  const { patientId } = created.created;
  expect(await chart.write(patientId, [observation('before')])).toMatchObject({ ok: true });
  await chart.settled();
  return patientId;
}

test('a billing agent reads the desk and nothing clinical, names itself, and writes no chart', async () => {
  const { admin, open, shelf } = await practice();
  const patientId = await writtenBy(admin);
  const agent = await made(admin, 'billing', 'Invoices');
  expect(agent).toMatchObject({ state: 'active', compartments: ['desk'], noHistory: false });
  const chart = await open(shelf.secretKey(agent.id)!);
  await chart.ready();
  expect(await chart.identity()).toMatchObject({
    name: 'Invoices',
    role: 'agent',
    permissions: ['read', 'billing'],
  });
  expect((await chart.searchPatients('child')).total).toBe(1);
  await chart.openPatient(patientId);
  expect(chart.allEntries(patientId).map(({ resource }) => resource.resourceType)).toEqual(['Patient']);
  expect(await chart.write(patientId, [observation('forged')])).toMatchObject({ ok: false });
  expect(await chart.services()).toMatchObject({
    ok: false,
    reason: expect.stringContaining('administrator'),
  });
});

test('with a new key the old one is cut off at once, and the new one goes on', async () => {
  const { admin, open, shelf } = await practice();
  await writtenBy(admin);
  const agent = await made(admin, 'billing', 'Invoices');
  const stolen = shelf.secretKey(agent.id)!;
  expect(await admin.changeService({ kind: 'rotate', id: agent.id })).toMatchObject({
    ok: true,
    renewed: ['desk'],
  });
  await admin.settled();
  const rotated = await vi.waitFor(async () => {
    const [first] = await agentsOf(admin);
    expect(first).toMatchObject({ id: agent.id, state: 'active' });
    return first;
  });
  expect(rotated?.npub).not.toBe(agent.npub);
  await expect((await open(stolen)).ready()).rejects.toThrow(/no access/);
  const chart = await letIn(open, shelf.secretKey(agent.id)!);
  expect((await chart.identity()).name).toBe('Invoices');
  expect((await chart.searchPatients('')).total).toBe(1);
  // And the second time: the key in between is cut off like the first.
  const between = shelf.secretKey(agent.id)!;
  expect(await admin.changeService({ kind: 'rotate', id: agent.id })).toMatchObject({ renewed: ['desk'] });
  await admin.settled();
  for (const old of [stolen, between]) await expect((await open(old)).ready()).rejects.toThrow(/no access/);
  await expect((await letIn(open, shelf.secretKey(agent.id)!)).identity()).resolves.toMatchObject({
    role: 'agent',
  });
});

test('an agent without history reads what is written under the present keys', async () => {
  const { admin, open, shelf } = await practice();
  const patientId = await writtenBy(admin);
  expect(await admin.changeStaff({ kind: 'renew', compartments: ['clin'] })).toMatchObject({ ok: true });
  await admin.settled();
  expect(await admin.write(patientId, [observation('after')])).toMatchObject({ ok: true });
  await admin.settled();
  const agent = await made(admin, 'fhir', 'School nurse');
  const chart = await letIn(open, shelf.secretKey(agent.id)!);
  await chart.openPatient(patientId);
  const read = chart
    .allEntries(patientId)
    .flatMap(({ resource }) => (resource.resourceType === 'Observation' ? resource.code.text : []));
  expect(read).toEqual(['after']);
});

const textsOf = (chart: OpenedChart, patientId: string) =>
  chart
    .allEntries(patientId)
    .flatMap(({ resource }) => (resource.resourceType === 'Observation' ? (resource.code.text ?? []) : []))
    .sort();
const listOf = async (chart: OpenedChart) =>
  (await chart.searchPatients('')).rows.map(({ patientId }) => patientId).sort();

async function seenBy(chart: OpenedChart, ...patients: string[]) {
  await vi.waitFor(async () => expect(await listOf(chart)).toEqual([...patients].sort()), 10_000);
  for (const patientId of patients) await chart.openPatient(patientId);
}

test('an agent for named patients reads exactly these, all of their history, and writes nothing', async () => {
  const { admin, open, shelf } = await practice();
  const [first, second, third] = [await writtenBy(admin), await writtenBy(admin), await writtenBy(admin)];
  expect(await admin.changeStaff({ kind: 'renew', compartments: ['clin'] })).toMatchObject({ ok: true });
  await admin.settled();
  await admin.write(first, [observation('after')]);
  await admin.settled();
  const agent = await made(admin, 'fhir', 'School nurse', [first]);
  expect(agent).toMatchObject({ compartments: ['desk', 'clin'], noHistory: false });
  await vi.waitFor(async () => expect(await agentsOf(admin)).toMatchObject([{ patients: [first] }]), 5000);
  expect(shelf.list()).toMatchObject([{ id: agent.id, named: true }]);
  expect(JSON.stringify(shelf.list())).not.toContain(first);

  const chart = await letIn(open, shelf.secretKey(agent.id)!);
  await seenBy(chart, first);
  expect(textsOf(chart, first)).toEqual(['after', 'before']);
  expect(await chart.write(first, [observation('forged')])).toMatchObject({ ok: false });
  await chart.openPatient(second);
  expect(textsOf(chart, second)).toEqual([]);

  // One more, and then the first no more: at once, and what is written in it next has other keys.
  const set = (...patients: string[]) => admin.changeService({ kind: 'patients', id: agent.id, patients });
  expect(await set(first, second)).toMatchObject({ ok: true, renewed: [] });
  await admin.settled();
  await seenBy(chart, first, second);
  await vi.waitFor(() => expect(textsOf(chart, second)).toEqual(['before']), 5000);
  expect(await set(second)).toMatchObject({ ok: true });
  await admin.settled();
  await seenBy(chart, second);
  await admin.write(first, [observation('not for the school')]);
  await admin.write(third, [observation('never for the school')]);
  await admin.write(second, [observation('for the school')]);
  await admin.settled();
  await vi.waitFor(() => expect(textsOf(chart, second)).toEqual(['before', 'for the school']), 5000);
  await chart.openPatient(first);
  expect(textsOf(chart, first)).toEqual([]);
  expect(await agentsOf(admin)).toMatchObject([{ patients: [second] }]);
});

test('a new key of an agent for named patients takes them over, on whichever device the charter comes first', async () => {
  const { admin, desk, open, shelf } = await practice();
  const frontdesk = await open(desk);
  await frontdesk.ready();
  const [first, second] = [await writtenBy(admin), await writtenBy(admin)];
  await writtenBy(admin);
  const agent = await made(admin, 'fhir', 'School nurse', [first, second]);
  const stolen = shelf.secretKey(agent.id)!;
  await seenBy(await letIn(open, stolen), first, second);
  // Twice, and the second time before anybody has seen to the first.
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await admin.changeService({ kind: 'rotate', id: agent.id })).toMatchObject({
      ok: true,
      renewed: [],
    });
    await admin.settled();
    await vi.waitFor(async () => expect(await agentsOf(admin)).toMatchObject([{ state: 'active' }]), 5000);
    // At no time is it said to have none: they come along.
    expect((await agentsOf(admin))[0]?.patients?.toSorted()).toEqual([first, second].sort());
  }
  await expect((await open(stolen)).ready()).rejects.toThrow(/no access/);
  const chart = await letIn(open, shelf.secretKey(agent.id)!);
  await seenBy(chart, first, second);
  expect(textsOf(chart, first)).toEqual(['before']);
  await admin.write(first, [observation('after')]);
  await admin.settled();
  await vi.waitFor(() => expect(textsOf(chart, first)).toEqual(['after', 'before']), 5000);

  expect(await admin.changeService({ kind: 'revoke', id: agent.id })).toMatchObject({
    ok: true,
    renewed: [],
  });
  await admin.settled();
  expect(shelf.secretKey(agent.id)).toBeUndefined();
  await vi.waitFor(async () => {
    const view = vi.fn();
    (await admin.watchPatient(first, view))();
    expect(view.mock.lastCall?.[0].namedReaders).toEqual([]);
  }, 5000);
});

test('half made for named patients, it is let in for none; kinds that are for all are not for some', async () => {
  const { admin, shelf } = await practice();
  const patientId = await writtenBy(admin);
  const left = shelf.create({ service: 'fhir', name: 'Half made', named: true });
  expect(await agentsOf(admin)).toMatchObject([{ state: 'unfinished', patients: [], noHistory: false }]);
  expect(await admin.changeService({ kind: 'patients', id: left.id, patients: [patientId] })).toMatchObject({
    ok: false,
    reason: expect.stringContaining('not let in yet'),
  });
  expect(await admin.changeService({ kind: 'finish', id: left.id })).toMatchObject({ ok: true });
  await vi.waitFor(async () =>
    expect(await agentsOf(admin)).toMatchObject([{ state: 'active', patients: [] }]),
  );
  expect(await admin.changeService({ kind: 'patients', id: left.id, patients: [patientId] })).toMatchObject({
    ok: true,
  });
  expect(await agentsOf(admin)).toMatchObject([{ patients: [patientId] }]);
  const whole = await made(admin, 'fhir', 'Whole');
  for (const change of [
    { kind: 'add', service: 'billing', name: 'Bills', patients: [patientId] },
    { kind: 'add', service: 'fhir', name: 'None', patients: [] },
    { kind: 'patients', id: whole.id, patients: [patientId] },
    { kind: 'patients', id: left.id, patients: ['nobody'] },
  ] as const)
    expect(await admin.changeService(change), JSON.stringify(change)).toMatchObject({ ok: false });
  expect(shelf.list()).toHaveLength(2);
  expect((await agentsOf(admin)).find(({ id }) => id === left.id)?.patients).toEqual([patientId]);
});

test('revoked, it reads nothing more, its key is gone from the server, and a second time says so', async () => {
  const { admin, open, shelf } = await practice();
  await writtenBy(admin);
  const agent = await made(admin, 'billing', 'Invoices');
  const key = shelf.secretKey(agent.id)!;
  expect(await admin.changeService({ kind: 'revoke', id: agent.id })).toMatchObject({
    ok: true,
    renewed: ['desk'],
  });
  await admin.settled();
  expect(shelf.secretKey(agent.id)).toBeUndefined();
  expect(await agentsOf(admin)).toEqual([]);
  await expect((await open(key)).ready()).rejects.toThrow(/no access/);
  expect(await admin.changeService({ kind: 'revoke', id: agent.id })).toMatchObject({ ok: false });
});

test('made on the server and not let in: shown as unfinished, finished or revoked later', async () => {
  const { admin, shelf } = await practice();
  const left = shelf.create({ service: 'reminders', name: 'Half made' });
  expect(await agentsOf(admin)).toMatchObject([{ id: left.id, state: 'unfinished' }]);
  expect(await admin.changeService({ kind: 'finish', id: left.id })).toMatchObject({ ok: true });
  await vi.waitFor(async () =>
    expect(await agentsOf(admin)).toMatchObject([{ id: left.id, state: 'active' }]),
  );
  // Cut off between the two halves of a new key.
  shelf.rotate(left.id);
  expect(await agentsOf(admin)).toMatchObject([{ state: 'unfinished' }]);
  expect(await admin.changeService({ kind: 'finish', id: left.id })).toMatchObject({
    ok: true,
    renewed: ['desk'],
  });
  await vi.waitFor(async () => expect(await agentsOf(admin)).toMatchObject([{ state: 'active' }]));
});

test('who is no administrator is refused, and a name is needed', async () => {
  const { admin, desk, open, shelf } = await practice();
  const chart = await open(desk);
  await chart.ready();
  expect(await chart.changeService({ kind: 'add', service: 'billing', name: 'Mine' })).toMatchObject({
    ok: false,
  });
  expect(await admin.changeService({ kind: 'add', service: 'billing', name: ' ' })).toMatchObject({
    ok: false,
  });
  expect(shelf.list()).toEqual([]);
});
