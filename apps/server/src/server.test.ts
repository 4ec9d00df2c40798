/** The server through its front door: real sockets, real SQLite, built apps stood in for by a few files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { connectRelay, getPublicKey, localSigner, type NostrEvent } from '@keychart/nostr';
import { CHARTER, parseConnection } from '@keychart/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { agentShelf } from './agents/agent-shelf.ts';
import { buildApp } from './build-app.ts';
import { type Config, readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { createSetUp } from './set-up/set-up.ts';
import { type RunningServer, StartError, startServer } from './start-server.ts';
import { emptyFolder, type PracticeFolder, practiceFolder } from './testing/practice-folder.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const lines: string[] = [];
const sink = new Writable({
  write: (chunk, _, done) => {
    lines.push(String(chunk));
    done();
  },
});

function config(dataDir: string, env: Record<string, string> = {}): Config {
  const result = readConfig({ PORT: '0', DATA_DIR: dataDir, ...env });
  if (!result.ok) throw new Error(result.problems.join());
  return result.config;
}

async function start(dataDir: string, env: Record<string, string> = {}): Promise<RunningServer> {
  const built = mkdtempSync(join(tmpdir(), 'keychart-apps-'));
  for (const app of ['ehr', 'portal']) {
    mkdirSync(join(built, app, 'assets'), { recursive: true });
    writeFileSync(join(built, app, 'index.html'), `<!doctype html><title>${app}</title>`);
    writeFileSync(join(built, app, 'sw.js'), '// worker');
    writeFileSync(join(built, app, 'assets', 'index-Ab12Cd34.js'), 'export {};');
  }
  const webApps = ['ehr', 'portal'].map((name) => ({ name, folder: join(built, name) }));
  const server = await startServer({
    config: config(dataDir, env),
    log: createLogger('debug', sink),
    webApps,
  });
  ends.push(
    () => rmSync(built, { recursive: true, force: true }),
    () => server.close(),
  );
  return server;
}

function practice(name?: string): PracticeFolder {
  const made = practiceFolder(name);
  ends.push(made.remove);
  return made;
}

const nostr = { headers: { accept: 'application/nostr+json' } };
const get = (server: RunningServer, path: string, init: RequestInit = {}) =>
  fetch(new URL(path, server.url), { redirect: 'manual', ...init });

/** Reads the charter as the doctor; the ids it got. */
async function readCharter(url: string, doctor: Uint8Array): Promise<string[]> {
  const client = connectRelay(url, { signers: [localSigner(doctor)], WebSocket });
  const events: NostrEvent[] = [];
  try {
    await waitForLive(client);
    await client.query([{ kinds: [CHARTER] }], (page) => {
      events.push(...page);
    });
  } finally {
    await client.close();
  }
  return events.map(({ id }) => id);
}

function waitForLive(client: ReturnType<typeof connectRelay>): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (client.state.status === 'live') resolve();
      if (client.state.status === 'refused') reject(new Error(JSON.stringify(client.state)));
    };
    client.onState(look);
    look();
  });
}

