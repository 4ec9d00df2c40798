import { describe, expect, it } from 'vitest';
import { cheap, client, NOW, relayWith, until } from '../../test/client-fixture.ts';
import type { NostrEvent } from '../index.ts';

describe('subscribing', () => {
  it('delivers stored, live, and after a reconnect what came meanwhile, each once', async () => {
    const relay = await relayWith({ cap: 10 });
    for (let n = 0; n < 35; n++) relay.events.push(cheap(NOW - n));
    const got: string[] = [];
    let stored = 0;
    const relayClient = client(relay);
    const subscription = relayClient.subscribe([{ kinds: [1] }], {
      onEvent: ({ id }) => got.push(id),
      onStored: () => stored++,
    });
    await until(() => stored === 1, 'what is stored');
    expect(got).toHaveLength(35);
    relay.deliver(cheap(NOW));
    await until(() => got.length === 36, 'a live event');

    for (const socket of relay.sockets) socket.terminate();
    // Written offline yesterday, arriving while we are away; more of them than one answer holds.
    for (let n = 0; n < 25; n++) relay.events.push(cheap(NOW - 86_400 - n));
    await until(() => stored === 2, 'what was missed');
    expect(got).toHaveLength(61);
    expect(new Set(got).size).toBe(61);

    subscription.update([{ kinds: [2] }]);
    await until(() => stored === 3, 'the new filter');
    relay.deliver(cheap(NOW, 2));
    relay.deliver(cheap(NOW, 1));
    await until(() => got.length === 62, 'an event of the new filter');
    subscription.close();
    await relayClient.count([{}]);
    relay.deliver(cheap(NOW, 2));
    await relayClient.count([{}]);
    expect(got).toHaveLength(62);
  });

  it('asks from before the gap after a reconnect, even if it had asked for nothing stored', async () => {
    const relay = await relayWith();
    const got: NostrEvent[] = [];
    let stored = 0;
    const relayClient = client(relay, { overlap: 600 });
    relayClient.subscribe([{ kinds: [1], limit: 0 }], {
      onEvent: (event) => got.push(event),
      onStored: () => stored++,
    });
    await until(() => stored === 1, 'the start');
    for (const socket of relay.sockets) socket.terminate();
    relay.events.push(cheap(NOW - 300), cheap(NOW - 5_000));
    await until(() => stored === 2, 'what was missed');
    expect(got.map(({ created_at }) => created_at)).toEqual([NOW - 300]);
  });

  it('says that the relay ended it, and tries again after the next reconnect', async () => {
    const relay = await relayWith();
    const relayClient = client(relay);
    const reasons: string[] = [];
    let stored = 0;
    relay.intercept = ([verb, id], socket) => {
      if (verb !== 'REQ') return false;
      socket.send(JSON.stringify(['CLOSED', id, 'restricted: removed']));
      return true;
    };
    relayClient.subscribe([{}], {
      onEvent: () => undefined,
      onStored: () => stored++,
      onClosed: (reason) => reasons.push(reason),
    });
    await until(() => reasons.length === 1, 'the reason');
    expect(reasons).toEqual(['restricted: removed']);
    relay.intercept = undefined;
    for (const socket of relay.sockets) socket.terminate();
    await until(() => stored === 1, 'the second try');
  });
});
