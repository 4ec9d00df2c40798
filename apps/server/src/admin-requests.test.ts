/** Every route of administrators, walked by everybody who is none, and with every authorization that is for something else. */
import { connect } from 'node:net';
import { createHttpAuth, finalizeEvent, generateSecretKey, getPublicKey, localSigner } from '@keychart/nostr';
import { CHARTER, charterContent, type Member } from '@keychart/protocol';
import { openSqliteStore } from '@keychart/relay';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminAccess } from './admin-access.ts';
import { agentRoutes } from './agents/agent-routes.ts';
import { type AgentShelf, agentShelf } from './agents/agent-shelf.ts';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { type PracticeFolder, practiceFolder } from './testing/practice-folder.ts';

const START = 1_700_000_000;
const now = () => Math.floor(Date.now() / 1000);

/** Nobody who may: by what they are. */
const others = {
  stranger: generateSecretKey(),
  'administrator of another practice': generateSecretKey(),
  'former administrator': generateSecretKey(),
  'suspended administrator': generateSecretKey(),
  'administrator whose time has not begun': generateSecretKey(),
  nurse: generateSecretKey(),
  locum: generateSecretKey(),
  'service agent': generateSecretKey(),
};
type Other = keyof typeof others;
const pk = (who: Other) => getPublicKey(others[who]);
const roster: Member[] = [
  { pk: pk('former administrator'), role: 'admin', from: START },
  { pk: pk('suspended administrator'), role: 'admin', from: START, to: START + 100 },
  { pk: pk('administrator whose time has not begun'), role: 'admin', from: now() + 86_400 },
  { pk: pk('nurse'), role: 'nurse', from: START },
  { pk: pk('locum'), role: 'doctor', from: START, named: true },
  { pk: pk('service agent'), role: 'agent', from: START, compartments: ['desk'], permissions: ['read'] },
];
const isAdmin = ({ role }: Member) => role === 'admin';

let made: PracticeFolder;
let server: RunningServer;
let shelf: AgentShelf;
beforeAll(async () => {
  made = practiceFolder('Meadow Pediatrics', {
    admins: roster.filter(isAdmin).map((member) => member.pk),
    roster,
  });
  dismiss(made, pk('former administrator'));
  const secretFile = `${made.folder.path}/agent-secret`;
  const config = readConfig({ PORT: '0', DATA_DIR: made.folder.path, AGENT_SECRET_FILE: secretFile });
  if (!config.ok) throw new Error(config.problems.join());
  server = await startServer({ config: config.config, log: createLogger('silent'), webApps: [] });
  shelf = agentShelf(made.folder, secretFile);
});
afterAll(async () => {
  await server.close();
  made.remove();
});

