/**
 * A dose held against the ranges known for the drug at that age and weight. It fits when it fits the range of any use;
 * a tenth of rounding is allowed in a range, nothing above an absolute maximum. Does not say whether the drug is right.
 */
import { bySeverity, type Finding, type Severity, severities } from '../finding.ts';
import type { InputProblem } from '../input-problem.ts';
import { checkVital } from '../plausibility.ts';
import { findAgeCautions } from './age-caution.ts';
import { doseSums, rangeSum } from './dose-arithmetic.ts';
import { type DoseRequest, readDoseRequest } from './dose-request.ts';
import { type DoseRule, limitsOf } from './dose-rule.ts';
import { findDrug } from './drug.ts';
import { capital } from './interactions.ts';

export type DoseVerdict =
  | 'within range'
  | 'too high'
  | 'too low'
  | 'too often'
  | 'too seldom'
  | 'too young'
  | 'no range for this patient';

export interface DoseFinding extends Finding {
  readonly kind: 'dose';
  readonly verdict: DoseVerdict;
  /** Generic names of the drug as it was understood. */
  readonly drug: string;
  /** What the range is for; absent when none applies. */
  readonly use?: string;
  /** The sums, a line each. */
  readonly arithmetic: readonly string[];
  /** What to mind with weak kidneys, by creatinine clearance or GFR in mL/min. */
  readonly renal?: string;
  /** Further findings: about the drug at this age, about the weight as given. */
  readonly also: readonly Finding[];
}

interface Judgement {
  readonly rule: DoseRule;
  readonly verdict: DoseVerdict;
  readonly severity: Severity;
  /** Given ÷ allowed. */
  readonly ratio: number;
  readonly text: string;
}

const ROUNDING = 0.1;
/** For sums that do not come out even. */
const HAIR = 0.005;

/**
 * @param request `{drug, weightKg, ageDays, perDose, unit: mg|mcg|g|mL|units, timesPerDay, concentration?}`; a dose in mL
 *   needs the concentration, as `400 mg/5 mL`.
 */
export function checkDose(request: Readonly<Record<string, unknown>>): DoseFinding | InputProblem {
  const read = readDoseRequest(request);
  if (!('error' in read)) return judge(read);
  return (read.error.field === 'drug' && forbidden(request)) || read;
}

/** A drug without ranges about which there is something to say at this age: that is said, not only that the range is missing. */
function forbidden({ drug, ageDays }: Readonly<Record<string, unknown>>): DoseFinding | undefined {
  const known = typeof drug === 'string' ? findDrug(drug) : undefined;
  if (known === undefined || typeof ageDays !== 'number') return undefined;
  const [worst, ...also] = bySeverity(findAgeCautions(known, ageDays));
  if (worst === undefined) return undefined;
  const verdict = worst.severity === 'high' ? 'too young' : 'no range for this patient';
  return { ...worst, kind: 'dose', verdict, drug: known.name, arithmetic: [], also };
}

/** Rules for the patient's age and weight. */
export const rulesFor = <T extends Pick<DoseRequest, 'rules' | 'ageDays' | 'weightKg'>>(
  patient: T,
): readonly DoseRule[] =>
  patient.rules.filter(
    ({ ageDays: [young, old], weightKg: [light, heavy] }) =>
      patient.ageDays >= young &&
      patient.ageDays < old &&
      patient.weightKg >= light &&
      patient.weightKg < heavy,
  );

function judge(dose: DoseRequest): DoseFinding {
  const also = [...findAgeCautions(dose.drug, dose.ageDays), ...weightDoubt(dose)];
  const rules = rulesFor(dose);
  if (rules.length === 0) return withoutRange(dose, also);
  const [best] = rules
    .map((rule) => judgeBy(rule, dose))
    .toSorted(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        Number(isOffBeat(a.rule, dose)) - Number(isOffBeat(b.rule, dose)) ||
        Math.abs(Math.log(a.ratio)) - Math.abs(Math.log(b.ratio)),
    );
  const { rule, verdict, severity, text } = best!;
  return {
    kind: 'dose',
    severity,
    verdict,
    drug: dose.drug.name,
    use: rule.use,
    reason: `${capital(dose.drug.name)}: ${text} for ${rule.use}.`,
    source: rule.source,
    arithmetic: [...doseSums(dose), rangeSum(rule, dose)],
    ...(rule.renal === undefined ? {} : { renal: rule.renal }),
    also,
  };
}

