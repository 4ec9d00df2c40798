import { describe, expect, it } from 'vitest';
import { cheap, client, made, NOW, relayWith, secret, until } from '../../test/client-fixture.ts';
import { smallRelay } from '../../test/small-relay.ts';
import {
  generateSecretKey,
  getPublicKey,
  localSigner,
  type NostrEvent,
  OfflineError,
  type RelayClient,
  RelayClosedError,
  type RelayStatus,
} from '../index.ts';

async function all(relayClient: RelayClient, filters = [{}]): Promise<{ ids: string[]; complete: boolean }> {
  const ids: string[] = [];
  const { complete } = await relayClient.query(filters, (events) => {
    for (const { id } of events) ids.push(id);
  });
  return { ids, complete };
}

const sorted = (ids: string[]) => [...ids].sort();

describe('connecting', () => {
  it('proves every key before it sends anything else, and tells its state', async () => {
    const relay = await relayWith();
    const other = generateSecretKey();
    const states: RelayStatus[] = [];
    const relayClient = client(relay, { signers: [localSigner(secret), localSigner(other)] });
    relayClient.onState(({ status }) => states.push(status));
    const asked = relayClient.count([{}]);
    const published = relayClient.publish(made(NOW));
    await Promise.all([asked, published]);
    const verbs = relay.received.map(([verb]) => verb);
    expect(verbs.slice(0, 2)).toEqual(['AUTH', 'AUTH']);
    expect(verbs.slice(2).sort()).toEqual(['COUNT', 'EVENT']);
    const keys = relay.received.slice(0, 2).map(([, event]) => (event as NostrEvent).pubkey);
    expect(sorted(keys)).toEqual(sorted([getPublicKey(secret), getPublicKey(other)]));
    expect(states).toEqual(['authenticating', 'live']);
    await relayClient.close();
    expect(relayClient.state.status).toBe('closed');
    await expect(relayClient.count([{}])).rejects.toThrow(OfflineError);
  });

  it('refuses a relay that never asks who we are, and sends it nothing', async () => {
    const relay = await relayWith({ asks: false });
    const relayClient = client(relay, { authTimeout: 60 });
    await expect(relayClient.publish(made(NOW))).rejects.toThrow('did not ask who we are');
    expect(relayClient.state.status).toBe('refused');
    expect(relay.received).toEqual([]);
  });

  it('talks to such a relay when told to', async () => {
    const relay = await relayWith({ asks: false });
    const relayClient = client(relay, { requireAuth: false });
    expect(await relayClient.publish(made(NOW))).toEqual({ accepted: true, message: '' });
  });

  it('says why it was refused', async () => {
    const relay = await relayWith({ authAnswer: 'restricted: you are not on the roster' });
    const relayClient = client(relay);
    await until(() => relayClient.state.status === 'refused', 'refused');
    expect(relayClient.state.detail).toContain('restricted: you are not on the roster');
    expect(relay.received.map(([verb]) => verb)).toEqual(['AUTH']);
  });

  it('names a clock that is ten minutes off', async () => {
    const relay = await relayWith();
    const relayClient = client(relay, { now: () => NOW - 700 });
    await until(() => relayClient.state.status === 'refused', 'refused');
    expect(relayClient.state.detail).toContain('12 minutes behind: set the clock of your device');
  });

  it('does not wait for an answer to AUTH for ever', async () => {
    const relay = await relayWith({ authAnswer: 'silence' });
    const relayClient = client(relay, { authTimeout: 60 });
    await until(() => relayClient.state.status === 'refused', 'refused');
    expect(relayClient.state.detail).toContain('it did not answer');
  });

  it('says that access was taken away, and is back when it was not', async () => {
    const relay = await relayWith();
    const relayClient = client(relay);
    const details: string[] = [];
    relayClient.onState(({ status, detail }) => details.push(`${status} ${detail}`.trim()));
    await until(() => relayClient.state.status === 'live', 'live');
    for (const socket of relay.sockets) socket.close(4000, 'restricted: the roster has changed');
    await until(() => details.length === 3, 'refused');
    expect(details[2]).toBe('refused the relay closed the connection: restricted: the roster has changed');
    await until(() => relayClient.state.status === 'live', 'live again');
  });

  it('is offline without a relay, and live when one appears', async () => {
    const gone = await smallRelay();
    await gone.close();
    const relayClient = client(gone);
    await until(() => relayClient.state.status === 'offline', 'offline');
    expect(relayClient.state.detail).toBe('the relay cannot be reached');
    await relayWith({ port: gone.port });
    await until(() => relayClient.state.status === 'live', 'live');
  });

  it('authenticates late for a relay that asks only when it must', async () => {
    const relay = await relayWith({ lazyAuth: true });
    const relayClient = client(relay, { requireAuth: false });
    expect(await relayClient.publish(made(NOW))).toEqual({ accepted: true, message: '' });
    expect((await all(relayClient)).ids).toHaveLength(1);
  });

  it('gives up a socket that fell silent', async () => {
    const relay = await relayWith();
    const relayClient = client(relay, { heartbeat: 150 });
    await until(() => relayClient.state.status === 'live', 'live');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(relay.connections).toBe(1);
    relay.intercept = ([verb]) => verb === 'REQ';
    await until(() => relay.connections > 1, 'a second connection');
  });
});