/** The root's next charter, without this administrator. */
function dismiss({ folder, charter, rootKey, doctor }: PracticeFolder, gone: string): void {
  const staff = roster.filter((member) => member.pk !== gone);
  const content = charterContent({
    v: 1,
    seq: 1,
    prev: charter.id,
    admins: [getPublicKey(doctor), ...staff.filter(isAdmin).map((member) => member.pk)],
    approvals: 0,
    roster: [{ pk: getPublicKey(doctor), role: 'doctor', from: START }, ...staff],
    compartments: { desk: { epoch: 2 }, clin: { epoch: 2 } },
    nextRoot: '0'.repeat(64),
  });
  const event = finalizeEvent({ kind: CHARTER, created_at: START + 10, tags: [['-']], content }, rootKey);
  const store = openSqliteStore(folder.privateDatabase());
  store.insert([{ event, raw: JSON.stringify(event) }]);
  store.close();
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** One request for each route there is; the test of all routes holds that there are no others. */
const requests: Asked[] = agentRoutes({} as AgentShelf).map(({ method, url }) => ({
  method,
  path: url.replace(':id', 'a1'),
  ...(method === 'POST' && { body: JSON.stringify({ service: 'billing', name: 'Invoices' }) }),
}));

const authorize = (asked: Asked, as: Uint8Array, at = now(), origin = server.url) =>
  createHttpAuth(
    { url: new URL(asked.path, origin).href, method: asked.method, body: asked.body },
    localSigner(as),
    at,
  );

async function send({ method, path, body }: Asked, authorization: string, type = 'application/json') {
  const answer = await fetch(new URL(path, server.url), {
    method,
    headers: { authorization, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });
  return answer.status;
}

describe.each(requests)('$method $path', (asked) => {
  test.each(Object.keys(others) as Other[])('not for the %s', async (who) => {
    const before = JSON.stringify(shelf.list());
    expect(await send(asked, await authorize(asked, others[who]))).toBe(403);
    expect(JSON.stringify(shelf.list())).toBe(before);
  });

  test('once, here, now, with this body', async () => {
    const before = JSON.stringify(shelf.list());
    const refused: [string, number][] = [];
    const attack = async (name: string, sent: Asked, authorization: string, type?: string) =>
      refused.push([name, await send(sent, authorization, type)]);
    const method = asked.method === 'POST' ? 'DELETE' : 'POST';
    await attack('another method', asked, await authorize({ ...asked, method }, made.doctor));
    const path = `${asked.path}?x=1`;
    await attack('another query', asked, await authorize({ ...asked, path }, made.doctor));
    const elsewhere = await authorize(asked, made.doctor, now(), 'https://other.example/');
    await attack('another server', asked, elsewhere);
    await attack('old', asked, await authorize(asked, made.doctor, now() - 62));
    await attack('of tomorrow', asked, await authorize(asked, made.doctor, now() + 62));
    const [bare, loaded] = [
      { method: asked.method, path: asked.path },
      { ...asked, body: '{"x":1}' },
    ];
    if (asked.method !== 'GET') {
      await attack('a body put in', loaded, await authorize(bare, made.doctor));
      await attack('a body put in as text', loaded, await authorize(bare, made.doctor), 'text/plain');
    }
    await attack('a body taken out', bare, await authorize(loaded, made.doctor));
    expect(refused.filter(([, status]) => ![401, 415].includes(status))).toEqual([]);
    expect(JSON.stringify(shelf.list())).toBe(before);
    const right = await authorize(asked, made.doctor);
    expect([200, 201, 404]).toContain(await send(asked, right));
    expect(await send(asked, right)).toBe(401);
  });

  // Attack: an administrator of two practices signs for one; its server passes that on to the other in its own name.
  test('an authorization for another server, named in the request line', async () => {
    const other = 'http://other.example';
    const authorization = await authorize(asked, made.doctor, now(), other);
    const { hostname, port } = new URL(server.url);
    const status = await new Promise<string>((resolve, reject) => {
      const body = asked.body ?? '';
      const socket = connect(Number(port), hostname, () =>
        socket.write(
          [
            `${asked.method} ${other}${asked.path} HTTP/1.1`,
            'Host: other.example',
            `Authorization: ${authorization}`,
            'Connection: close',
            ...(body === '' ? [] : ['Content-Type: application/json', `Content-Length: ${body.length}`]),
            '',
            body,
          ].join('\r\n'),
        ),
      );
      socket.on('data', (data) => resolve(String(data).split(' ')[1] ?? ''));
      socket.on('error', reject);
    });
    expect(status).toBe('401');
  });
});

test('what was signed before this server started is not taken: it may have been used before', async () => {
  const at = now();
  const addresses = () => ({ url: 'http://x/', relayUrl: 'ws://x/', relayUrls: ['ws://x/'] });
  const mayEnter = (clock: number) =>
    adminAccess(
      addresses,
      () => [getPublicKey(made.doctor)],
      () => clock,
    );
  const facts = { url: 'http://x/api/agents', method: 'GET' };
  const authorization = await createHttpAuth(facts, localSigner(made.doctor), at);
  const request = { path: '/api/agents', method: 'GET', authorization, body: undefined };
  expect(mayEnter(at)(request)).toMatchObject({ ok: true });
  expect(mayEnter(at + 5)(request)).toMatchObject({ ok: false, status: 401 });
});
