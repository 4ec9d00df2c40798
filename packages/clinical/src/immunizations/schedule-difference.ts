/** What changed from one schedule to another, as lines for a person: which rule, from what, to what. */
import type { AntigenRule, DoseRule, Schedule, SeriesRule } from './schedule.ts';

/** @returns a line per changed rule, in the order of the new schedule; empty when nothing a forecast rests on changed. */
export function scheduleDifference(before: Schedule, after: Schedule): readonly string[] {
  return [
    ...compareNamed(before.antigens, after.antigens, ({ antigen }) => antigen, 'antigen', compareAntigens),
    ...compareNamed(
      Object.entries(before.vaccines),
      Object.entries(after.vaccines),
      ([cvx]) => `CVX ${cvx}`,
      'vaccine',
      ([, from], [, to]) => told('antigens', from, to),
    ),
    ...compareNamed(before.groups, after.groups, ({ name }) => `group ${name}`, 'vaccine group', fields),
    ...told('conflicts between vaccines', before.conflicts, after.conflicts),
    ...compareNamed(
      Object.entries(before.observations),
      Object.entries(after.observations),
      ([code]) => `observation ${code}`,
      'observation',
      ([, from], [, to]) => told('title', from.title, to.title),
    ),
  ];
}

const compareAntigens = (before: AntigenRule, after: AntigenRule): string[] => [
  ...fields(before, after, ['series', 'antigen']),
  ...compareNamed(before.series, after.series, ({ name }) => name, 'series', compareSeries),
];

const compareSeries = (before: SeriesRule, after: SeriesRule): string[] => [
  ...fields(before, after, ['doses', 'name']),
  ...compareNamed<DoseRule>(
    before.doses,
    after.doses,
    ({ number }) => `dose ${number}`,
    'dose',
    (from, to) => fields(from, to, ['number']),
  ),
];

function compareNamed<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
  kind: string,
  compare: (from: Item, to: Item) => readonly string[],
): string[] {
  const old = new Map(before.map((item) => [nameOf(item), item]));
  const now = new Set(after.map(nameOf));
  return [
    ...after.flatMap((item) => {
      const name = nameOf(item);
      const from = old.get(name);
      if (from === undefined) return [`${name}: new ${kind}`];
      return compare(from, item).map((line) => `${name} · ${line}`);
    }),
    ...[...old.keys()].filter((name) => !now.has(name)).map((name) => `${name}: ${kind} removed`),
  ];
}

function fields<Shape extends object>(before: Shape, after: Shape, except: readonly string[] = []): string[] {
  const names = new Set(
    [...Object.keys(before), ...Object.keys(after)].filter((name) => !except.includes(name)),
  );
  return [...names].flatMap((name) =>
    told(name, before[name as keyof Shape] as unknown, after[name as keyof Shape] as unknown),
  );
}

function told(name: string, from: unknown, to: unknown): string[] {
  const [a, b] = [JSON.stringify(from), JSON.stringify(to)];
  if (a === b) return [];
  return [`${name}: ${shortened(a)} → ${shortened(b)}`];
}

const LONGEST = 160;
const shortened = (text: string | undefined) =>
  text === undefined ? 'nothing' : text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
