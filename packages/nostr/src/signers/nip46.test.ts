import * as nip44 from 'nostr-tools/nip44';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { relayWith, until } from '../../test/client-fixture.ts';
import type { SmallRelay } from '../../test/small-relay.ts';
import {
  checkedSigner,
  finalizeEvent,
  generateSecretKey,
  getPublicKey,
  inviteSigner,
  type NostrEvent,
  parseBunkerAddress,
  parseRelayAddress,
  REMOTE_SIGNER_KIND,
  remoteSigner,
} from '../index.ts';

const person = generateSecretKey();
const own = generateSecretKey();
const signer = getPublicKey(own);
const options = () => ({ clientKey: generateSecretKey(), WebSocket, backoff: () => 20 });

interface Answer {
  id: string;
  result?: string;
  error?: string;
}

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A signer that sits in the relay: takes requests as they come in. */
function serve(
  relay: SmallRelay,
  answer: (method: string, params: string[], id: string) => Answer[],
): string[] {
  const asked: string[] = [];
  const done = new Set<string>();
  relay.intercept = (message) => {
    const event = message[1] as NostrEvent;
    if (message[0] !== 'EVENT' || event.kind !== REMOTE_SIGNER_KIND || done.has(event.id)) return false;
    done.add(event.id);
    const key = nip44.getConversationKey(own, event.pubkey);
    const { id, method, params } = JSON.parse(nip44.decrypt(event.content, key));
    asked.push(method);
    for (const each of answer(method, params, id)) relay.deliver(reply(event.pubkey, each));
    return false;
  };
  return asked;
}

function reply(client: string, answer: object, by = own): NostrEvent {
  const content = nip44.encrypt(JSON.stringify(answer), nip44.getConversationKey(by, client));
  const created_at = Math.floor(Date.now() / 1000);
  return finalizeEvent({ kind: REMOTE_SIGNER_KIND, created_at, tags: [['p', client]], content }, by);
}

function perform(method: string, params: string[], id: string): Answer[] {
  if (method === 'connect') return [{ id, result: params[1] === 'once' ? 'ack' : 'no' }];
  if (method === 'get_public_key') return [{ id, result: getPublicKey(person) }];
  if (method === 'sign_event')
    return [{ id, result: JSON.stringify(finalizeEvent(JSON.parse(params[0] ?? ''), person)) }];
  return [{ id, error: `no ${method} here` }];
}

const template = { kind: 1, created_at: 5, tags: [], content: 'hello' };
const words = { name: 'your remote signer', advice: 'Open it.', timeout: 3000 };

