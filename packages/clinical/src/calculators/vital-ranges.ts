/**
 * Heart rate awake, respirations and the systolic pressure below which a child is hypotensive, by age: American Heart
 * Association, Pediatric Advanced Life Support, 2020. For a child at rest; wide of it is a reason to look, not a diagnosis.
 */
import type { InputProblem } from '../input-problem.ts';
import { RequestReader } from '../request-reader.ts';

export interface VitalRanges {
  readonly group: string;
  /** Per minute. */
  readonly heartRate: readonly [low: number, high: number];
  readonly respirations: readonly [low: number, high: number];
  /** mmHg; below it the child is hypotensive. */
  readonly lowestSystolic: number;
  readonly source: string;
}

interface AgeGroup {
  readonly name: string;
  readonly untilYears: number;
  readonly heartRate: readonly [number, number];
  readonly respirations: readonly [number, number];
}

const NEONATE_YEARS = 28 / 365.25;
const GROUPS: readonly AgeGroup[] = [
  { name: 'neonate', untilYears: NEONATE_YEARS, heartRate: [100, 205], respirations: [30, 53] },
  { name: 'infant', untilYears: 1, heartRate: [100, 180], respirations: [30, 53] },
  { name: 'toddler', untilYears: 3, heartRate: [98, 140], respirations: [22, 37] },
  { name: 'preschool', untilYears: 6, heartRate: [80, 120], respirations: [20, 28] },
  { name: 'school age', untilYears: 12, heartRate: [75, 118], respirations: [18, 25] },
  { name: 'adolescent', untilYears: 18, heartRate: [60, 100], respirations: [12, 20] },
];

/** @param request `{ageDays|ageMonths|ageYears}`, under 18 years */
export function vitalRanges(request: Readonly<Record<string, unknown>>): VitalRanges | InputProblem {
  const read = new RequestReader(request);
  const years = read.age().months / 12;
  const group = GROUPS.find(({ untilYears }) => years < untilYears);
  if (group === undefined)
    read.refuse(read.ageField(), 'is not under 18 years, for which the ranges are made');
  if (read.problem || group === undefined) return read.problem!;
  return {
    group: group.name,
    heartRate: group.heartRate,
    respirations: group.respirations,
    lowestSystolic: lowestSystolic(years),
    source: 'AHA PALS 2020',
  };
}

function lowestSystolic(years: number): number {
  if (years < NEONATE_YEARS) return 60;
  if (years < 1) return 70;
  return years < 10 ? 70 + 2 * Math.floor(years) : 90;
}
