/** Who in the list might be the same person: for a warning while typing, and for finding a duplicate's other chart. */
import type { Likeness } from '../../api/chart.ts';
import { type People, type PersonRow, patientOf, searchable } from '../state/people.ts';

const MOST = 10;

/** The likeliest first: the same day of birth and a name alike, then a name the same, then twins of a slip of the pen. */
export function similarPeople(people: People, to: Likeness): readonly PersonRow[] {
  const given = searchable(to.given);
  const family = searchable(to.family);
  const scored = people.search('').flatMap((row) => {
    if (row.person.id === to.except) return [];
    const score = likeness(row, given, family, to.birthDate);
    return score > 0 ? { row, score } : [];
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ row }) => row);
}

/** 0: somebody else. */
function likeness(row: PersonRow, given: string, family: string, birthDate: string | undefined): number {
  const patient = patientOf(row.person);
  const born = patient?.birthDate;
  const day = !birthDate || !born ? 0 : born === birthDate ? 3 : isSlip(born, birthDate) ? 1 : -2;
  const names = (patient?.name ?? []).map((name) => ({
    given: searchable((name.given ?? []).join(' ')),
    family: searchable(name.family ?? ''),
  }));
  const best = Math.max(
    0,
    ...names.map((name) => {
      const straight = together(alike(given, name.given), alike(family, name.family), day === 3);
      // The two fields filled in the wrong way round.
      const crossed = together(alike(given, name.family), alike(family, name.given), day === 3);
      return Math.max(straight, crossed - 0.5);
    }),
  );
  return best <= 0 || best + day < 1 ? 0 : best + day;
}

/** One name is enough where the day is the same: a newborn is entered before they have a first name. */
function together(given: number, family: number, sameDay: boolean): number {
  const isEnough = (given > 0 && family > 0) || (sameDay && Math.max(given, family) >= 1.5);
  return isEnough ? given + family : 0;
}

/** 2 the same, 1.5 one in the other, 1 a letter or two apart, else 0. */
function alike(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 2;
  const [first] = a.split(' ');
  if (first !== undefined && first === b.split(' ')[0]) return 1.5;
  if (a.includes(b) || b.includes(a)) return Math.min(a.length, b.length) >= 3 ? 1.5 : 0;
  return distance(a, b) <= (Math.min(a.length, b.length) >= 6 ? 2 : 1) && Math.min(a.length, b.length) >= 3
    ? 1
    : 0;
}

/** Day and month changed places, or one digit is another. */
function isSlip(a: string, b: string): boolean {
  const [year, month, day] = a.split('-');
  if (`${year}-${day}-${month}` === b) return true;
  return a.length === b.length && [...a].filter((char, i) => char !== b[i]).length === 1;
}

/** Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (left === right ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