/** Given at another rhythm than the rule has: a single dose before dental work is no measure for a course. */
const isOffBeat = ({ timesPerDay: [least, most] }: DoseRule, { timesPerDay }: DoseRequest): boolean =>
  timesPerDay < least || timesPerDay > most;

function judgeBy(rule: DoseRule, { perDose, timesPerDay, weightKg }: DoseRequest): Judgement {
  const limits = limitsOf(rule, weightKg, timesPerDay);
  const perDay = perDose * timesPerDay;
  const over = Math.max(
    excess(perDose, limits.maxPerDose, HAIR),
    excess(perDay, limits.maxPerDay, HAIR),
    excess(perDose, limits.perDose[1], ROUNDING),
    excess(perDay, limits.perDay[1], ROUNDING),
  );
  const under = Math.min(
    perDose < limits.perDose[0] * (1 - ROUNDING) ? perDose / limits.perDose[0] : 1,
    perDay < limits.perDay[0] * (1 - ROUNDING) ? perDay / limits.perDay[0] : 1,
  );
  const [least, most] = rule.timesPerDay;
  const as = (verdict: DoseVerdict, severity: Severity, ratio: number, text: string): Judgement => ({
    rule,
    verdict,
    severity,
    ratio,
    text,
  });
  if (over > 1) {
    const text = `the dose is ${times(over)} the most that is given`;
    return as('too high', over > 1.25 ? 'high' : 'moderate', over, text);
  }
  if (timesPerDay > most) {
    // Less at a time and more often than this use has it: another use is meant, and this one excuses nothing.
    const other = under < 1 && perDose < limits.perDose[0];
    const text = `${timesPerDay} times a day is more often than the ${most} times that are usual`;
    return as('too often', other ? 'high' : 'moderate', timesPerDay / most, text);
  }
  if (under < 1) {
    const text = `the dose is ${times(under)} the least that is given`;
    return as('too low', under < 0.5 ? 'moderate' : 'low', under, text);
  }
  if (timesPerDay < least) {
    const text = `${timesPerDay} times a day is less often than the ${least} times that are usual`;
    return as('too seldom', 'low', timesPerDay / least, text);
  }
  return as('within range', 'info', 1, 'the dose is within the range');
}

const excess = (given: number, most: number, tolerance: number): number =>
  given > most * (1 + tolerance) ? given / most : 0;

const times = (ratio: number): string => `${Number(ratio.toPrecision(2))} times`;

function withoutRange(dose: DoseRequest, also: readonly Finding[]): DoseFinding {
  const youngest = Math.min(...dose.rules.map(({ ageDays: [from] }) => from));
  const tooYoung = dose.ageDays < youngest;
  const name = capital(dose.drug.name);
  return {
    kind: 'dose',
    severity: tooYoung ? 'high' : 'moderate',
    verdict: tooYoung ? 'too young' : 'no range for this patient',
    drug: dose.drug.name,
    reason: tooYoung
      ? `${name}: no dose is known below ${ageWords(youngest)}; the patient is ${ageWords(dose.ageDays)} old.`
      : `${name}: no dose is known for this age and weight. Look it up before giving it.`,
    source: [...new Set(dose.rules.map(({ source }) => source))].join('; '),
    arithmetic: doseSums(dose),
    also,
  };
}

const ageWords = (days: number): string => {
  if (days < 61) return `${Math.round(days)} days`;
  return days < 700
    ? `${Math.round(days / 30.4375)} months`
    : `${Math.round((days / 365.25) * 10) / 10} years`;
};

/** Pounds typed as kilograms change every dose by weight: an unusual weight is said aloud. */
function weightDoubt({ weightKg, ageDays }: DoseRequest): readonly Finding[] {
  const doubt = checkVital('weight', weightKg, ageDays);
  if (doubt.level === 'plausible') return [];
  const reason = `A weight of ${weightKg} kg ${doubt.reason}. Is it in kilograms?`;
  return [
    {
      kind: 'weight',
      severity: 'high',
      reason,
      source: 'Plausible weights of this engine (docs/clinical.md)',
    },
  ];
}
