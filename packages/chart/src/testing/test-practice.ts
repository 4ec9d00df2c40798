/** For tests: a founded practice on a real relay with SQLite, and charts opened on it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateSecretKey, getPublicKey, type NostrEvent, npubEncode, parseNsec } from '@keychart/nostr';
import { bestVerifier, nodeNip44, nodePublicKey, nodeSigner } from '@keychart/nostr/node';
import type { Role } from '@keychart/protocol';
import { createRelay, openSqliteStore, practicePolicy, type Relay } from '@keychart/relay';
import WebSocket from 'ws';
import type { Policies } from '../api/chart.ts';
import { foundPractice } from '../founding.ts';
import { type OpenChartOptions, openChart } from '../open-chart.ts';
import { memoryStore, type Store } from '../store/index.ts';

export interface TestPerson {
  readonly secret: Uint8Array;
  readonly pubkey: string;
  readonly npub: string;
}

export function testPerson(): TestPerson {
  const secret = generateSecretKey();
  const pubkey = getPublicKey(secret);
  return { secret, pubkey, npub: npubEncode(pubkey) };
}

/** Who was handed the key of a `createPatient` or `rekeyPatient`. */
export function handedOver({ nsec }: { nsec: string }): TestPerson {
  const secret = parseNsec(nsec);
  if ('error' in secret) throw new Error(secret.error);
  const pubkey = getPublicKey(secret);
  return { secret, pubkey, npub: npubEncode(pubkey) };
}

export async function startTestPractice(
  options: { now?: () => number; admins?: readonly ('doctor' | 'nurse')[]; policies?: Policies } = {},
) {
  const now = options.now ?? (() => Math.floor(Date.now() / 1000));
  const relaySecret = generateSecretKey();
  const rootSecret = generateSecretKey();
  const successorSecret = generateSecretKey();
  const staff = { doctor: testPerson(), nurse: testPerson(), frontdesk: testPerson() };
  const store = openSqliteStore(':memory:');
  const founded = await foundPractice({
    name: 'Test Pediatrics (made up)',
    timeZone: 'America/Denver',
    rootSecret,
    nextRoot: getPublicKey(successorSecret),
    admin: nodeSigner(staff.doctor.secret),
    staff: (Object.keys(staff) as (keyof typeof staff)[]).map((role) => ({
      role: role as Role,
      name: `Test ${role}`,
      pubkey: staff[role].pubkey,
      admin: (options.admins ?? ['doctor']).some((admin) => admin === role),
    })),
    ...(options.policies && { policies: options.policies }),
    at: now() - 86_400 * 365 * 10,
  });
  store.insert(founded.events.map((event) => ({ event, raw: JSON.stringify(event) })));
  const verifier = await bestVerifier();
  let port = 0;
  let running: { relay: Relay; close: () => Promise<void> } | undefined;

  async function start(): Promise<void> {
    const server = createServer();
    const relay = createRelay({
      store,
      policy: practicePolicy({ root: founded.root, secretKey: relaySecret, now }),
      verifier,
      now,
      url: () => `ws://127.0.0.1:${port}/`,
    });
    relay.attach(server);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    running = {
      relay,
      close: async () => {
        await relay.close();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }

  await start();
  const charts: { lock(): Promise<void> }[] = [];
  return {
    ...staff,
    root: founded.root,
    rootSecret,
    successorSecret,
    relaySecret,
    store,
    url: () => `ws://127.0.0.1:${port}/`,
    start,
    stop: async () => {
      await running?.close();
      running = undefined;
    },
    publish: (event: NostrEvent) => running!.relay.publish(event),
    async open(person: TestPerson, disk: Store = memoryStore(), extra: Partial<OpenChartOptions> = {}) {
      const chart = await openChart({
        signer: nodeSigner(person.secret),
        relay: { url: `ws://127.0.0.1:${port}/`, root: founded.root, self: getPublicKey(relaySecret) },
        store: disk,
        storeKey: person.secret,
        crypto: { verifier: await bestVerifier(), nip44: nodeNip44, publicKey: nodePublicKey },
        WebSocket: WebSocket as never,
        now,
        ...extra,
      });
      charts.push(chart);
      return chart;
    },
    async close() {
      await Promise.all(charts.map((chart) => chart.lock()));
      await running?.close();
      store.close();
      verifier.close();
    },
  };
}
