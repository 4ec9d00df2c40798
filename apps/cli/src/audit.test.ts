/** `keychart audit` as people and scripts meet it: words, exit codes, JSON; with the server running and stopped. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNsec } from '@keychart/nostr';
import { AUDIT_HEAD } from '@keychart/protocol';
import { openAuditLog, openSqliteStore } from '@keychart/relay';
import { createLogger, openDataFolder, readConfig, startServer } from '@keychart/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemoLogins } from './demo-logins.ts';
import { openPracticeSession } from './practice-session.ts';
import { keychart, temporaryFolder } from './testing/run-command.ts';

const original = temporaryFolder();
beforeAll(async () => {
  const made = await keychart(original.path, ['demo', '--no-serve', '--families', '1']);
  if (made.code !== 0) throw new Error(made.said);
}, 120_000);
afterAll(() => original.remove());

/** Runs a command on a copy to which something was done. */
async function onCopy(change: (path: string) => void, ...args: string[]) {
  const copy = temporaryFolder();
  try {
    cpSync(original.path, copy.path, { recursive: true });
    change(copy.path);
    return await keychart(copy.path, ['audit', ...args]);
  } finally {
    copy.remove();
  }
}
const nothing = () => undefined;
const removeLog = (path: string) => {
  for (const end of ['', '-wal', '-shm']) rmSync(join(path, `audit.sqlite${end}`), { force: true });
};
const headsIn = (path: string) => {
  const store = openSqliteStore(join(path, 'events.sqlite'));
  const kept = store.eventsOfKinds([AUDIT_HEAD]);
  store.close();
  return kept;
};

test('a log that is whole', async () => {
  const { code, out } = await onCopy(nothing, 'verify');
  expect(out).toMatch(/^\d+ entries, 1 signed heads, \d+ events: the log is whole\.$/);
  expect(code).toBe(0);
  const told = JSON.parse((await onCopy(nothing, 'verify', '--json')).out) as Record<string, unknown>;
  expect(told).toMatchObject({ ok: true, heads: 1, faults: [] });
});

test('a log replaced by a new one, and one thrown away', async () => {
  const replaced = await onCopy(
    (path) => {
      removeLog(path);
      const log = openAuditLog(join(path, 'audit.sqlite'));
      log.add('start', {});
      log.close();
    },
    'verify',
    '--json',
  );
  expect(replaced.code).toBe(1);
  expect((JSON.parse(replaced.out) as { faults: unknown[] }).faults).toContainEqual(
    expect.objectContaining({ check: 'cut off', from: 2, to: expect.any(Number) }),
  );
  const gone = await onCopy(removeLog, 'verify');
  expect(gone).toMatchObject({ code: 1, said: expect.stringContaining('the relay has signed heads of it') });
});

test('a head kept elsewhere', async () => {
  const heads = join(original.path, 'heads.txt');
  writeFileSync(
    heads,
    `${headsIn(original.path)
      .map((head) => JSON.stringify(head))
      .join('\n')}\n`,
  );
  expect(await onCopy(nothing, 'verify', '--heads', heads)).toMatchObject({ code: 0 });
  writeFileSync(heads, '{}\n');
  expect(await onCopy(nothing, 'verify', '--heads', heads)).toMatchObject({
    code: 2,
    said: expect.stringContaining('line 1 is not a Nostr event'),
  });
  rmSync(heads);
});

test('heads that a member’s device has seen, as it saves them', async () => {
  const copy = temporaryFolder();
  cpSync(original.path, copy.path, { recursive: true });
  const nsec = readDemoLogins(openDataFolder(copy.path))?.logins.find(({ role }) => role === 'nurse')?.nsec;
  const secretKey = parseNsec(nsec ?? '');
  if ('error' in secretKey) throw new Error(secretKey.error);
  const saved = join(original.path, 'seen.txt');
  try {
    const read = readConfig({ DATA_DIR: copy.path, PORT: '0' });
    if (!read.ok) throw new Error(read.problems.join());
    const session = await openPracticeSession(read.config);
    const chart = await session.open(secretKey);
    await expect.poll(() => chart.serverHeads()).toMatch(/"kind":2099/);
    writeFileSync(saved, await chart.serverHeads());
    await session.close();
    const sound = await keychart(copy.path, ['audit', 'verify', '--heads', saved]);
    expect(sound).toMatchObject({ code: 0, out: expect.stringContaining('the log is whole') });
    // A log begun anew contradicts what the device has seen, whatever heads the server shows.
    removeLog(copy.path);
    const log = openAuditLog(join(copy.path, 'audit.sqlite'));
    log.add('start', {});
    log.close();
    const cut = await keychart(copy.path, ['audit', 'verify', '--heads', saved]);
    expect(cut).toMatchObject({ code: 1, out: expect.stringMatching(/cut off {2}entries 2 to \d+/) });
  } finally {
    rmSync(saved, { force: true });
    copy.remove();
  }
});

