import { describe, expect, it } from 'vitest';
import { generateSecretKey, getPublicKey, localSigner, type Signer, verifyEvent } from '../index.ts';
import { nodeSigner } from '../node/index.ts';

const secret = generateSecretKey();
const peer = generateSecretKey();
const makers: [string, (key: Uint8Array) => Signer][] = [
  ['localSigner', (key) => localSigner(key)],
  ['nodeSigner', nodeSigner],
];
const template = { kind: 1, created_at: 1, tags: [], content: 'x' };

describe.each(makers)('%s', (_name, make) => {
  it('signs one and many', async () => {
    const signer = make(secret);
    expect(await signer.getPublicKey()).toBe(getPublicKey(secret));
    expect(verifyEvent(await signer.signEvent(template))).toBeDefined();
    const many = await signer.signEvents([template, { ...template, content: 'y' }]);
    expect(many.map((event) => [event.content, verifyEvent(event) !== undefined])).toEqual([
      ['x', true],
      ['y', true],
    ]);
    await expect(signer.signEvents([template, { ...template, kind: -1 }])).rejects.toThrow('kind');
  });

  it('talks to its peer, whatever made the other side', async () => {
    const signer = make(secret);
    const other = localSigner(peer);
    const payload = await signer.nip44Encrypt(getPublicKey(peer), 'hi');
    expect(await other.nip44Decrypt(getPublicKey(secret), payload)).toBe('hi');
    expect(await signer.nip44Decrypt(getPublicKey(peer), payload)).toBe('hi');
    const notOnCurve = 'eefdea4cdb677750a420fee807eacf21eb9898ae79b9768766e4faa04a2d4a34';
    await expect(signer.nip44Encrypt(notOnCurve, 'hi')).rejects.toThrow();
    await expect(signer.nip44Encrypt('ABC', 'hi')).rejects.toThrow('peer');
  });

  it('answers a batch item by item', async () => {
    const signer = make(secret);
    const to = getPublicKey(peer);
    const sent = await signer.nip44EncryptAll([
      { peer: to, text: 'a' },
      { peer: to, text: '' },
      { peer: 'x', text: 'b' },
    ]);
    expect(sent.map((item) => item instanceof Error)).toEqual([false, true, true]);
    const opened = await signer.nip44DecryptAll([
      { peer: to, payload: 'junk' },
      { peer: to, payload: sent[0] as string },
    ]);
    expect(opened[0]).toBeInstanceOf(Error);
    expect(opened[1]).toBe('a');
  });

  it('forgets its key and leaves the caller’s alone', async () => {
    const key = generateSecretKey();
    const copy = key.slice();
    const signer = make(key);
    signer.close();
    expect(key).toEqual(copy);
    await expect(signer.signEvent(template)).rejects.toThrow('closed');
    await expect(signer.nip44Encrypt(getPublicKey(peer), 'x')).rejects.toThrow('closed');
    expect(() => make(new Uint8Array(32))).toThrow();
  });
});
