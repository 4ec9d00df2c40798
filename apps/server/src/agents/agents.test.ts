/** Service agents through the server's front door, as an administrator, as somebody else, and as a thief of the disk. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createHttpAuth, generateSecretKey, getPublicKey, localSigner, npubEncode } from '@keychart/nostr';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { DataFolderError } from '../data-folder.ts';
import { createLogger } from '../logger.ts';
import { startServer } from '../start-server.ts';
import { practiceFolder } from '../testing/practice-folder.ts';
import { type AgentFacts, agentShelf } from './agent-shelf.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function open() {
  const made = practiceFolder();
  ends.push(made.remove);
  const secretFile = `${made.folder.path}.agent-secret`;
  ends.push(() => rmSync(secretFile, { force: true }));
  const config = readConfig({ PORT: '0', DATA_DIR: made.folder.path });
  if (!config.ok) throw new Error(config.problems.join());
  expect(config.config.agentSecretFile).toBe(secretFile);
  const log: string[] = [];
  const sink = new Writable({ write: (chunk, _, done) => done(void log.push(String(chunk))) });
  const server = await startServer({ config: config.config, log: createLogger('trace', sink), webApps: [] });
  ends.push(() => server.close());
  const now = () => Math.floor(Date.now() / 1000);
  async function ask(
    method: string,
    path: string,
    body?: unknown,
    as: Uint8Array = made.doctor,
    change?: { url?: string; body?: string },
  ) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const url = new URL(path, server.url).href;
    const authorization = await createHttpAuth(
      { url: change?.url ?? url, method, body: text },
      localSigner(as),
      now(),
    );
    const send = () =>
      fetch(url, {
        method,
        headers: { authorization, ...(text && { 'content-type': 'application/json' }) },
        ...(text && { body: change?.body ?? text }),
      });
    const answer = await send();
    const json = (await answer.json()) as { error?: string; agent?: AgentFacts; agents?: AgentFacts[] };
    return { status: answer.status, json, again: async () => (await send()).status };
  }
  const shelf = agentShelf(made.folder, secretFile);
  return { ...made, secretFile, server, ask, shelf, log };
}

test('an agent is made, listed, given a new key and revoked; its key opens with the secret beside the folder only', async () => {
  const { ask, shelf, folder, secretFile, log } = await open();
  expect((await ask('GET', '/api/agents')).json.agents).toEqual([]);
  expect(existsSync(secretFile)).toBe(false);
  const made = await ask('POST', '/api/agents', { service: 'billing', name: 'Invoices' });
  expect(made.status).toBe(201);
  const agent = made.json.agent!;
  const secret = shelf.secretKey(agent.id)!;
  expect(npubEncode(getPublicKey(secret))).toBe(agent.npub);
  expect(statSync(secretFile).mode & 0o077).toBe(0);
  const stored = readFileSync(join(folder.path, 'agents.json'), 'utf8');
  for (const form of ['hex', 'base64'] as const) {
    expect(stored).not.toContain(Buffer.from(secret).toString(form));
    expect(log.join('')).not.toContain(Buffer.from(secret).toString(form));
  }

  const rotated = (await ask('POST', `/api/agents/${agent.id}/rotate`, {})).json.agent!;
  expect(rotated).toMatchObject({ id: agent.id, name: 'Invoices', replaces: [agent.npub] });
  expect(rotated.npub).not.toBe(agent.npub);
  const twice = (await ask('POST', `/api/agents/${agent.id}/rotate`, {})).json.agent!;
  expect(twice.replaces).toEqual([agent.npub, rotated.npub]);
  expect((await ask('GET', '/api/agents')).json.agents).toEqual([twice]);

  expect((await ask('DELETE', `/api/agents/${agent.id}`)).status).toBe(200);
  expect((await ask('DELETE', `/api/agents/${agent.id}`)).status).toBe(404);
  expect((await ask('POST', `/api/agents/${agent.id}/rotate`, {})).status).toBe(404);
  expect(shelf.secretKey(agent.id)).toBeUndefined();
});

test('nobody but an administrator, and each authorization once, for this request only', async () => {
  const { ask, server, shelf } = await open();
  const wanted = { service: 'billing', name: 'Invoices' };
  expect((await fetch(new URL('/api/agents', server.url))).status).toBe(401);
  expect((await ask('GET', '/api/agents', undefined, generateSecretKey())).status).toBe(403);
  expect((await ask('POST', '/api/agents', wanted, generateSecretKey())).status).toBe(403);
  const elsewhere = await ask('POST', '/api/agents', wanted, undefined, {
    url: 'https://elsewhere.example/api/agents',
  });
  expect([elsewhere.status, elsewhere.json.error]).toEqual([401, 'the authorization is for another address']);
  const swapped = await ask('POST', '/api/agents', wanted, undefined, {
    body: JSON.stringify({ ...wanted, name: 'Mine' }),
  });
  expect([swapped.status, swapped.json.error]).toEqual([401, 'the authorization is for another body']);
  expect(shelf.list()).toEqual([]);
  const made = await ask('POST', '/api/agents', wanted);
  expect(made.status).toBe(201);
  expect(await made.again()).toBe(401);
  expect(shelf.list()).toHaveLength(1);
});

test.each([
  ['an unknown service', { service: 'weather', name: 'x' }],
  ['no name', { service: 'billing', name: ' ' }],
  ['a name without end', { service: 'billing', name: 'x'.repeat(81) }],
  ['more than was asked for', { service: 'billing', name: 'x', npub: 'npub1x' }],
  ['a list', []],
])('%s is refused and nothing is made', async (_, body) => {
  const { ask, shelf, secretFile } = await open();
  expect((await ask('POST', '/api/agents', body)).status).toBe(400);
  expect(shelf.list()).toEqual([]);
  expect(existsSync(secretFile)).toBe(false);
});

test('without the secret, or with another, no key opens and none is made over those that are there', async () => {
  const { ask, shelf, secretFile } = await open();
  const agent = (await ask('POST', '/api/agents', { service: 'fhir', name: 'School' })).json.agent!;
  const kept = readFileSync(secretFile, 'utf8');
  rmSync(secretFile);
  expect(() => shelf.secretKey(agent.id)).toThrow(DataFolderError);
  expect((await ask('POST', '/api/agents', { service: 'billing', name: 'Invoices' })).status).toBe(500);
  expect(existsSync(secretFile)).toBe(false);
  writeFileSync(secretFile, `${'0'.repeat(64)}\n`);
  expect(() => shelf.secretKey(agent.id)).toThrow(/does not open the key of the agent “School”/);
  writeFileSync(secretFile, kept);
  expect(npubEncode(getPublicKey(shelf.secretKey(agent.id)!))).toBe(agent.npub);
});