describe('publishing', () => {
  it('resolves with OK only, and passes on a refusal', async () => {
    const relay = await relayWith();
    const relayClient = client(relay);
    relay.intercept = (message, socket) => {
      if (message[0] !== 'EVENT') return false;
      const { id, content } = message[1] as NostrEvent;
      if (content !== 'no') return false;
      socket.send(JSON.stringify(['OK', id, false, 'blocked: records are append-only']));
      return true;
    };
    expect(await relayClient.publish(made(NOW, 'no'))).toEqual({
      accepted: false,
      reason: 'blocked: records are append-only',
    });
    const event = made(NOW, 'yes');
    const both = await Promise.all([relayClient.publish(event), relayClient.publish(event)]);
    expect(both).toEqual([
      { accepted: true, message: '' },
      { accepted: true, message: '' },
    ]);
    expect(relay.events).toHaveLength(1);
  });

  it('rejects when the socket goes before OK', async () => {
    const relay = await relayWith({ noOk: true });
    const relayClient = client(relay);
    const publishing = relayClient.publish(made(NOW));
    await until(() => relay.received.some(([verb]) => verb === 'EVENT'), 'the event');
    for (const socket of relay.sockets) socket.terminate();
    await expect(publishing).rejects.toThrow(OfflineError);
  });

  it('rejects and reconnects when OK never arrives', async () => {
    const relay = await relayWith({ noOk: true });
    const relayClient = client(relay, { answerTimeout: 80 });
    await expect(relayClient.publish(made(NOW))).rejects.toThrow('did not answer an event with OK');
    await until(() => relay.connections === 2 && relayClient.state.status === 'live', 'a new connection');
  });
});