describe('a remote signer', () => {
  test('is introduced with the secret of its address, and signs', async () => {
    const relay = await relayWith({ asks: false });
    const asked = serve(relay, perform);
    const far = remoteSigner({ signer, relays: [relay.url] }, options());
    opened.push(far);
    await far.connect('once');
    const checked = await checkedSigner(far, words);
    expect(await checked.getPublicKey()).toBe(getPublicKey(person));
    expect((await checked.signEvent(template)).content).toBe('hello');
    expect(asked).toEqual(['connect', 'get_public_key', 'sign_event']);
    await expect(far.connect('twice')).rejects.toThrow(/use each address once/);
    await expect(checked.nip44Encrypt(signer, 'x')).rejects.toThrow('no nip44_encrypt here');
  });

  test('answers of anybody else do not count, nor do forged ones', async () => {
    const relay = await relayWith({ asks: false });
    const stranger = generateSecretKey();
    const far = remoteSigner({ signer, relays: [relay.url] }, options());
    opened.push(far);
    relay.intercept = (message) => {
      const event = message[1] as NostrEvent;
      if (message[0] !== 'EVENT' || event.kind !== REMOTE_SIGNER_KIND) return false;
      const key = nip44.getConversationKey(own, event.pubkey);
      const { id } = JSON.parse(nip44.decrypt(event.content, key));
      const answer = { id, result: getPublicKey(stranger) };
      relay.deliver(reply(event.pubkey, answer, stranger));
      relay.deliver({ ...reply(event.pubkey, answer), sig: '0'.repeat(128) });
      relay.deliver({ ...reply(event.pubkey, answer, stranger), pubkey: signer });
      return false;
    };
    await expect(checkedSigner(far, { ...words, timeout: 300 })).rejects.toThrow(/did not answer/);
  });

  test('a request outlives the socket it was sent on', async () => {
    const relay = await relayWith({ asks: false });
    let heard = 0;
    const far = remoteSigner({ signer, relays: [relay.url] }, options());
    opened.push(far);
    relay.intercept = (message, socket) => {
      if (message[0] !== 'EVENT') return false;
      heard += 1;
      serve(relay, perform);
      socket.terminate();
      return true;
    };
    const checked = await checkedSigner(far, words);
    expect(await checked.getPublicKey()).toBe(getPublicKey(person));
    expect([heard, relay.connections]).toEqual([1, 2]);
  });

  test('a relay that is away is named, with the reason', async () => {
    const far = remoteSigner({ signer, relays: ['ws://127.0.0.1:9/'] }, options());
    opened.push(far);
    await expect(checkedSigner(far, { ...words, timeout: 300 })).rejects.toThrow(
      /ws:\/\/127\.0\.0\.1:9\/, cannot be reached/,
    );
  });

  test('a page of the signer is shown where it is https, and the answer is waited for', async () => {
    const relay = await relayWith({ asks: false });
    const shown: string[] = [];
    serve(relay, (method, params, id) => [
      { id, result: 'auth_url', error: 'javascript:alert(1)' },
      { id, result: 'auth_url', error: 'https://signer.example/allow' },
      ...perform(method, params, id),
    ]);
    const far = remoteSigner(
      { signer, relays: [relay.url] },
      { ...options(), onConfirm: (url) => shown.push(url) },
    );
    opened.push(far);
    expect(await far.getPublicKey()).toBe(getPublicKey(person));
    expect(shown).toEqual(['https://signer.example/allow']);
  });
});

describe('an invitation', () => {
  test('is taken from who read its secret, and from nobody else', async () => {
    const relay = await relayWith({ asks: false });
    const invite = inviteSigner([relay.url], { ...options(), name: 'Keychart' });
    const { host, searchParams } = new URL(invite.address.replace('nostrconnect:', 'http:'));
    await until(() => relay.received.some(([verb]) => verb === 'REQ'), 'the subscription');
    relay.deliver(reply(host, { id: 'a', result: 'guessed' }, generateSecretKey()));
    relay.deliver(reply(host, { id: 'b', result: searchParams.get('secret') }));
    expect(await invite.signer).toBe(signer);
    expect(searchParams.get('perms')).toBe('sign_event,nip44_encrypt,nip44_decrypt');
  });

  test('ends', async () => {
    const relay = await relayWith({ asks: false });
    const invite = inviteSigner([relay.url], { ...options(), name: 'Keychart', timeout: 100 });
    await expect(invite.signer).rejects.toThrow(/no signer answered|cannot be reached/);
  });
});

test.each([
  ['', /nothing was entered/],
  [`nostrconnect://${signer}?relay=wss://x`, /meant for the signer/],
  [`bunker://${signer}`, /names a relay/],
  ['bunker://npub1xyz?relay=wss://x', /public key/],
  [`bunker://${signer}?relay=https://x`, /not the address of a relay/],
  [`bunker://${signer}?secret=a`, /names no relay/],
  [`bunker://${signer}?relay=%zz`, /damaged/],
])('the address %s is refused in words', (text, reason) => {
  expect(parseBunkerAddress(text)).toEqual({ error: expect.stringMatching(reason) });
});

test('addresses are read', () => {
  const relays = 'relay=wss%3A%2F%2FOne.example&relay=wss://two.example/path&relay=wss://one.example/';
  expect(parseBunkerAddress(` bunker://${signer}?${relays}&secret=s%20s `)).toEqual({
    signer,
    relays: ['wss://one.example/', 'wss://two.example/path'],
    secret: 's s',
  });
  expect(parseRelayAddress('ws://127.0.0.1:80')).toBe('ws://127.0.0.1:80/');
  expect(parseRelayAddress('javascript:alert(1)')).toHaveProperty('error');
});
