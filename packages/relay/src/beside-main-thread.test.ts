import { finalizeEvent, generateSecretKey, nobleVerifier } from '@keychart/nostr';
import { nativeVerifier } from '@keychart/nostr/node';
import { expect, test } from 'vitest';
import { besideMainThread } from './beside-main-thread.ts';

const secret = generateSecretKey();
const events = Array.from({ length: 60 }, (_, n) => {
  const event = finalizeEvent({ kind: 1, created_at: n, tags: [], content: `é ${n}` }, secret);
  if (n % 5 === 1) event.content += '!';
  if (n % 5 === 2) event.sig = `${event.sig.slice(0, -2)}${event.sig.endsWith('00') ? '01' : '00'}`;
  if (n % 5 === 3) event.pubkey = 'f'.repeat(64);
  return event;
});

test('the same answers, in order, for small and large batches at once', async (context) => {
  const native = await nativeVerifier();
  if (!native) return context.skip('the native library is not installed');
  const verifier = besideMainThread(native);
  const wanted = await nobleVerifier().verify(events);
  const batches = [events, events.slice(0, 30), events.slice(0, 3), events.slice(30)];
  const answers = await Promise.all(batches.map((batch) => verifier.verify(batch)));
  expect(answers).toEqual([wanted, wanted.slice(0, 30), wanted.slice(0, 3), wanted.slice(30)]);
  verifier.close();
  expect(await verifier.verify(events)).toEqual(wanted);
});

test('any other verifier is used as it is', async () => {
  const verifier = besideMainThread(nobleVerifier());
  expect(verifier.name).toBe('noble');
  expect(await verifier.verify(events.slice(0, 30))).toEqual(
    await nobleVerifier().verify(events.slice(0, 30)),
  );
});
