import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { newCode, readCode } from './one-time-code.ts';

test('a code is read however it is typed; a wrong one is told before anything is tried', () => {
  for (let i = 0; i < 100; i++) {
    const code = newCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  }
  expect(readCode('okil-0000-0000')).toBe('0K11-0000-0000');
  expect(readCode('K7QD-M2XP-9RT')).toBeUndefined();
  expect(readCode('K7QD-M2XP-9RT!')).toBeUndefined();
  expect(new Set(Array.from({ length: 50 }, () => newCode())).size).toBe(50);
});

test('the code on the screen is read from a picture of it', () => {
  const text = `ncryptsec1${'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.repeat(5)}`.slice(0, 162);
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const scale = 4;
  const side = rows.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  expect(decodeQR({ width: side, height: side, data }, { timeLimit: 2000 })).toBe(text);
});
