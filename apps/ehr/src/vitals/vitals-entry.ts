/** What is typed for vitals, turned into metric values, with every question that has to be asked. Pure. */
import {
  bodyMassIndex,
  checkPressurePair,
  checkVital,
  fromMetric,
  type Plausibility,
  roundTo,
  toMetric,
  type UnitOfMeasure,
  type VitalKey,
  vitalSign,
} from '@keychart/clinical';
import { ageOn, dateTimeIn, instantAt } from '@keychart/fhir';
import { type UnitSystem, vitalDisplay } from '@keychart/ui';

export interface VitalsDraft {
  /** As typed, in the units of `system`. */
  readonly typed: Partial<Record<VitalKey, string>>;
  /** Fields whose unlikely value the person has said is right, with that value. */
  readonly confirmed: Partial<Record<VitalKey, string>>;
  readonly system: UnitSystem;
  /** Of a `datetime-local` field, on the clock of the practice; empty: now. */
  readonly at: string;
  readonly note: string;
  /** As the person has set it; absent: as the practice's policy has it. */
  readonly confidential?: boolean;
}

export interface Clock {
  readonly now: Date;
  /** The practice's IANA zone; undefined: the device's. */
  readonly zone: string | undefined;
}

export const VITAL_FIELDS: readonly VitalKey[] = [
  'weight',
  'height',
  'head',
  'temperature',
  'heartRate',
  'respirations',
  'oxygen',
  'pain',
  'systolic',
  'diastolic',
];
const A_MINUTE_MS = 60_000;
/** Head circumference is measured to the third birthday. */
const HEAD_UNTIL_DAYS = 3 * 366;

export const beginVitals = (system: UnitSystem): VitalsDraft => ({
  typed: {},
  confirmed: {},
  system,
  at: '',
  note: '',
});

export const isEmptyVitals = (draft: VitalsDraft): boolean =>
  Object.values(draft.typed).every((text) => text.trim() === '') && draft.note.trim() === '';

export const unitOf = (key: VitalKey, system: UnitSystem): UnitOfMeasure => {
  const { metric, us } = vitalSign(key);
  return (system === 'us' ? us : undefined) ?? metric;
};

export const fieldsFor = (ageDays: number | undefined): readonly VitalKey[] =>
  VITAL_FIELDS.filter((key) => key !== 'head' || ageDays === undefined || ageDays < HEAD_UNTIL_DAYS);

export const ageInDays = (birthDate: string | undefined, on: string): number | undefined =>
  birthDate === undefined ? undefined : ageOn(birthDate, on)?.days;

/** A typed number: comma or point; undefined for an empty field, NaN for anything that is no number. */
export function typedNumber(text: string | undefined): number | undefined {
  const clean = (text ?? '').trim().replace(',', '.');
  if (clean === '') return undefined;
  return /^\d+(\.\d*)?$|^\.\d+$/.test(clean) ? Number(clean) : Number.NaN;
}

export function metricValue(key: VitalKey, draft: VitalsDraft): number | undefined {
  const value = typedNumber(draft.typed[key]);
  return value === undefined ? undefined : toMetric(value, unitOf(key, draft.system).code).value;
}

/** The same numbers in the other units; what is no number stays as typed. */
export function switchUnits(draft: VitalsDraft, system: UnitSystem): VitalsDraft {
  if (system === draft.system) return draft;
  const convert = (key: VitalKey, text: string): string => {
    const { us, metric } = vitalSign(key);
    const value = typedNumber(text);
    if (us === undefined || value === undefined || Number.isNaN(value)) return text;
    return String(
      system === 'us'
        ? roundTo(fromMetric(value, us.code), us.decimals)
        : roundTo(toMetric(value, us.code).value, metric.decimals),
    );
  };
  const typed = Object.fromEntries(
    (Object.entries(draft.typed) as [VitalKey, string][]).map(([key, text]) => [key, convert(key, text)]),
  );
  return { ...draft, system, typed, confirmed: {} };
}

/** What to say about one field: a mistake to correct, or a value to look at again. */
export interface Question {
  readonly level: 'impossible' | 'unlikely';
  readonly words: string;
  readonly confirmed: boolean;
}

export function questionAbout(
  key: VitalKey,
  draft: VitalsDraft,
  ageDays: number | undefined,
): Question | undefined {
  const value = metricValue(key, draft);
  if (value === undefined) return undefined;
  const found = checked(key, value, draft, ageDays);
  if (found.level === 'plausible') return undefined;
  if (Number.isNaN(value)) return { level: 'impossible', words: 'This is not a number.', confirmed: false };
  const range = found.range === undefined ? '' : ` ${rangeWords(key, found.range, draft.system)}`;
  return {
    level: found.level,
    words: `${draft.typed[key]?.trim()} ${unitOf(key, draft.system).label} ${found.reason}.${range}`,
    confirmed: found.level === 'unlikely' && draft.confirmed[key] === draft.typed[key],
  };
}

function rangeWords(key: VitalKey, [low, high]: readonly [number, number], system: UnitSystem): string {
  const upper = vitalDisplay(key, high, system);
  return `Expected ${vitalDisplay(key, low, system).value} to ${upper.value} ${upper.unit}.`;
}

function checked(
  key: VitalKey,
  value: number,
  draft: VitalsDraft,
  ageDays: number | undefined,
): Plausibility {
  const diastolic = metricValue('diastolic', draft);
  const own = checkVital(key, value, ageDays);
  if (key !== 'systolic' || diastolic === undefined || own.level === 'impossible') return own;
  const pair = checkPressurePair(value, diastolic);
  return pair.level === 'plausible' ? own : pair;
}

export function bmiOf(draft: VitalsDraft): number | undefined {
  const [weight, height] = [metricValue('weight', draft), metricValue('height', draft)];
  return weight === undefined || height === undefined ? undefined : bodyMassIndex(weight, height);
}

/** When they were taken, on the clock of the practice: `2026-11-22T08:00:00-07:00`; now where nothing is typed. */
export const effectiveTime = (draft: VitalsDraft, { now, zone }: Clock): string =>
  dateTimeIn(zone, instantAt(zone, draft.at) ?? now);

/** Why these vitals cannot be saved yet; undefined when they can. */
export function missingInVitals(
  draft: VitalsDraft,
  ageDays: number | undefined,
  { now, zone }: Clock,
): string | undefined {
  const questions = VITAL_FIELDS.map((key) => questionAbout(key, draft, ageDays)).filter(
    (question) => question !== undefined,
  );
  if (VITAL_FIELDS.every((key) => metricValue(key, draft) === undefined)) return 'Type at least one value.';
  if (questions.some(({ level }) => level === 'impossible')) return 'Correct the values marked in red.';
  if (questions.some(({ confirmed }) => !confirmed))
    return 'Look again at the values in question, and say that they are right or correct them.';
  if (draft.at !== '' && !(Number(instantAt(zone, draft.at)) <= now.getTime() + A_MINUTE_MS))
    return 'The time is in the future.';
  return undefined;
}
