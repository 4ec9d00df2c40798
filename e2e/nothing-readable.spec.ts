/**
 * Nothing readable at rest: after a session with both apps, the server's folder, its outputs and the browser's profile
 * are searched for names, for what was just written, and for every secret key in every form it could take.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { parseNsec } from '../packages/nostr/src/index.ts';
import { staff, vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';
import { readableOnDevice } from './on-device.ts';
import { PortalPage } from './portal.page.ts';
import type { Practice } from './practice.ts';
import { watchTraffic } from './traffic.ts';
import { WorkstationPage } from './workstation.page.ts';

/** Written where it can be found, to prove that the search finds. */
const PLANTED = 'marzipan-control-word';
const WORDS = ['glimmering thistle', 'Quicksilver hiccups', 'zebra crossing advice'];
/** They hold secrets on purpose: the relay's own key, and the logins of a made-up practice. */
const EXCEPTED = ['relay-key', 'demo-logins.json'];

test('neither the server nor the browser keeps anything that can be read', async ({
  practice,
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  const profile = info.outputPath('profile');
  const { executablePath, args } = info.project.use.launchOptions ?? {};
  const context = await chromium.launchPersistentContext(profile, {
    baseURL: practice.origin,
    ...(executablePath === undefined ? {} : { executablePath }),
    ...(args === undefined ? {} : { args }),
  });
  const traffic = watchTraffic(context, practice);
  const doctor = new WorkstationPage(await context.newPage());
  await doctor.open();
  await doctor.logIn(practice.nsecOf(staff.doctor, 'ehr'));
  await doctor.keepLogin('passphrase of the doctor');
  const portal = new PortalPage(await context.newPage());
  await portal.open();
  await portal.logIn(practice.nsecOf(vandermeer.guardian, 'portal'));
  await portal.keepLogin('passphrase of the parent');

  await doctor.openChart(vandermeer.first);
  await doctor.chartComplete();
  await doctor.writeNote({ reason: WORDS[0]!, subjective: WORDS[1]! });
  await doctor.beginNote({ reason: 'half written', plan: WORDS[2]! });
  await expect(doctor.noteForm).toContainText('Saved on this device');
  await portal.section('Notes');
  await expect(portal.main).toContainText(WORDS[0]!);
  await portal.page.evaluate((word) => localStorage.setItem('planted', word), PLANTED);

  const wanted = secretsOf(practice);
  // The sessions are still open: what a thief of the running machine's disk would find.
  const kept = await readableOnDevice(portal.page);
  expect(kept.entries).toBeGreaterThan(5);
  expect(kept.text).toContain(PLANTED);
  for (const [what, forms] of wanted) {
    const found = forms.filter((form) => kept.text.includes(form.toString('latin1')));
    expect(found.length, `${what} in the databases of the browser`).toBe(0);
  }
  await practice.stop('SIGKILL');
  await context.close();
  writeFileSync(join(practice.dataDir, 'control.txt'), PLANTED);

  const server = filesUnder(practice.dataDir).filter((file) => !EXCEPTED.includes(basename(file)));
  expect(server.map((file) => basename(file))).toContain('events.sqlite-wal');
  const browser = filesUnder(profile);
  expect(browser.filter((file) => /IndexedDB/.test(file)).length).toBeGreaterThan(0);
  expect(holders(server, formsOf(PLANTED)), 'the search finds what is on the server').toHaveLength(1);
  expect(
    holders(browser, formsOf(PLANTED)).length,
    'the search finds what is in the profile',
  ).toBeGreaterThan(0);
  for (const [what, forms] of wanted) {
    expect(holders([...server, ...browser], forms), `files that hold ${what}`).toEqual([]);
    expect(
      forms.some((form) => Buffer.from(practice.log()).includes(form)),
      `${what} in what the server said`,
    ).toBe(false);
  }
  expect(practice.log().length, 'the server said something').toBeGreaterThan(0);
  traffic.assertClean();
});

/** What must not be found, in every form it could take. */
function secretsOf({ logins }: Practice): readonly (readonly [what: string, forms: readonly Buffer[]])[] {
  const names = [
    ...Object.values(vandermeer),
    'Vandermeer',
    ...logins.filter(({ app }) => app === 'portal').map(({ name }) => name),
  ];
  return [
    ...[...new Set(names)].map((name) => [`the name ${name}`, formsOf(name)] as const),
    ...WORDS.map((word) => [`the words "${word}"`, formsOf(word)] as const),
    ...logins.map(({ name, nsec }) => [`the secret key of ${name}`, keyForms(nsec)] as const),
  ];
}

const formsOf = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'latin1'),
  // A piece of Base64 long enough to be no accident, for each of the three ways it can fall.
  ...[0, 1, 2].map((shift) => Buffer.from(base64Within(Buffer.from(text, 'utf8'), shift))),
];

function keyForms(nsec: string): readonly Buffer[] {
  const key = parseNsec(nsec);
  if ('error' in key) throw new Error(key.error);
  const bytes = Buffer.from(key);
  const texts = [nsec, bytes.toString('hex'), bytes.toString('hex').toUpperCase(), bytes.toString('base64')];
  return [bytes, ...texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])];
}

/** The Base64 digits that `bytes` give wherever they stand `shift` bytes after a multiple of three. */
function base64Within(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  return whole.slice(shift === 0 ? 0 : shift + 1, -1);
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > 0);
}

function holders(files: readonly string[], forms: readonly Buffer[]): readonly string[] {
  return files.filter((file) => {
    const content = contentOf(file);
    return forms.some((form) => content.includes(form));
  });
}

const contents = new Map<string, Buffer>();
function contentOf(file: string): Buffer {
  const known = contents.get(file) ?? readFileSync(file);
  contents.set(file, known);
  return known;
}
