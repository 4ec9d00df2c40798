/** The known name a misspelled one may mean: for asking back, never for going on as if it had been written. */

const LEAST_LETTERS = 5;
/** Shorter names that differ by two letters are different drugs. */
const TWO_MISTAKES_FROM = 9;

/** @returns the name nearest to `text` by letters left out, added, exchanged or swapped; undefined where none or several are near. */
export function similarName(text: string, names: Iterable<string>): string | undefined {
  if (text.length < LEAST_LETTERS) return undefined;
  let least = text.length < TWO_MISTAKES_FROM ? 1 : 2;
  let nearest: string[] = [];
  for (const name of names) {
    if (Math.abs(name.length - text.length) > least || name[0] !== text[0]) continue;
    const found = mistakes(text, name);
    if (found > least) continue;
    nearest = found < least ? [name] : [...nearest, name];
    least = found;
  }
  return nearest.length === 1 ? nearest[0] : undefined;
}

/** Optimal string alignment distance. */
function mistakes(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let best = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap && beforeLast[column - 2] !== undefined) best = Math.min(best, beforeLast[column - 2]! + 1);
      now.push(best);
    }
    [beforeLast, last] = [last, now];
  }
  return last[other.length]!;
}
