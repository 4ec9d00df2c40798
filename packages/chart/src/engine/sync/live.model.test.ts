/**
 * What is open shows what a fresh device would show: seven people have the list, the charts and the staff open while
 * staff change everything at random, devices lose their connection and the relay restarts. After each round every open
 * view equals that of a new device of the same person. The seed is in every failure message.
 */
import type { Observation } from '@keychart/fhir';
import { afterEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import type { PatientView, QueryResult, StaffView } from '../../api/chart.ts';
import { memoryStore, StoreLockedError } from '../../store/index.ts';
import { latest, type Open, register, staffOf, weight } from '../../testing/test-charts.ts';
import { handedOver, startTestPractice, type TestPerson, testPerson } from '../../testing/test-practice.ts';
import { seeded } from '../../testing/test-seeded.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
afterEach(() => practice.close());

const SOON = { timeout: 12_000, interval: 100 };

/** A device whose connection can be cut. */
function wire() {
  let isCut = false;
  const sockets = new Set<WebSocket>();
  class Wire extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.add(this);
      this.on('close', () => sockets.delete(this));
      if (isCut) setImmediate(() => this.terminate());
    }
  }
  return {
    WebSocket: Wire as never,
    set(cut: boolean) {
      isCut = cut;
      if (cut) for (const socket of sockets) socket.terminate();
    },
  };
}

const connection = async (chart: Open) =>
  (await latest<{ connection: string }>((tell) => chart.watchStatus(tell))).connection;

/** Everything on a screen, as the callbacks told it last: a screen asks for the list again only when it is told to. */
async function screens(chart: Open, ids: readonly string[]) {
  const shown = {
    staff: undefined as StaffView | undefined,
    list: '' as unknown,
    problems: '' as unknown,
    views: new Map<string, PatientView>(),
    entries: new Map<string, QueryResult>(),
  };
  const found = async () => {
    const { rows, total, state } = await chart.searchPatients('Testbach');
    shown.list = { rows, total, state };
  };
  const counted = async () => {
    const problems = await chart.problems();
    shown.problems = problems.map(({ check, reason }) => `${check}: ${reason}`).sort();
  };
  // A screen of a device that is locked meanwhile has nothing to show.
  const locked = (error: unknown) => expect(error).toBeInstanceOf(StoreLockedError);
  await chart.watchPatients(() => void found().catch(locked));
  await chart.watchStatus(() => void counted().catch(locked));
  await chart.watchStaff((view) => {
    shown.staff = view;
  });
  for (const id of ids) {
    await chart.watchPatient(id, (view) => void shown.views.set(id, view));
    const types = ['Observation', 'Patient'] as const;
    await chart.watch(id, { types, includeRemoved: true }, (result) => void shown.entries.set(id, result));
  }
  return shown;
}

type Shown = Awaited<ReturnType<typeof screens>>;

function plain({ staff, list, problems, views, entries }: Shown) {
  return {
    list,
    problems,
    staff: staff && { members: staff.members, former: staff.former, renewalDue: staff.renewalDue },
    // Of a chart that this key does not read there is nothing to come, however it is said.
    views: [...views].map(([id, { entry, state, ...view }]) => ({
      id,
      ...view,
      ...(entry && { state, version: entry.version }),
    })),
    entries: [...entries].map(([id, { entries: list, total, state }]) => ({
      id,
      list,
      total,
      ...(total > 0 && { state }),
    })),
  };
}

const STEPS = 5;
const ROUNDS = 3;