describe('a running practice', () => {
  let made: PracticeFolder;
  let server: RunningServer;
  beforeEach(async () => {
    made = practice('Meadow <b>Pediatrics</b>');
    server = await start(made.folder.path);
  });

  test('answers NIP-11 to any page', async () => {
    const response = await get(server, '/', nostr);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/nostr+json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const info = (await response.json()) as Record<string, unknown>;
    expect(info).toMatchObject({
      self: made.folder.relayKey().pubkey,
      practice: { name: 'Meadow <b>Pediatrics</b>', root: made.root },
      limitation: { auth_required: true },
    });
    expect(info.supported_nips).toContain(67);
  });

  test('shows people the doors, escaped', async () => {
    const response = await get(server, '/', { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect(page).toContain('href="/ehr/"');
    expect(page).toContain('href="/portal/"');
    expect(page).toContain('Meadow &lt;b&gt;Pediatrics&lt;/b&gt;');
    expect(page).not.toContain('<b>Pediatrics');
    expect(page).not.toContain('<script');
    const shown = parseConnection(/nostr\+ehr:[^<\s]+/.exec(page)![0].replaceAll('&amp;', '&'));
    expect(shown).toMatchObject({ ok: true, value: { root: made.root, relay: server.localRelayUrl } });
  });

  test('is healthy and ready', async () => {
    expect((await get(server, '/healthz')).status).toBe(200);
    expect(await (await get(server, '/readyz')).json()).toEqual({ status: 'ready' });
  });

  test('serves the apps: hashed files for ever, pages afresh, unknown paths by the page', async () => {
    const cache = async (path: string) => (await get(server, path)).headers.get('cache-control');
    expect(await cache('/ehr/assets/index-Ab12Cd34.js')).toBe('public, max-age=31536000, immutable');
    expect(await cache('/ehr/')).toBe('no-cache');
    expect(await cache('/portal/sw.js')).toBe('no-cache');
    const deep = await get(server, '/portal/record/vitals');
    expect(deep.status).toBe(200);
    expect(await deep.text()).toContain('<title>portal');
    expect((await get(server, '/ehr/assets/gone-12345678.js')).status).toBe(404);
    expect((await get(server, '/ehr')).headers.get('location')).toBe('/ehr/');
    expect((await get(server, '/ehr/..%2f..%2fsettings.json')).status).not.toBe(200);
  });

  test('puts the security headers on every answer', async () => {
    for (const path of ['/', '/ehr/', '/ehr/assets/index-Ab12Cd34.js', '/healthz', '/none', '/%E0%A4%A']) {
      const { headers } = await get(server, path);
      const csp = headers.get('content-security-policy') ?? '';
      expect(csp, path).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(csp, path).toContain("frame-ancestors 'none'");
      expect(csp, path).not.toMatch(/script-src[^;]*unsafe-inline|\*/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('strict-transport-security'), path).toBeNull();
    }
  });

  test('speaks Nostr at / and nowhere else', async () => {
    expect(await readCharter(server.localRelayUrl, made.doctor)).toHaveLength(1);
    const elsewhere = new WebSocket(`${server.localRelayUrl}relay`);
    const status = await new Promise((resolve) => {
      elsewhere.on('unexpected-response', (_, response) => resolve(response.statusCode));
      elsewhere.on('error', () => undefined);
    });
    expect(status).toBe(404);
  });

  test('logs neither keys nor query strings nor whole addresses', async () => {
    lines.length = 0;
    await get(server, '/none?token=s3cret');
    await readCharter(server.localRelayUrl, made.doctor);
    await server.close();
    const log = lines.join('');
    expect(log).toContain('"status":404');
    for (const hidden of ['s3cret', '/none', getPublicKey(made.doctor), made.root, '127.0.0.1', 'charter']) {
      expect(log).not.toContain(hidden);
    }
  });

  test('refuses a second server on the same folder, and one on the same port', async () => {
    await expect(start(made.folder.path)).rejects.toThrow(/a server already works on/);
    const other = practice();
    const port = new URL(server.url).port;
    await expect(start(other.folder.path, { PORT: port })).rejects.toThrow(StartError);
    await expect(start(other.folder.path, { PORT: port })).rejects.toThrow(/is in use/);
  });

  test('starts again on the same folder with the same keys', async () => {
    const self = made.folder.relayKey().pubkey;
    await server.close();
    const again = await start(made.folder.path);
    expect(await (await get(again, '/', nostr)).json()).toMatchObject({ self });
  });
});

test('behind a proxy: AUTH names the public address, pages get HSTS', async () => {
  const made = practice();
  const server = await start(made.folder.path, { PUBLIC_URL: 'https://practice.example' });
  expect(server.url).toBe('https://practice.example/');
  expect(server.connection()).toContain('nostr+ehr://practice.example?');
  const response = await fetch(server.localRelayUrl.replace(/^ws/, 'http'));
  expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000');
  expect(response.headers.get('content-security-policy')).toContain('wss://practice.example/');
  expect(await readCharter(server.localRelayUrl, made.doctor)).toHaveLength(1);
});

test('pages may reach the relays of remote signers that the operator names, and no other host', async () => {
  const made = practice();
  const reachable = async (env: Record<string, string>) => {
    const server = await start(made.folder.path, env);
    const csp = (await get(server, '/')).headers.get('content-security-policy') ?? '';
    const info = (await (await get(server, '/', nostr)).json()) as { practice: unknown };
    await server.close();
    return { sources: /connect-src ([^;]*)/.exec(csp)?.[1] ?? '', practice: info.practice };
  };
  const named = await reachable({ SIGNER_RELAYS: 'wss://signer.example' });
  expect(named.sources).toContain(' wss://signer.example/');
  expect(named.practice).toMatchObject({ signer_relays: ['wss://signer.example/'] });
  const none = await reachable({});
  expect(none.sources).toMatch(/^'self'( ws:\/\/(127\.0\.0\.1|localhost):\d+\/)+$/);
  expect(none.practice).toMatchObject({ signer_relays: [] });
});

test('a first start offers the ways to a practice and opens it when it is there', async () => {
  const { folder, remove } = emptyFolder();
  ends.push(remove);
  const server = await start(folder.path);
  const page = await (await get(server, '/')).text();
  expect(page).toContain('npm run demo');
  expect(page).toContain('npm run keychart -- setup');
  expect((await get(server, '/readyz')).status).toBe(503);
  expect((await get(server, '/', nostr)).status).toBe(503);
  const socket = new WebSocket(server.localRelayUrl);
  await new Promise((resolve) => socket.on('error', resolve));

  folder.saveSettings({ v: 1, root: 'ab'.repeat(32), name: 'Brook', timeZone: 'UTC', demo: false });
  expect((await get(server, '/readyz')).status).toBe(200);
  expect(await (await get(server, '/')).text()).toContain('<h1>Brook</h1>');
});

test('damaged settings stop the start', async () => {
  const { folder, remove } = emptyFolder();
  ends.push(remove);
  writeFileSync(join(folder.path, 'settings.json'), '{}');
  await expect(start(folder.path)).rejects.toThrow(/settings\.json is damaged/);
});

test('every route is denied unless it is on the public list, those of administrators without an authorization', async () => {
  const publicRoutes = ['/', '/ehr', '/ehr/*', '/healthz', '/portal', '/portal/*', '/readyz', '/robots.txt'];
  const adminRoutes = ['/api/agents', '/api/agents/:id', '/api/agents/:id/rotate'];
  const routes: { method: string | string[]; url: string }[] = [];
  const guarded = ['/api/setup', '/api/setup/code'];
  const practice = {
    current: () => undefined,
    connection: () => undefined,
    handleUpgrade: () => undefined,
    close: async () => undefined,
  };
  const { folder, remove } = emptyFolder();
  ends.push(remove);
  const app = await buildApp({
    practice,
    setUp: createSetUp({ folder, practice, log: createLogger('silent') }),
    agents: agentShelf(folder, join(folder.path, 'nowhere')),
    webApps: ['ehr', 'portal'].map((name) => ({ name, folder: '/nowhere' })),
    log: createLogger('silent'),
    instance: 'test',
    addresses: () => ({ url: 'http://x/', relayUrl: 'ws://x/', relayUrls: ['ws://x/'] }),
    behindProxy: false,
    onRoute: (route) => routes.push(route),
  });
  ends.push(() => app.close());
  app.get('/forgotten', () => 'a secret');
  app.post('/forgotten', () => 'a secret');
  await app.ready();
  expect([...new Set(routes.map(({ url }) => url))].sort()).toEqual(
    [...publicRoutes, ...guarded, ...adminRoutes, '/forgotten'].sort(),
  );
  for (const { method, url } of routes) {
    for (const each of [method].flat()) {
      const path = url.replace('*', 'x');
      const { statusCode } = await app.inject({ method: each as 'GET', url: path });
      if (publicRoutes.includes(url)) expect(statusCode, `${each} ${url}`).not.toBe(401);
      else expect(statusCode, `${each} ${url}`).toBe(401);
    }
  }
});
