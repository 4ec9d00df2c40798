import { generateSecretKey } from '@keychart/nostr';
import { expect, test } from 'vitest';
import { judgeAttempt, MOST_FAILURES, wrongPinWords } from './pin-attempts.ts';
import { openWithPin, wrapUnderPin, wrongPin } from './pin-wrap.ts';

const LIGHT = 8;

test('a PIN opens what it sealed, and only on the device that holds the key', async () => {
  const secret = generateSecretKey();
  const wrap = await wrapUnderPin(secret, '271828', LIGHT);
  expect(await openWithPin(wrap, '271828')).toEqual(secret);
  expect(await openWithPin(wrap, '271829')).toBeUndefined();
  const elsewhere = await wrapUnderPin(secret, '271828', LIGHT);
  expect(await openWithPin({ ...wrap, device: elsewhere.device }, '271828')).toBeUndefined();
  expect(wrap.device.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', wrap.device)).rejects.toThrow();
});

test('the cost is 64 MiB a try unless told', async () => {
  expect((await wrapUnderPin(generateSecretKey(), '271828')).logN).toBe(16);
});

test('a PIN that anybody would try first is not taken', () => {
  expect(wrongPin('27182')).toMatch(/at least 6/);
  expect(wrongPin('2718a8')).toMatch(/digits only/);
  for (const easy of ['111111', '123456', '987654', '121212', '000000'])
    expect(wrongPin(easy), easy).toMatch(/first anybody would try/);
  expect(wrongPin('271828')).toBeUndefined();
});

test('tries are delayed, and the eleventh does not happen', () => {
  const now = 1_800_000_000_000;
  const after = (failures: number, passed: number) =>
    judgeAttempt({ failures, lastTry: now - passed * 1000 }, now);
  expect(judgeAttempt({ failures: 0, lastTry: 0 }, now)).toEqual({ may: 'try' });
  expect(after(2, 0)).toEqual({ may: 'try' });
  expect(after(3, 5)).toEqual({ may: 'wait', seconds: 10 });
  expect(after(3, 15)).toEqual({ may: 'try' });
  expect(after(9, 3599)).toEqual({ may: 'wait', seconds: 1 });
  expect(after(MOST_FAILURES, 1e9)).toEqual({ may: 'never' });
});

test('a clock that was set back neither shortens a wait nor makes it longer than it is', () => {
  const verdict = judgeAttempt({ failures: 4, lastTry: 2_000 + 86_400_000 }, 2_000);
  expect(verdict).toEqual({ may: 'wait', seconds: 30 });
});

test('each failure says how many are left and how long to wait', () => {
  expect(wrongPinWords(1)).toBe('the PIN is wrong. 9 tries are left');
  expect(wrongPinWords(5)).toBe('the PIN is wrong. 5 tries are left; wait 60 seconds before the next');
  expect(wrongPinWords(6)).toMatch(/wait 5 min/);
  expect(wrongPinWords(10)).toMatch(/removed from this device/);
});