test('entries by name, key and time', async () => {
  const npub =
    readDemoLogins(openDataFolder(original.path))?.logins.find(({ role }) => role === 'doctor')?.npub ?? '';
  const charter = await onCopy(nothing, 'log', '--what', 'authenticated', '--key', npub, '--json');
  const entries = charter.out
    .split('\n')
    .map((line) => JSON.parse(line) as { what: string; detail: { key: string } });
  expect(entries.length).toBeGreaterThan(0);
  expect(new Set(entries.map(({ what }) => what))).toEqual(new Set(['authenticated']));
  expect(new Set(entries.map(({ detail }) => detail.key)).size).toBe(1);
  expect((await onCopy(nothing, 'log')).out).toMatch(/^1 {2}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ {2}found {2}\{/);
  expect((await onCopy(nothing, 'log', '--since', '2999-01-01')).out).toBe('');
  expect(await onCopy(nothing, 'log', '--since', 'yesterday-ish')).toMatchObject({ code: 2 });
  expect(await onCopy(nothing, 'log', '--key', 'npub1nobody')).toMatchObject({ code: 2 });
});

test('while the server runs', async () => {
  const copy = temporaryFolder();
  cpSync(original.path, copy.path, { recursive: true });
  const read = readConfig({ DATA_DIR: copy.path, PORT: '0' });
  if (!read.ok) throw new Error(read.problems.join());
  const server = await startServer({ config: read.config, log: createLogger('silent'), webApps: [] });
  try {
    const { code, out } = await keychart(copy.path, ['audit', 'verify']);
    expect(out).toMatch(/the log is whole\.\n {2}note: \d entries since the newest head are not signed yet/);
    expect(code).toBe(0);
    expect((await keychart(copy.path, ['audit', 'log', '--what', 'start'])).out.split('\n')).toHaveLength(2);
  } finally {
    await server.close();
    copy.remove();
  }
});

test('no practice, and no log yet', async () => {
  const empty = temporaryFolder();
  expect(await keychart(empty.path, ['audit', 'verify'])).toMatchObject({ code: 1 });
  const setup = ['setup', '--name', 'P', '--person', 'A', '--time-zone', 'UTC'];
  expect((await keychart(empty.path, setup)).code).toBe(0);
  const { code, said } = await keychart(empty.path, ['audit', 'log']);
  expect(code).toBe(1);
  expect(said).toContain('it begins when the server starts');
  empty.remove();
});

test('with an administrator’s key: what people signed is verified as well', async () => {
  const copy = temporaryFolder();
  cpSync(original.path, copy.path, { recursive: true });
  const login = join(copy.path, 'login.txt');
  const logins = readDemoLogins(openDataFolder(copy.path))?.logins ?? [];
  try {
    writeFileSync(login, logins.find(({ role }) => role === 'doctor')?.nsec ?? '', { mode: 0o600 });
    const first = await keychart(copy.path, ['audit', 'verify', '--login', login, '--json']);
    const { trail } = JSON.parse(first.out) as { trail: { entries: number; findings: unknown[] } };
    expect(trail.findings).toEqual([]);
    // Each login is an entry itself.
    const again = await keychart(copy.path, ['audit', 'verify', '--login', login]);
    expect(again.out).toMatch(/\d+ entries signed by people, in \d+ chains: none missing or altered\./);
    expect(Number(/(\d+) entries signed by people/.exec(again.out)?.[1])).toBeGreaterThan(trail.entries);
    expect(again.code).toBe(0);
    const hasty = await keychart(copy.path, ['audit', 'verify', '--login', login, '--wait', '0.001']);
    expect(hasty).toMatchObject({ code: 3, said: expect.stringContaining('gave no answer for 0.001 s') });
    const wrong = await keychart(copy.path, ['audit', 'verify', '--login', login, '--wait', 'long']);
    expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('use seconds') });
  } finally {
    copy.remove();
  }
});
