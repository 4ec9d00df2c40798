/** Reads a request about a dose: every field checked, the amount brought to the unit the drug's rules count in. */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { type DoseRule, type DoseUnit, rulesOf } from './dose-rule.ts';
import { amountPerMl } from './dose-volume.ts';
import { type Drug, findDrug, unknownDrug } from './drug.ts';
import { parseStrength, type Strength } from './formulary.ts';

export interface DosePatient {
  readonly drug: Drug;
  readonly rules: readonly DoseRule[];
  readonly unit: DoseUnit;
  readonly weightKg: number;
  readonly ageDays: number;
  /** Of the liquid, where one was given. */
  readonly concentration?: Strength;
}

export interface DoseRequest extends DosePatient {
  /** In `unit`. */
  readonly perDose: number;
  /** How `perDose` came about, where it was given in another unit: a sum each. */
  readonly conversion: readonly string[];
  readonly timesPerDay: number;
}

type Request = Readonly<Record<string, unknown>>;

const UNITS: Readonly<Record<string, string>> = {
  mg: 'mg',
  milligram: 'mg',
  mcg: 'mcg',
  ug: 'mcg',
  µg: 'mcg',
  μg: 'mcg',
  g: 'g',
  gram: 'g',
  ml: 'mL',
  unit: 'units',
  units: 'units',
  iu: 'units',
  '[iu]': 'units',
};
/** Strength within a name: `Amoxicillin 400 MG/5ML Oral Suspension`. */
const STRENGTH_IN_NAME = /(\d[\d.]*(?:\/[\d.]+)?)\s*(mg|mcg|g|units)\s*\/\s*([\d.]*)\s*ml\b/i;
const MG_IN: Readonly<Record<string, number>> = { mcg: 0.001, mg: 1, g: 1000 };

/** Who gets what: the part of a request that a check and a calculation share. */
export function readDosePatient(request: Request): DosePatient | InputProblem {
  const recipient = readRecipient(request);
  return 'error' in recipient ? recipient : withRules(recipient);
}

type Recipient = Omit<DosePatient, 'rules' | 'unit'>;

function readRecipient(request: Request): Recipient | InputProblem {
  const { drug: name, ageDays } = request;
  if (typeof name !== 'string' || name.trim() === '')
    return inputProblem('drug', isAbsent(name) ? 'is missing; expected the name of a drug' : 'is not a name');
  const drug = findDrug(name);
  if (drug === undefined) return inputProblem('drug', unknownDrug(name));
  const weightKg = positive(request.weightKg, 'weightKg', 0.3, 400, 'kg');
  if (typeof weightKg !== 'number') return weightKg;
  if (typeof ageDays !== 'number' || !(ageDays >= 0 && ageDays <= 45_000))
    return inputProblem('ageDays', `${fault(ageDays)}; expected 0 to 45000 days`);
  const concentration = readConcentration(request.concentration ?? strengthInName(name));
  if (concentration !== undefined && 'error' in concentration) return concentration;
  return { drug, weightKg, ageDays, ...(concentration === undefined ? {} : { concentration }) };
}

function withRules(recipient: Recipient): DosePatient | InputProblem {
  const { name } = recipient.drug;
  const rules = rulesOf(name);
  const [first] = rules;
  if (first === undefined) return inputProblem('drug', `no dose range is known here for ${name}`);
  return { ...recipient, rules, unit: first.unit };
}

