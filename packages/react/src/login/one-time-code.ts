/** The code that opens a key on its way to a second device: 12 characters that cannot be mistaken for one another. Pure. */

/** Crockford's base 32: no I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** `K7QD-M2XP-9RTV`: 60 random bits, each try at which costs a scrypt. */
export function newCode(random: Uint8Array = crypto.getRandomValues(new Uint8Array(LENGTH))): string {
  const letters = [...random].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.match(/.{4}/g)?.join('-') ?? '';
}

/** As typed, in the form it was made; `undefined` where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== LENGTH || [...letters].some((letter) => !LETTERS.includes(letter))) return undefined;
  return letters.match(/.{4}/g)?.join('-');
}
