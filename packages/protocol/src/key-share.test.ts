/** Keys on three sheets: any two restore them, and whatever does not fit is named. */
import { generateSecretKey } from '@keychart/nostr';
import { bech32 } from '@scure/base';
import { combine } from 'shamir-secret-sharing';
import { expect, test } from 'vitest';
import { combineShares, describeShare, findShares, splitKey } from './key-share.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

async function restored(texts: readonly string[]): Promise<string> {
  const made = await combineShares(texts);
  return 'error' in made ? made.error : hex(made.secret);
}

test('the library multiplies in the field of AES: {57}·{83} = {c1}, {57}·{13} = {fe} (FIPS 197, 4.2)', async () => {
  // The line f(x) = secret + {57}·x, at x = {83} and x = {13}.
  const secret = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
  const at = (product: number, x: number) =>
    Uint8Array.from([...secret].map((byte) => byte ^ product).concat(x));
  expect(hex(await combine([at(0xc1, 0x83), at(0xfe, 0x13)]))).toBe(hex(secret));
});

test('any two of the three sheets restore any key, in any order; all three as well', async () => {
  for (let round = 0; round < 40; round++) {
    const secret = generateSecretKey();
    const [a, b, c] = (await splitKey(secret, round % 2 ? 'root' : 'successor')) as [string, string, string];
    for (const sheets of [
      [a, b],
      [b, a],
      [a, c],
      [c, a],
      [b, c],
      [c, b],
      [a, b, c],
    ])
      expect(await restored(sheets)).toBe(hex(secret));
  }
});

test('one sheet tells nothing: the same key gives other sheets each time, and every y is as likely', async () => {
  const secret = generateSecretKey();
  const seen = new Set<number>();
  for (let round = 0; round < 400; round++) {
    const [text] = await splitKey(secret, 'root');
    const { words } = bech32.decode(text as `${string}1${string}`, 100);
    seen.add(bech32.fromWords(words).at(-33)!);
  }
  // Of 256 values 400 draws miss about a fifth.
  expect(seen.size).toBeGreaterThan(170);
});

test('a sheet says whose it is and which of how many', async () => {
  const sheets = await splitKey(generateSecretKey(), 'successor');
  const described = sheets.map(describeShare);
  expect(described).toMatchObject(
    [1, 2, 3].map((index) => ({ key: 'successor', index, threshold: 2, total: 3 })),
  );
  const sets = described.map((sheet) => 'set' in sheet && sheet.set);
  expect(new Set(sets).size).toBe(1);
  expect(sets[0]).toMatch(/^\d{4} \d{4}$/);
});

test('sheets are found in text, and read with spaces, line ends and capitals', async () => {
  const secret = generateSecretKey();
  const [a, , c] = (await splitKey(secret, 'root')) as [string, string, string];
  expect(findShares(`Sheet 1\n ${a}\n\nSheet 3: ${c}.`)).toEqual([a, c]);
  const grouped = a.replaceAll(/(.{10})/g, '$1 \n');
  expect(await restored([grouped, c.toUpperCase()])).toBe(hex(secret));
});

test('what does not fit is refused in words', async () => {
  const secret = generateSecretKey();
  const [a, b] = (await splitKey(secret, 'root')) as [string, string, string];
  const [otherSet] = (await splitKey(secret, 'root')) as [string];
  const [successor] = (await splitKey(secret, 'successor')) as [string];
  expect(await restored([a, a])).toMatch(/same sheet twice/);
  expect(await restored([a, otherSet])).toMatch(/not made together/);
  expect(await restored([a, successor])).toMatch(/two keys/);
  expect(await restored([a])).toMatch(/2 sheets of this set are needed/);
  expect(await restored([])).toMatch(/no sheet/);
  expect(await restored([a, b.slice(0, -2)])).toMatch(/sheet 2: .*2 characters missing/);
  expect(await restored([a, `${b}q`])).toMatch(/1 character too many/);
  expect(await restored([a, 'nsec1abc'])).toMatch(/whole secret key/);
  expect(await restored([a, 'hello'])).toMatch(/begins with ncshare1/);
});

test('every single wrong character is noticed', async () => {
  const [a, b] = (await splitKey(generateSecretKey(), 'root')) as [string, string, string];
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
  for (let at = 8; at < b.length; at++) {
    const wrong = letters[(letters.indexOf(b[at]!) + 1 + (at % 30)) % 32]!;
    expect(await restored([a, b.slice(0, at) + wrong + b.slice(at + 1)])).toMatch(/damaged/);
  }
});

test('a sheet that was forged with a right checksum is noticed when the key comes out', async () => {
  const [a, b] = (await splitKey(generateSecretKey(), 'root')) as [string, string, string];
  const bytes = bech32.fromWords(bech32.decode(b as `${string}1${string}`, 100).words);
  const forged = (change: (copy: Uint8Array) => void) => {
    const copy = Uint8Array.from(bytes);
    change(copy);
    return bech32.encodeFromBytes('ncshare', copy);
  };
  const at = (index: number, value: number) => forged((copy) => copy.set([value], index));
  expect(await restored([a, at(20, bytes[20]! ^ 1)])).toMatch(/forged/);
  expect(await restored([a, at(9, bytes[9]! ^ 1)])).toMatch(/forged/);
  expect(await restored([a, at(0, 2)])).toMatch(/newer Keychart/);
  for (const [index, value] of [
    [1, 7],
    [2, 1],
    [3, 9],
    [4, 0],
    [4, 4],
    [bytes.length - 1, 0],
  ] as const)
    expect(await restored([a, at(index, value)])).toMatch(/not made by Keychart/);
});