/** A drug without ranges is refused last: every other field is right then. */
export function readDoseRequest(request: Request): DoseRequest | InputProblem {
  const recipient = readRecipient(request);
  if ('error' in recipient) return recipient;
  const given = positive(request.perDose, 'perDose', 0, 1e9, 'of the unit');
  if (typeof given !== 'number') return given;
  const [, unitText = '', perKg] = /^(.*?)(\/kg)?$/.exec(plainUnit(request.unit)) ?? [];
  const unit = UNITS[unitText];
  if (unit === undefined) return inputProblem('unit', unitFault(request.unit));
  const timesPerDay = positive(request.timesPerDay, 'timesPerDay', 0, 24, 'times');
  if (typeof timesPerDay !== 'number') return timesPerDay;
  const patient = withRules(recipient);
  if ('error' in patient) return patient;
  const { weightKg } = patient;
  const whole = perKg === undefined ? given : given * weightKg;
  const amount = amountOf(whole, unit, patient);
  if ('error' in amount) return amount;
  const byWeight = `${given} ${unit}/kg × ${weightKg} kg = ${show(whole)} ${unit}`;
  const steps = [...(perKg === undefined ? [] : [byWeight]), ...(amount.conversion ?? [])];
  return { ...patient, perDose: amount.perDose, timesPerDay, conversion: steps };
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const plainUnit = (unit: unknown): string => (typeof unit === 'string' ? unit.trim().toLowerCase() : '');

function unitFault(unit: unknown): string {
  if (isAbsent(unit)) return 'is missing; expected mg, mcg, g, mL or units';
  if (/\/(day|d|24h)$/.test(plainUnit(unit)))
    return 'counts by day; expected the unit of a single dose: mg, mcg, g, mL, units or mg/kg';
  return 'is not a unit known here; expected mg, mcg, g, mL, units or one of them by weight (mg/kg)';
}

function strengthInName(name: string): string | undefined {
  const [, amounts, unit = '', per] = STRENGTH_IN_NAME.exec(name) ?? [];
  return amounts === undefined ? undefined : `${amounts} ${unit.toLowerCase()}/${per || 1} mL`;
}

/** Converts what was written into the unit of the drug's rules, showing how. */
function amountOf(
  given: number,
  unit: string,
  { unit: wanted, concentration, drug }: DosePatient,
): { readonly perDose: number; readonly conversion?: readonly string[] } | InputProblem {
  if (unit === 'mL') {
    const perMl = concentration === undefined ? undefined : amountPerMl(concentration);
    if (concentration === undefined || perMl === undefined)
      return inputProblem('concentration', 'is missing; a dose in mL needs it, such as "400 mg/5 mL"');
    const amount = convert(given * perMl, concentration.unit, wanted);
    if (amount === undefined)
      return inputProblem(
        'concentration',
        `is in ${concentration.unit}; ${drug.name} is counted in ${wanted}`,
      );
    return {
      perDose: amount,
      conversion: [`${show(given)} mL × ${concentration.text} = ${show(amount)} ${wanted}`],
    };
  }
  const amount = convert(given, unit, wanted);
  if (amount === undefined)
    return inputProblem(
      'unit',
      `is ${unit}; ${drug.name} is counted in ${wanted}, and the two do not convert`,
    );
  if (unit === wanted) return { perDose: amount };
  return { perDose: amount, conversion: [`${show(given)} ${unit} = ${show(amount)} ${wanted}`] };
}

/** Between the units of mass; units of activity convert to nothing else. */
export function convert(amount: number, from: string, to: string): number | undefined {
  if (from === to) return amount;
  const [one, other] = [MG_IN[from], MG_IN[to]];
  return one === undefined || other === undefined ? undefined : (amount * one) / other;
}

/** A figure with at most four significant digits, without trailing zeros. */
export const show = (amount: number): string =>
  Math.abs(amount) >= 1000 ? String(Math.round(amount)) : String(Number(amount.toPrecision(4)));

function readConcentration(value: unknown): Strength | InputProblem | undefined {
  if (value === undefined) return undefined;
  const strength = typeof value === 'string' ? parseStrength(value) : undefined;
  if (strength === undefined || amountPerMl(strength) === undefined)
    return inputProblem('concentration', 'is not a concentration; expected one such as "400 mg/5 mL"');
  return strength;
}

function positive(
  value: unknown,
  field: string,
  above: number,
  most: number,
  unit: string,
): number | InputProblem {
  if (typeof value === 'number' && value > above && value <= most) return value;
  return inputProblem(field, `${fault(value)}; expected more than ${above} and at most ${most} ${unit}`);
}

function fault(value: unknown): string {
  if (isAbsent(value)) return 'is missing';
  return typeof value === 'number' ? `${value} cannot be right` : 'is not a number';
}
