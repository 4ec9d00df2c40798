/** For tests: a relay on a real port with a real store, and a bare client that speaks the wire and nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type EventTemplate,
  type Filter,
  finalizeEvent,
  generateSecretKey,
  getPublicKey,
  makeAuthTemplate,
  type NostrEvent,
} from '@keychart/nostr';
import { bestVerifier } from '@keychart/nostr/node';
import { WebSocket } from 'ws';
import { createRelay, type Relay, type RelayOptions } from '../relay.ts';
import { openSqliteStore, type SqliteEventStore } from '../store/sqlite-store.ts';

export interface TestKey {
  readonly secret: Uint8Array;
  readonly pk: string;
}

export function testKey(): TestKey {
  const secret = generateSecretKey();
  return { secret, pk: getPublicKey(secret) };
}

export const seconds = (): number => Math.floor(Date.now() / 1000);

export function signed(key: TestKey, template: Partial<EventTemplate>): NostrEvent {
  return finalizeEvent({ kind: 1, created_at: seconds(), tags: [], content: '', ...template }, key.secret);
}

export interface TestRelay {
  readonly relay: Relay;
  readonly store: SqliteEventStore;
  readonly url: string;
  connect(...keys: TestKey[]): Promise<TestClient>;
  stop(): Promise<void>;
}

export async function startTestRelay(
  options: Pick<RelayOptions, 'policy'> & Partial<RelayOptions> & { path?: string },
): Promise<TestRelay> {
  const store = openSqliteStore(options.path ?? ':memory:');
  const server = createServer();
  let url = '';
  const relay = createRelay({ store, verifier: await bestVerifier(), url: () => url, ...options });
  relay.attach(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: TestClient[] = [];
  return {
    relay,
    store,
    url,
    connect: async (...keys) => {
      const client = await TestClient.open(url);
      clients.push(client);
      for (const key of keys) await client.authenticate(key);
      return client;
    },
    stop: async () => {
      for (const client of clients) client.socket.terminate();
      await relay.close();
      await new Promise((resolve) => server.close(resolve));
      store.close();
    },
  };
}

export interface StoredAnswer {
  readonly events: NostrEvent[];
  readonly complete: boolean;
  /** The reason of a CLOSED. */
  readonly closed?: string;
}

export class TestClient {
  readonly socket: WebSocket;
  readonly messages: unknown[][] = [];
  readonly url: string;
  challenge = '';
  closeCode: number | undefined;
  #waiting: { test: (message: unknown[]) => boolean; resolve: (message: unknown[]) => void }[] = [];
  #serial = 0;

  constructor(socket: WebSocket, url: string) {
    this.socket = socket;
    this.url = url;
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as unknown[];
      if (message[0] === 'AUTH') this.challenge = String(message[1]);
      const index = this.#waiting.findIndex(({ test }) => test(message));
      const found = this.#waiting[index];
      if (found) {
        this.#waiting.splice(index, 1);
        found.resolve(message);
      } else this.messages.push(message);
    });
    socket.on('close', (code) => {
      this.closeCode = code;
    });
    socket.on('error', (error) => {
      this.messages.push(['SOCKET ERROR', error.message]);
    });
  }

  static async open(url: string): Promise<TestClient> {
    const client = new TestClient(new WebSocket(url), url);
    await new Promise((resolve, reject) => {
      client.socket.once('open', resolve);
      client.socket.once('error', reject);
    });
    return client;
  }

  send(...message: unknown[]): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The first message, past or future, that passes; rejects after `ms`. */
  next(test: (message: unknown[]) => boolean, ms = 5000): Promise<unknown[]> {
    const index = this.messages.findIndex(test);
    const found = this.messages[index];
    if (found) {
      this.messages.splice(index, 1);
      return Promise.resolve(found);
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new Error(`no such message within ${ms} ms; got ${JSON.stringify(this.messages).slice(0, 2000)}`),
        );
      }, ms);
      this.#waiting.push({
        test,
        resolve: (message) => {
          clearTimeout(timer);
          resolve(message);
        },
      });
    });
  }

  async authenticate(key: TestKey): Promise<unknown[]> {
    if (!this.challenge) await this.next(([type]) => type === 'AUTH');
    const event = signed(key, makeAuthTemplate(this.url, this.challenge, seconds()));
    this.send('AUTH', event);
    return this.next(([type, id]) => type === 'OK' && id === event.id);
  }

  /** `[accepted, message]` */
  async publish(event: NostrEvent): Promise<[boolean, string]> {
    this.send('EVENT', event);
    const [, , accepted, message] = await this.next(([type, id]) => type === 'OK' && id === event.id);
    return [accepted as boolean, message as string];
  }

  async request(...filters: Filter[]): Promise<StoredAnswer> {
    this.#serial += 1;
    const id = `q${this.#serial}`;
    this.send('REQ', id, ...filters);
    const events: NostrEvent[] = [];
    for (;;) {
      const message = await this.next(([, sub]) => sub === id);
      if (message[0] === 'EVENT') events.push(message[2] as NostrEvent);
      else {
        this.send('CLOSE', id);
        if (message[0] === 'CLOSED') return { events, complete: false, closed: String(message[2]) };
        return { events, complete: JSON.stringify(message[2]) === '["finish"]' };
      }
    }
  }

  async count(...filters: Filter[]): Promise<number | string> {
    this.#serial += 1;
    const id = `c${this.#serial}`;
    this.send('COUNT', id, ...filters);
    const message = await this.next(([, sub]) => sub === id);
    return message[0] === 'COUNT' ? (message[2] as { count: number }).count : String(message[2]);
  }

  /** Opens a live subscription and returns its id once the stored events are through. */
  async subscribe(...filters: Filter[]): Promise<string> {
    this.#serial += 1;
    const id = `s${this.#serial}`;
    this.send('REQ', id, ...filters);
    await this.next(([type, sub]) => type === 'EOSE' && sub === id);
    return id;
  }

  async closed(ms = 5000): Promise<number> {
    const end = Date.now() + ms;
    while (this.closeCode === undefined && Date.now() < end) await new Promise((r) => setTimeout(r, 5));
    if (this.closeCode === undefined) throw new Error(`the socket was not closed within ${ms} ms`);
    return this.closeCode;
  }
}
