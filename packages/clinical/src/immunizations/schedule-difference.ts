/** What changed from one schedule to another, as lines for a person: which rule, from what, to what. Wording is not compared. */
import type { AntigenRule, ConflictRule, DoseRule, Schedule, SeriesRule } from './schedule.ts';

/** @returns a line per changed rule, in the order of the new schedule; empty when nothing a forecast rests on changed. */
export function scheduleDifference(before: Schedule, after: Schedule): readonly string[] {
  return [
    ...pairs(before.antigens, after.antigens, ({ antigen }) => antigen).flatMap((pair) =>
      comparePair(pair, ({ antigen }) => antigen, 'antigen', compareAntigens),
    ),
    ...pairs(Object.entries(before.vaccines), Object.entries(after.vaccines), ([cvx]) => cvx).flatMap(
      (pair) =>
        comparePair(
          pair,
          ([cvx]) => `CVX ${cvx}`,
          'vaccine',
          ([, from], [, to]) => told('antigens', from, to),
        ),
    ),
    ...pairs(before.groups, after.groups, ({ name }) => name).flatMap((pair) =>
      comparePair(pair, ({ name }) => `group ${name}`, 'vaccine group', fields),
    ),
    ...compareConflicts(before.conflicts, after.conflicts),
    ...pairs(Object.keys(before.observations), Object.keys(after.observations), (code) => code).flatMap(
      (pair) =>
        comparePair(
          pair,
          (code) => `observation ${code}`,
          'observation',
          () => [],
        ),
    ),
  ];
}

type Pair<Item> = readonly [before: Item | undefined, after: Item | undefined];

/** Items that belong together by the first of the keys that finds them; what is left over is new or gone. */
function pairs<Item>(
  before: readonly Item[],
  after: readonly Item[],
  ...keys: readonly ((item: Item) => string)[]
): readonly Pair<Item>[] {
  const partner = new Map<Item, Item>();
  const taken = new Set<Item>();
  for (const keyOf of keys)
    for (const item of after) {
      if (partner.has(item)) continue;
      const found = before.find((each) => !taken.has(each) && keyOf(each) === keyOf(item));
      if (found === undefined) continue;
      partner.set(item, found);
      taken.add(found);
    }
  return [
    ...after.map((item): Pair<Item> => [partner.get(item), item]),
    ...before.filter((item) => !taken.has(item)).map((item): Pair<Item> => [item, undefined]),
  ];
}

function comparePair<Item>(
  [before, after]: Pair<Item>,
  nameOf: (item: Item) => string,
  kind: string,
  compare: (from: Item, to: Item) => readonly string[],
): readonly string[] {
  if (after === undefined) return before === undefined ? [] : [`${nameOf(before)}: ${kind} removed`];
  if (before === undefined) return [`${nameOf(after)}: new ${kind}`];
  return compare(before, after).map((line) => `${nameOf(after)} · ${line}`);
}

/** Series keep their place from edition to edition even where they are named anew. */
const placeOf = ({ type, group, priority, preference, genders = [], isProduct }: SeriesRule) =>
  [type, group, priority, preference, genders.join(''), isProduct].join('|');

const compareAntigens = (before: AntigenRule, after: AntigenRule): string[] => [
  ...fields(before, after, ['series', 'antigen']),
  ...pairs(
    before.series,
    after.series,
    ({ name }) => name,
    (series) => canonical({ ...series, name: '' }),
    placeOf,
  ).flatMap((pair) => comparePair(pair, ({ name }) => name, 'series', compareSeries)),
];

const compareSeries = (before: SeriesRule, after: SeriesRule): string[] => [
  ...fields(before, after, ['doses', 'name']),
  ...pairs(before.doses, after.doses, ({ number }) => String(number)).flatMap((pair) =>
    comparePair<DoseRule>(
      pair,
      ({ number }) => `dose ${number}`,
      'dose',
      (from, to) => fields(from, to, ['number']),
    ),
  ),
];

function compareConflicts(
  before: readonly ConflictRule[],
  after: readonly ConflictRule[],
): readonly string[] {
  const [from, to] = [conflictPairs(before), conflictPairs(after)];
  const changed = [...new Set([...from.keys(), ...to.keys()])].filter(
    (pair) => from.get(pair) !== to.get(pair),
  );
  return changed.map(
    (pair) => `${pair}: ${from.get(pair) ?? 'no conflict'} → ${to.get(pair) ?? 'no conflict'}`,
  );
}

const conflictPairs = (rules: readonly ConflictRule[]): ReadonlyMap<string, string> =>
  new Map(
    rules.flatMap(({ impacted, conflicting, begin, minimumEnd, end }) =>
      impacted.flatMap((later) =>
        conflicting.map((earlier): [string, string] => [
          `CVX ${later} after ${earlier}`,
          `${begin}, ${minimumEnd}, ${end}`,
        ]),
      ),
    ),
  );

function fields<Shape extends object>(before: Shape, after: Shape, except: readonly string[] = []): string[] {
  const names = new Set(
    [...Object.keys(before), ...Object.keys(after)].filter((name) => !except.includes(name)),
  );
  return [...names].flatMap((name) =>
    told(name, before[name as keyof Shape] as unknown, after[name as keyof Shape] as unknown),
  );
}

function told(name: string, from: unknown, to: unknown): string[] {
  const [a, b] = [canonical(from), canonical(to)];
  return a === b ? [] : [`${name}: ${shortened(a)} → ${shortened(b)}`];
}

/** JSON in which the order of members, and of codes in a list, makes no difference. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) => {
      if (Array.isArray(each)) return each.every((one) => typeof one === 'string') ? [...each].sort() : each;
      if (typeof each !== 'object' || each === null) return each;
      return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'nothing'
  );
}

const LONGEST = 160;
const shortened = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);
