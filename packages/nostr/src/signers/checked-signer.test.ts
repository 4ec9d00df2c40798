import { describe, expect, test } from 'vitest';
import {
  checkedSigner,
  type EventTemplate,
  type FarSigner,
  finalizeEvent,
  generateSecretKey,
  getPublicKey,
  localSigner,
  SignerUnavailableError,
  unwrap,
  wrongExtension,
} from '../index.ts';

const secret = generateSecretKey();
const pubkey = getPublicKey(secret);
const own = localSigner(secret);
const options = { name: 'the signer', advice: 'Open it.', timeout: 50 };
const template = { kind: 1, created_at: 5, tags: [['t', 'x']], content: 'hello' };

const far = (changes: Partial<FarSigner> = {}): FarSigner => ({
  getPublicKey: own.getPublicKey,
  signEvent: own.signEvent,
  nip44Encrypt: own.nip44Encrypt,
  nip44Decrypt: own.nip44Decrypt,
  ...changes,
});
const never = () => new Promise<never>(() => undefined);

describe('a signer elsewhere', () => {
  test('is a signer like any other', async () => {
    const signer = await checkedSigner(far(), options);
    expect(await signer.signEvents([template, { ...template, content: 'y' }])).toHaveLength(2);
    const peer = getPublicKey(generateSecretKey());
    const payloads = await signer.nip44EncryptAll([{ peer, text: 'one' }]);
    expect(await signer.nip44DecryptAll([{ peer, payload: String(payloads[0]) }])).toEqual(['one']);
    signer.close();
    await expect(signer.signEvent(template)).rejects.toThrow('closed');
  });

  test('is asked one thing at a time, and for its key once', async () => {
    let open = 0;
    let most = 0;
    let asked = 0;
    const slow = async (event: EventTemplate) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return own.signEvent(event);
    };
    const getKey = () => {
      asked += 1;
      return own.getPublicKey();
    };
    const signer = await checkedSigner(far({ signEvent: slow, getPublicKey: getKey }), options);
    await Promise.all([1, 2, 3].map(() => signer.signEvent(template)));
    await signer.getPublicKey();
    expect([most, asked]).toEqual([1, 1]);
  });

  const lies: readonly (readonly [string, Partial<FarSigner>, RegExp])[] = [
    ['another text', { signEvent: (event) => own.signEvent({ ...event, content: 'bye' }) }, /changed what/],
    ['another time', { signEvent: (event) => own.signEvent({ ...event, created_at: 6 }) }, /changed what/],
    ['another key', { signEvent: async (event) => finalizeEvent(event, generateSecretKey()) }, /another key/],
    [
      'a signature of something else',
      { signEvent: async (event) => ({ ...(await own.signEvent(event)), sig: '0'.repeat(128) }) },
      /signature that is wrong/,
    ],
    ['no event', { signEvent: async () => 'signed!' }, /not an event/],
  ];
  test.each(lies)('does not get %s past', async (_, changes, words) => {
    const signer = await checkedSigner(far(changes), options);
    await expect(signer.signEvent(template)).rejects.toThrow(words);
    await expect(signer.signEvent(template)).rejects.toBeInstanceOf(SignerUnavailableError);
  });

  test('home-made encryption is not taken for NIP-44', async () => {
    const homeMade = far({ nip44Encrypt: async () => Buffer.alloc(200, 7).toString('base64') });
    const signer = await checkedSigner(homeMade, options);
    await expect(signer.nip44Encrypt(pubkey, 'x')).rejects.toThrow('NIP-44 version 2');
  });

  test('a key that is none, or another than expected, is refused', async () => {
    const offCurve = 'f'.repeat(64);
    await expect(checkedSigner(far({ getPublicKey: async () => offCurve }), options)).rejects.toThrow(
      'is none',
    );
    const expected = getPublicKey(generateSecretKey());
    await expect(checkedSigner(far(), { ...options, pubkey: expected })).rejects.toThrow('another person');
  });

  test('silence ends, and says what to do or what is in the way', async () => {
    const signer = await checkedSigner(far({ signEvent: never }), options);
    await expect(signer.signEvent(template)).rejects.toThrow(/did not answer within .*Open it\./);
    const cut = await checkedSigner(far({ signEvent: never, trouble: 'its relay is away.' }), options);
    await expect(cut.signEvent(template)).rejects.toThrow(/^its relay is away\.$/);
    await expect(signer.nip44Encrypt(pubkey, 'x'), 'the next question is asked').resolves.toBeTruthy();
  });

  test('a refusal leaves a gift wrap to be opened later; a damaged wrap is final', async () => {
    const wrap = { ...finalizeEvent({ ...template, kind: 1059, content: 'x' }, secret) };
    const refusing = await checkedSigner(
      far({ nip44Decrypt: () => Promise.reject(new Error('User rejected')) }),
      options,
    );
    await expect(unwrap(wrap, refusing)).rejects.toBeInstanceOf(SignerUnavailableError);
    expect(await unwrap(wrap, await checkedSigner(far(), options))).toHaveProperty('error');
  });
});

test('an extension that cannot do enough is named', () => {
  const whole = { getPublicKey: own.getPublicKey, signEvent: own.signEvent };
  expect(wrongExtension(undefined)).toMatch(/no key extension/);
  expect(wrongExtension(whole)).toMatch(/too old/);
  expect(wrongExtension({ ...whole, nip44: { encrypt: never, decrypt: never } })).toBeUndefined();
});
