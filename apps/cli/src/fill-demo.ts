/**
 * Makes the demo practice the way a real one comes to be: founded, patients registered by the front desk with
 * their guardians, every record written and signed by its author at its time, all of it over the wire.
 */
import { foundPractice } from '@keychart/chart';
import { generateSecretKey, getPublicKey, npubEncode, nsecEncode, parseNsec } from '@keychart/nostr';
import { nodeSigner } from '@keychart/nostr/node';
import { type DataFolder, foundInFolder } from '@keychart/server';
import { type DemoChild, type DemoFamily, type DemoPractice, generateDemo } from './demo/index.ts';
import type { DemoLogin } from './demo-logins.ts';
import { type OpenedChart, openChartAs, type RelayAddress } from './practice-session.ts';

const TIME_ZONE = 'America/New_York';
const SEED = 1;
const DAY = 86_400;

export interface DemoPerson {
  readonly name: string;
  readonly role: string;
  readonly secret: Uint8Array;
}

export interface FoundedDemo {
  readonly demo: DemoPractice;
  /** In the order of `demo.staff`. */
  readonly staff: readonly DemoPerson[];
}

export interface DemoInput {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Only the first families, for tests. */
  readonly families?: number;
}

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** Charter, directory, grants and settings. No server may run on the folder yet. */
export async function foundDemo(folder: DataFolder, input: DemoInput): Promise<FoundedDemo> {
  const demo = generateDemo({ seed: SEED, ...input });
  const staff = demo.staff.map(({ name, role }) => ({ name, role, secret: generateSecretKey() }));
  const first = staff[0];
  if (!first) throw new Error('the demo has no staff');
  const registrations = demo.families.flatMap(({ children }) =>
    children.map(({ registration }) => registration.at),
  );
  const founded = await foundPractice({
    name: demo.practice.name,
    timeZone: TIME_ZONE,
    // Nobody changes the admins of a made-up practice: both secrets are forgotten here.
    rootSecret: generateSecretKey(),
    nextRoot: getPublicKey(generateSecretKey()),
    admin: nodeSigner(first.secret),
    staff: demo.staff.map(({ name, role }, i) => ({
      name,
      role,
      pubkey: getPublicKey(staff[i]!.secret),
      admin: i === 0,
    })),
    policies: { holdPatientKeys: true },
    at: Math.min(...registrations.map(seconds)) - DAY,
  });
  const settings = {
    v: 1,
    root: founded.root,
    name: demo.practice.name,
    timeZone: TIME_ZONE,
    demo: true,
  } as const;
  foundInFolder(folder, { settings, events: founded.events });
  return { demo, staff };
}

/** Registers everybody and writes all records through the relay; answers every login there is. */
export async function fillDemo(
  relay: RelayAddress,
  { demo, staff }: FoundedDemo,
  onProgress: (done: number, total: number) => void,
): Promise<DemoLogin[]> {
  const logins: DemoLogin[] = staff.map(({ name, role, secret }) => login('ehr', role, name, secret));
  for (const author of authorsOf(demo)) {
    await withChart(relay, staff[author]!.secret, async (chart) => {
      for (const family of demo.families) {
        const own = family.children.filter(({ registration }) => registration.author === author);
        if (own.length > 0) logins.push(...(await registerFamily(chart, family)));
      }
    });
  }
  const children = demo.families.flatMap((family) => family.children);
  const total = children.reduce((sum, { records }) => sum + records.length, 0);
  let done = 0;
  for (const [author, { secret }] of staff.entries()) {
    if (!children.some(({ records }) => records.some((record) => record.author === author))) continue;
    await withChart(relay, secret, async (chart) => {
      for (const child of children)
        done += await writeRecords(chart, child, author, () => onProgress(done, total));
    });
    onProgress(done, total);
  }
  return logins;
}

function authorsOf(demo: DemoPractice): Set<number> {
  return new Set(
    demo.families.flatMap(({ children }) => children.map(({ registration }) => registration.author)),
  );
}

