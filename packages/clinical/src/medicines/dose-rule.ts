/** The dose tables read into rules: for whom, how much, how often, and who says so. */
import { ANTIMICROBIAL_DOSES } from './dose-antimicrobials.ts';
import { OTHER_DOSES } from './dose-other.ts';

export type DoseUnit = 'mg' | 'g' | 'units';

export interface DoseRule {
  /** Generic names as the formulary has them. */
  readonly drug: string;
  readonly use: string;
  /** In days, from and up to but not including. */
  readonly ageDays: readonly [from: number, to: number];
  /** In kg, from and up to but not including. */
  readonly weightKg: readonly [from: number, to: number];
  /** The range, in `unit`, per kg or not, per dose or per day. */
  readonly range: readonly [low: number, high: number];
  readonly unit: DoseUnit;
  readonly perKg: boolean;
  readonly perDay: boolean;
  readonly maxPerDose?: number;
  readonly maxPerDay?: number;
  /** In `unit` per kg and day. */
  readonly maxPerKgDay?: number;
  readonly timesPerDay: readonly [least: number, most: number];
  readonly renal?: string;
  readonly source: string;
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, mo: 30.4375, y: 365.25 };

/** Months and years start two days early: calendar months differ, and a birthday must count as the age it brings. */
function days(text: string): number {
  const [, figure, unit = ''] = /^(\d+)(d|w|mo|y)$/.exec(text) ?? [];
  const length = DAYS[unit];
  if (figure === undefined || length === undefined) throw new RangeError(`text: ${text} is no age`);
  const exact = Number(figure) * length;
  return length > 7 ? Math.floor(exact) - 2 : exact;
}

function span(text: string, read: (text: string) => number): readonly [number, number] {
  const [from = '', to = ''] = text.split('-');
  return [from === '' ? 0 : read(from), to === '' ? Number.POSITIVE_INFINITY : read(to)];
}

const DOSE = /^([\d.]+)(?:-([\d.]+))? (mg|g|units)(\/kg)?(\/day)?$/;

function parse(line: string): DoseRule {
  const cells = line.split('|').map((cell) => cell.trim());
  const [drug = '', use = '', age = '', weight = '', dose = '', perDose = '', perDay = '', times = ''] =
    cells;
  const [renal = '', source = ''] = cells.slice(8);
  const [, low, high = low, unit, perKg, daily] = DOSE.exec(dose) ?? [];
  if (low === undefined) throw new RangeError(`line: no dose in ${line}`);
  const [least, most = least] = times.split('-').map(Number);
  const isPerKgDay = perDay.endsWith('mg/kg');
  return {
    drug,
    use,
    ageDays: span(age, days),
    weightKg: span(weight, Number),
    range: [Number(low), Number(high)],
    unit: unit as DoseUnit,
    perKg: perKg !== undefined,
    perDay: daily !== undefined,
    ...(perDose === '' ? {} : { maxPerDose: Number(perDose) }),
    ...(perDay === '' || isPerKgDay ? {} : { maxPerDay: Number(perDay) }),
    ...(isPerKgDay ? { maxPerKgDay: Number.parseFloat(perDay) } : {}),
    timesPerDay: [least ?? 1, most ?? 1],
    ...(renal === '' ? {} : { renal }),
    source,
  };
}

export const doseRules: readonly DoseRule[] = [ANTIMICROBIAL_DOSES, OTHER_DOSES].flatMap((table) =>
  table.trim().split('\n').map(parse),
);

export const rulesOf = (drug: string): readonly DoseRule[] => doseRules.filter((rule) => rule.drug === drug);

/** The limits of a rule for one child, in its unit. */
export interface DoseLimits {
  readonly perDose: readonly [low: number, high: number];
  readonly perDay: readonly [low: number, high: number];
  /** Never to be passed, whatever the weight. */
  readonly maxPerDose: number;
  readonly maxPerDay: number;
}

/** What a rule allows at that weight when given that often. */
export function limitsOf(rule: DoseRule, weightKg: number, timesPerDay: number): DoseLimits {
  const factor = rule.perKg ? weightKg : 1;
  const [low, high] = [rule.range[0] * factor, rule.range[1] * factor];
  const maxPerDose = rule.maxPerDose ?? Number.POSITIVE_INFINITY;
  const maxPerDay = Math.min(
    rule.maxPerDay ?? Number.POSITIVE_INFINITY,
    (rule.maxPerKgDay ?? Number.POSITIVE_INFINITY) * weightKg,
  );
  const [lowDose, highDose] = rule.perDay ? [low / timesPerDay, high / timesPerDay] : [low, high];
  const perDose = [Math.min(lowDose, maxPerDose), Math.min(highDose, maxPerDose)] as const;
  const [, most] = rule.timesPerDay;
  const perDay = rule.perDay
    ? ([Math.min(low, maxPerDay, maxPerDose * timesPerDay), Math.min(high, maxPerDay)] as const)
    : ([Math.min(perDose[0] * timesPerDay, maxPerDay), Math.min(perDose[1] * most, maxPerDay)] as const);
  return { perDose, perDay, maxPerDose, maxPerDay };
}
