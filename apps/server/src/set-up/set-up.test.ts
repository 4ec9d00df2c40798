/** Founding over HTTP: who may, what is refused, and that it happens once. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { finalizeEvent, generateSecretKey, getPublicKey, type NostrEvent } from '@keychart/nostr';
import { CHARTER } from '@keychart/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { type RunningServer, startServer } from '../start-server.ts';
import { makeFounding } from '../testing/founding.ts';
import { emptyFolder } from '../testing/practice-folder.ts';
import { createSetUpCode, WRONG_IN_ALL, WRONG_PER_ADDRESS } from './set-up-code.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

let server: RunningServer;
let log: string[];
let now: number;
beforeEach(async () => {
  log = [];
  now = Math.floor(Date.now() / 1000);
  const { folder, remove } = emptyFolder();
  const config = readConfig({ PORT: '0', DATA_DIR: folder.path });
  if (!config.ok) throw new Error(config.problems.join());
  const sink = new Writable({
    write: (chunk, _, done) => {
      log.push(String(chunk));
      done();
    },
  });
  server = await startServer({
    config: config.config,
    log: createLogger('trace', sink),
    webApps: [],
    now: () => now,
  });
  ends.push(remove, () => server.close());
});

const post = (path: string, code: string | undefined, body?: unknown) =>
  fetch(new URL(path, server.url), {
    method: 'POST',
    headers: {
      ...(code !== undefined && { authorization: `Setup ${code}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const reasonOf = async (response: Response) => ((await response.json()) as { error: string }).error;
const code = () => server.setUpCode() ?? '';

test('the first page offers three ways, and no code', async () => {
  const page = await (await fetch(server.url)).text();
  for (const title of ['Try it with a made-up practice', 'Set up my practice', 'Join a practice'])
    expect(page).toContain(title);
  expect(page).toContain('href="/ehr/#/set-up"');
  expect(page).not.toContain(code());
});

test('founds a practice once, and opens it without a restart', async () => {
  const { body } = await makeFounding();
  const used = code();
  expect((await post('/api/setup/code', used.toLowerCase().replaceAll('-', ' '))).status).toBe(204);
  const response = await post('/api/setup', used, body);
  expect(response.status).toBe(201);
  expect(((await response.json()) as { connection: string }).connection).toBe(server.connection());
  expect(server.setUpCode()).toBeUndefined();
  const info = await (await fetch(server.url, { headers: { accept: 'application/nostr+json' } })).json();
  expect(info).toMatchObject({ practice: { root: body.root, name: 'Meadow Pediatrics', demo: false } });

  for (const again of [body, (await makeFounding()).body]) {
    const second = await post('/api/setup', used, again);
    expect(second.status).toBe(409);
    expect(await reasonOf(second)).toMatch(/already/);
  }
  expect(server.folder.settings()?.root).toBe(body.root);
  expect(log.join('')).not.toContain(used);
  expect(log.join('')).not.toContain(body.root);
});

test('two foundings at the same moment: one practice', async () => {
  const both = await Promise.all([makeFounding(), makeFounding()]);
  const statuses = await Promise.all(
    both.map(async ({ body }) => (await post('/api/setup', code(), body)).status),
  );
  expect(statuses.sort()).toEqual([201, 409]);
});

test('without the code nothing is read, with too many wrong ones not even the right one counts', async () => {
  const { body } = await makeFounding();
  expect((await post('/api/setup', undefined, body)).status).toBe(401);
  expect((await post('/api/setup', undefined, '{broken')).status).toBe(401);
  for (let i = 0; i < WRONG_PER_ADDRESS; i++)
    expect((await post('/api/setup', 'AAAA-BBBB-CCCC', body)).status).toBe(403);
  const limited = await post('/api/setup', code(), body);
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(50);
  expect(await reasonOf(limited)).toMatch(/wait \d+ seconds/);
  expect(server.folder.settings()).toBeUndefined();
  now += 61;
  expect((await post('/api/setup/code', code())).status).toBe(204);
});

describe('a founding that is not whole is refused, and nothing is kept', () => {
  type Body = Awaited<ReturnType<typeof makeFounding>>['body'];
  const stranger = generateSecretKey();
  const note = (kind: number) =>
    finalizeEvent({ kind, created_at: Math.floor(Date.now() / 1000), tags: [], content: '' }, stranger);
  const without = (body: Body, at: number) => ({ ...body, events: body.events.filter((_, i) => i !== at) });
  const cases: [string, (body: Body) => unknown, RegExp][] = [
    ['no JSON', () => '{broken', /not right/],
    ['nothing', () => ({}), /name is not what it should be/],
    ['a blank name', (body) => ({ ...body, name: '  ' }), /name/],
    ['a made-up time zone', (body) => ({ ...body, timeZone: 'Mars/North' }), /timeZone/],
    ['more than asked', (body) => ({ ...body, secret: 'x' }), /this is not what it should be/],
    [
      'no charter',
      (body) => ({ ...without(body, 0), events: [...without(body, 0).events, note(1059)] }),
      /one charter/,
    ],
    ['another root', (body) => ({ ...body, root: getPublicKey(stranger) }), /signed by the root key/],
    [
      'no directory',
      (body) => ({ ...without(body, 1), events: [...without(body, 1).events, note(1059)] }),
      /directory/,
    ],
    [
      'a grant for nobody',
      (body) => ({ ...without(body, 2), events: [...without(body, 2).events, note(1059)] }),
      /one grant/,
    ],
    ['one grant too many', (body) => ({ ...body, events: [...body.events, note(1059)] }), /one grant/],
    ['something else', (body) => ({ ...body, events: [...body.events, note(1)] }), /kind 1 has no place/],
    ['an event twice', (body) => ({ ...body, events: [...body.events, body.events[0]] }), /twice/],
    [
      'a changed charter',
      (body) => change(body, 0, (event) => ({ ...event, content: `${event.content} ` })),
      /rightly signed/,
    ],
    ['a second charter', (body) => ({ ...body, events: [...body.events, note(CHARTER)] }), /one charter/],
    ['no event at all', (body) => change(body, 0, () => 'x' as never), /malformed/],
    [
      'hundreds of events',
      (body) => ({ ...body, events: Array.from({ length: 65 }, () => body.events[0]) }),
      /events/,
    ],
  ];
  const change = (body: Body, at: number, how: (event: NostrEvent) => NostrEvent) => ({
    ...body,
    events: body.events.map((event, i) => (i === at ? how(event) : event)),
  });

  test.each(cases)('%s', async (_, spoil, words) => {
    const { body } = await makeFounding();
    const response = await post('/api/setup', code(), spoil(body));
    expect(response.status).toBe(400);
    expect(await reasonOf(response)).toMatch(words);
    expect(server.folder.settings()).toBeUndefined();
    expect((await post('/api/setup', code(), body)).status).toBe(201);
  });

  test('a clock far off, the root as a person, approvals nobody can give', async () => {
    const early = await makeFounding({ at: now - 3600 });
    expect(await reasonOf(await post('/api/setup', code(), early.body))).toMatch(/clocks/);
    const rootSecret = generateSecretKey();
    const person = { name: 'Root', role: 'nurse', pubkey: getPublicKey(rootSecret) } as const;
    const root = await makeFounding({ rootSecret, staff: [person] });
    expect(await reasonOf(await post('/api/setup', code(), root.body))).toMatch(/root key cannot be/);
    const second = {
      name: 'B',
      role: 'nurse',
      pubkey: getPublicKey(generateSecretKey()),
      admin: true,
    } as const;
    const approved = await makeFounding({ staff: [second], approvals: 1 });
    expect((await post('/api/setup', code(), approved.body)).status).toBe(201);
    await expect(makeFounding({ approvals: 1 })).rejects.toThrow(/need 2 administrators/);
  });
});

test('a folder that takes no practice answers so, and the log says why', async () => {
  const { body } = await makeFounding();
  mkdirSync(server.folder.path, { recursive: true });
  writeFileSync(join(server.folder.path, 'events.sqlite'), 'old');
  const response = await post('/api/setup', code(), body);
  expect(response.status).toBe(409);
  expect(await reasonOf(response)).toMatch(/takes no practice/);
  expect(log.join('')).toMatch(/restore it from a backup/);
});

test('codes: another each time, and a limit for all addresses together', () => {
  let at = 0;
  const made = createSetUpCode(() => at);
  expect(made.text).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
  expect(createSetUpCode().text).not.toBe(made.text);
  for (let i = 0; i < WRONG_IN_ALL; i++) expect(made.judge('x', `10.0.0.${i}`).verdict).toBe('wrong');
  expect(made.judge(made.text, '10.0.1.1')).toEqual({ verdict: 'wait', seconds: 60 });
  at += 60_001;
  expect(made.judge(made.text, '10.0.1.1').verdict).toBe('right');
});