describe('querying', () => {
  it.each([
    { hints: true, cap: 500 },
    { hints: true, cap: 120 },
    { hints: false, cap: 500 },
    { hints: false, cap: 120 },
  ])('gets everything: %o', async (options) => {
    const relay = await relayWith(options);
    for (let n = 0; n < 1_300; n++) relay.events.push(cheap(NOW - Math.floor(n / 3)));
    const relayClient = client(relay);
    const { ids, complete } = await all(relayClient);
    expect(complete).toBe(true);
    expect(ids).toHaveLength(1_300);
    expect(new Set(ids).size).toBe(1_300);
    const recent = await all(relayClient, [{ since: NOW - 50, until: NOW - 10 } as object]);
    expect(recent).toMatchObject({ complete: true, ids: { length: 41 * 3 } });
  });

  it('one answer that says "finish" is one question', async () => {
    const relay = await relayWith();
    for (let n = 0; n < 40; n++) relay.events.push(cheap(NOW - n));
    await all(client(relay));
    expect(relay.received.filter(([verb]) => verb === 'REQ')).toHaveLength(1);
  });

  it.each([{ hints: true }, { hints: false }])(
    'gets 1,700 events of one second, and what is older: %o',
    async ({ hints }) => {
      const relay = await relayWith({ hints, cap: 100_000 });
      for (let n = 0; n < 1_700; n++) relay.events.push(cheap(NOW));
      for (let n = 0; n < 700; n++) relay.events.push(cheap(NOW - 100 - n));
      const { ids, complete } = await all(client(relay));
      expect(complete).toBe(true);
      expect(new Set(ids).size).toBe(2_400);
      expect(ids).toHaveLength(2_400);
    },
  );

  it('splits a second that a capped relay cannot give at once, or says that it could not', async () => {
    const relay = await relayWith({ hints: false, cap: 300 });
    for (let n = 0; n < 800; n++) relay.events.push(cheap(NOW, 1 + (n % 4)));
    relay.events.push(cheap(NOW - 5, 2));
    const relayClient = client(relay);
    const split = await all(relayClient, [{ kinds: [1, 2, 3, 4] } as object]);
    expect(split.complete).toBe(true);
    expect(new Set(split.ids).size).toBe(801);
    const cut = await all(relayClient);
    expect(cut.complete).toBe(false);
    expect(cut.ids).toHaveLength(301);
  });

  it('honours the limit of the caller, and gives an event that two filters match once', async () => {
    const relay = await relayWith({ cap: 50 });
    for (let n = 0; n < 300; n++) relay.events.push(cheap(NOW - n, 1 + (n % 2)));
    const relayClient = client(relay);
    const limited = await all(relayClient, [{ limit: 120 } as object]);
    expect(limited.ids).toEqual(relay.events.slice(0, 120).map(({ id }) => id));
    const twice = await all(relayClient, [{ kinds: [1] } as object, {}]);
    expect(twice.ids).toHaveLength(300);
  });

  it('waits for the reader between pages, and passes on its error', async () => {
    const relay = await relayWith({ cap: 50 });
    for (let n = 0; n < 200; n++) relay.events.push(cheap(NOW - n));
    const relayClient = client(relay);
    let busy = 0;
    await relayClient.query([{}], async () => {
      busy += 1;
      expect(busy).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 10));
      busy -= 1;
    });
    const failing = relayClient.query([{}], () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
  });

  it('rejects when the socket dies in the middle, and works again afterwards', async () => {
    const relay = await relayWith({ cap: 50 });
    for (let n = 0; n < 200; n++) relay.events.push(cheap(NOW - n));
    const relayClient = client(relay);
    let pages = 0;
    const query = relayClient.query([{}], () => {
      pages += 1;
      if (pages === 2) for (const socket of relay.sockets) socket.terminate();
    });
    await expect(query).rejects.toThrow(OfflineError);
    await until(() => relayClient.state.status === 'live' && relay.connections === 2, 'live again');
    expect((await all(relayClient)).ids).toHaveLength(200);
  });

  it('rejects with the reason when the relay closes the question, and stops when aborted', async () => {
    const relay = await relayWith({ cap: 50 });
    for (let n = 0; n < 200; n++) relay.events.push(cheap(NOW - n));
    const relayClient = client(relay);
    const abort = new AbortController();
    const answer = await relayClient.query([{}], () => abort.abort(), { signal: abort.signal });
    expect(answer).toEqual({ complete: false });
    relay.intercept = ([verb, id], socket) => {
      if (verb !== 'REQ') return false;
      socket.send(JSON.stringify(['CLOSED', id, 'restricted: not your chart']));
      return true;
    };
    const refused = relayClient.query([{}], () => undefined);
    await expect(refused).rejects.toThrow(RelayClosedError);
    await expect(refused).rejects.toThrow('restricted: not your chart');
  });

  it('hands out nothing that was not asked for, is malformed, or belongs to another question', async () => {
    const relay = await relayWith();
    const relayClient = client(relay);
    const wanted = cheap(NOW, 7);
    relay.intercept = ([verb, id], socket) => {
      if (verb !== 'REQ') return false;
      const say = (...message: unknown[]) => socket.send(JSON.stringify(message));
      socket.send('not json');
      socket.send('{"a":1}');
      socket.send(Buffer.from([1, 2, 3]));
      say('EVENT', id, cheap(NOW, 8));
      say('EVENT', id, { ...wanted, kind: '7' });
      say('EVENT', id, { ...wanted, extra: 1 });
      say('EVENT', 'somebody', cheap(NOW, 7));
      say('EOSE', id, ['finish', 'future']);
      return true;
    };
    const pages: NostrEvent[] = [];
    await relayClient.query([{ kinds: [7] }], (events) => void pages.push(...events));
    expect(pages).toEqual([wanted]);
  });
});
