/**
 * Reads a packed series of figures: number of decimals, order of differences (0–3), then the differences of the scaled
 * integers, each in base-64 digits of five bits, lowest first, sign in the lowest bit. `=x` is a series that is x everywhere.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digitOf = new Map([...ALPHABET].map((letter, digit) => [letter, digit]));

/** @param length wanted of a constant series; others know their own. */
export function unpackSeries(text: string, length: number): Float64Array {
  if (text.startsWith('=')) return new Float64Array(length).fill(Number(text.slice(1)));
  const decimals = Number(text[0]);
  const order = Number(text[1]);
  const values = integers(text.slice(2));
  for (let round = order; round > 0; round -= 1) {
    for (let index = round; index < values.length; index += 1) values[index]! += values[index - 1]!;
  }
  return Float64Array.from(values, (value) => value / 10 ** decimals);
}

function integers(text: string): number[] {
  const found: number[] = [];
  let value = 0;
  let weight = 1;
  for (const letter of text) {
    const digit = digitOf.get(letter);
    if (digit === undefined) throw new RangeError(`text: no digit ${letter}`);
    // Products, not shifts: the figures need more than 31 bits.
    value += (digit % 32) * weight;
    weight *= 32;
    if (digit < 32) {
      found.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2);
      value = 0;
      weight = 1;
    }
  }
  return found;
}