test.each([21, 22, 23])(
  'any history leaves open screens as a fresh device shows them (seed %i)',
  async (seed) => {
    practice = await startTestPractice();
    const random = seeded(seed);
    const [mother, father, locum] = [testPerson(), testPerson(), testPerson()];
    const first = await practice.open(practice.doctor);
    const a = await register(first, [{ person: mother }, { person: father }]);
    const b = await register(first, [{ person: mother }]);
    const c = await register(first);
    const ids = [a, b, c].map(({ patientId }) => patientId);
    await first.changeStaff({
      kind: 'add',
      npub: locum.npub,
      name: 'Dr. Loan',
      role: 'doctor',
      patients: [a.patientId],
    });
    await vi.waitFor(async () => {
      const member = (await staffOf(first)).members.find(({ npub }) => npub === locum.npub);
      expect(member).toMatchObject({ state: 'active', patients: [{}] });
    }, SOON);
    await first.settled();
    await first.lock();

    const people = {
      doctor: practice.doctor,
      nurse: practice.nurse,
      frontdesk: practice.frontdesk,
      mother,
      father,
      own: handedOver(a.handover),
      locum,
    };
    const device = async (name: string, person: TestPerson) => {
      const line = wire();
      const chart = await practice.open(person, memoryStore(), { WebSocket: line.WebSocket });
      await chart.ready();
      return { name, person, line, chart, shown: await screens(chart, ids) };
    };
    const devices = await Promise.all(Object.entries(people).map(([name, person]) => device(name, person)));
    const [doctor, nurse, frontdesk] = devices as [Device, Device, Device];
    type Device = (typeof devices)[number];
    const history: string[] = [];

    const observations = async ({ chart }: Device, id: string) =>
      (await chart.query(id, { types: ['Observation'] })).entries;
    const actions: Record<string, (by: Device, id: string) => Promise<unknown>> = {
      write: ({ chart }, id) => chart.write(id, [{ resource: reading() }]),
      secret: ({ chart }, id) => chart.write(id, [{ resource: reading(), confidential: true }]),
      locumWrites: (_by, id) => devices.at(-1)!.chart.write(id, [{ resource: reading() }]),
      correct: async (by, id) => {
        const entry = (await observations(by, id))[0];
        if (!entry) return;
        const resource = { ...(entry.resource as Observation), valueQuantity: { value: random.below(90) } };
        return by.chart.correct(id, entry.id, entry.version, resource);
      },
      remove: async (by, id) => {
        const entry = (await observations(by, id))[0];
        return entry && by.chart.remove(id, entry.id, 'made up');
      },
      rekey: ({ chart }, id) => chart.rekeyPatient(id),
      withdraw: ({ chart }, id) =>
        chart.changeGuardians(id, { kind: 'remove', npub: random.pick([mother, father]).npub }),
      add: ({ chart }, id) =>
        chart.changeGuardians(id, {
          kind: 'add',
          npub: random.pick([mother, father]).npub,
          name: 'Test Guardian',
          ...(random.chance(0.3) && { until: '2040-01-01T00:00:00Z' }),
        }),
      merge: ({ chart }, id) => chart.mergePatients(id, random.pick(ids)),
      unmerge: ({ chart }, id) => chart.unmergePatient(id),
      lend: (_by, id) => doctor.chart.grantPatients(locum.npub, [id]),
      takeBack: (_by, id) => doctor.chart.revokePatients(locum.npub, [id]),
      renew: () => doctor.chart.changeStaff({ kind: 'renew', compartments: ['clin', 'desk'] }),
      suspend: () => doctor.chart.changeStaff({ kind: 'suspend', npub: locum.npub }),
      resume: () => doctor.chart.changeStaff({ kind: 'resume', npub: locum.npub }),
      role: () =>
        doctor.chart.changeStaff({
          kind: 'change',
          npub: practice.frontdesk.npub,
          name: `Desk ${random.below(9)}`,
          role: random.pick(['frontdesk', 'assistant']),
        }),
      policy: () => doctor.chart.changePolicies({ idleMinutes: 5 + random.below(9) }),
      ask: (_by, id) => frontdesk.chart.askConfidential(id, 'made up', 15),
      offline: async () => random.pick(devices).line.set(true),
      online: async () => random.pick(devices).line.set(false),
      restart: async () => {
        await practice.stop();
        await practice.start();
      },
    };
    let count = 0;
    const reading = () => ({ ...weight(1 + (count % 9)), id: `r${count++}` });

    for (let round = 0; round < ROUNDS; round++) {
      for (let step = 0; step < STEPS; step++) {
        const by = random.pick([doctor, nurse]);
        const id = random.pick(ids);
        const kind = random.pick(Object.keys(actions));
        history.push(`${kind} ${ids.indexOf(id)} by ${by.name}`);
        await actions[kind]!(by, id);
      }
      for (const { line } of devices) line.set(false);
      const where = () => `seed ${seed}: ${history.join(', ')}`;
      for (const { chart } of [doctor, nurse]) await chart.settled();
      await vi.waitFor(
        async () => expect((await staffOf(doctor.chart)).pending, where()).toBeUndefined(),
        SOON,
      );
      for (const [i, { name, person, chart, shown }] of devices.entries()) {
        const fresh = await practice.open(person);
        const isIn = await fresh.ready().then(
          () => true,
          () => false,
        );
        const theirs = await screens(fresh, ids);
        if (isIn) for (const id of ids) await fresh.openPatient(id);
        // Let in no more, and told so; let in again, a device asks once a minute, and this one is opened anew at once.
        if (!isIn)
          await vi.waitFor(async () => expect(await connection(chart), where()).toBe('refused'), SOON);
        else if ((await connection(chart)) === 'refused') {
          await chart.lock();
          devices[i] = await device(name, person);
        } else
          await vi.waitFor(() => {
            expect(plain(shown), `${name}, ${where()}`).toEqual(plain(theirs));
          }, SOON);
        await fresh.lock();
      }
    }
  },
  120_000,
);
