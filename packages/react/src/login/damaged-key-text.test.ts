import { decryptSecretKey, encryptSecretKey } from '@keychart/nostr';
import { expect, test } from 'vitest';
import { damagedKeyText } from './damaged-key-text.ts';

async function said(text: string, passphrase = 'right words here'): Promise<string> {
  const key = await decryptSecretKey(text, passphrase);
  return 'error' in key ? damagedKeyText(key.error) : 'opened';
}

test('a damaged sheet and a wrong passphrase are told apart, with what to do', async () => {
  const sheet = await encryptSecretKey(new Uint8Array(32).fill(7), 'right words here');
  expect(await said(sheet)).toBe('opened');
  expect(await said(`${sheet.slice(0, -1)}${sheet.endsWith('q') ? 'p' : 'q'}`)).toMatch(/letter by letter/);
  expect(await said(sheet.slice(0, -4))).toMatch(/letter by letter/);
  expect(await said(sheet, 'wrong words')).toMatch(/passphrase does not open/);
});