/** Opens the chart as somebody, waits until the relay has everything, and fails if anything was refused. */
async function withChart(
  relay: RelayAddress,
  secret: Uint8Array,
  work: (chart: OpenedChart) => Promise<void>,
): Promise<void> {
  const chart = await openChartAs(relay, secret);
  try {
    await work(chart);
    await chart.settled();
    const refused = (await chart.outbox()).find(({ delivery }) => delivery.state === 'refused');
    if (refused?.delivery.state === 'refused') {
      throw new Error(`the relay refused a ${refused.resourceType} of the demo: ${refused.delivery.reason}`);
    }
  } finally {
    await chart.lock();
  }
}

const nameOf = ({ patient }: DemoChild) =>
  [...(patient.name?.[0]?.given ?? []), patient.name?.[0]?.family ?? ''].join(' ');

/** A guardian who is a patient here logs in with the key the practice made for the patient. */
async function registerFamily(chart: OpenedChart, family: DemoFamily): Promise<DemoLogin[]> {
  const keys = family.guardians.map(({ isChild }) =>
    isChild === undefined ? generateSecretKey() : undefined,
  );
  const keyOf = (guardian: number) => {
    const key = keys[guardian];
    if (!key) throw new Error(`${family.name}: guardian ${guardian} is registered after their child`);
    return key;
  };
  const parentsFirst = [...family.children.entries()].sort(
    ([a], [b]) => Number(isGuardian(family, b)) - Number(isGuardian(family, a)),
  );
  const logins: DemoLogin[] = [];
  for (const [index, child] of parentsFirst) {
    const guardians = child.guardianIndexes.map((i) => ({
      name: family.guardians[i]!.name,
      npub: npubEncode(getPublicKey(keyOf(i))),
    }));
    const outcome = await chart.createPatient({
      patient: child.patient,
      guardians,
      at: seconds(child.registration.at),
    });
    if (!outcome.ok) throw new Error(`${nameOf(child)}: ${outcome.reason} ${JSON.stringify(outcome.issues)}`);
    const key = parseNsec(outcome.created.handover?.nsec ?? '');
    if (!(key instanceof Uint8Array)) throw new Error(key.error);
    const own = family.guardians.findIndex(({ isChild }) => isChild === index);
    if (own >= 0) keys[own] = key;
    else if (child.portalLogin) logins.push(login('portal', 'patient', nameOf(child), key, [nameOf(child)]));
  }
  for (const [i, { name, isChild }] of family.guardians.entries()) {
    const wards = family.children.filter((child, at) => child.guardianIndexes.includes(i) || at === isChild);
    logins.push(login('portal', 'guardian', name, keyOf(i), wards.map(nameOf)));
  }
  return logins;
}

const isGuardian = (family: DemoFamily, child: number) =>
  family.guardians.some(({ isChild }) => isChild === child);

async function writeRecords(
  chart: OpenedChart,
  child: DemoChild,
  author: number,
  onProgress: () => void,
): Promise<number> {
  const records = child.records
    .filter((record) => record.author === author)
    .map(({ resource, at, confidential }) => ({
      resource,
      at: seconds(at),
      ...(confidential && { confidential: true }),
    }));
  if (records.length === 0) return 0;
  const outcome = await chart.writeHistory(child.patient.id ?? '', records, onProgress);
  const wrong = outcome.refused[0];
  if (wrong) throw new Error(`a ${wrong.resource.resourceType} of ${nameOf(child)}: ${wrong.reason}`);
  return records.length;
}

function login(
  app: DemoLogin['app'],
  role: string,
  name: string,
  secret: Uint8Array,
  patients?: readonly string[],
): DemoLogin {
  const keys = { npub: npubEncode(getPublicKey(secret)), nsec: nsecEncode(secret) };
  return { app, role, name, ...keys, ...(patients && { patients }) };
}
