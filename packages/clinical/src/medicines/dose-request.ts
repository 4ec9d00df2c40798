/** Reads a request about a dose: every field checked, the amount brought to the unit the drug's rules count in. */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { type DoseRule, type DoseUnit, rulesOf } from './dose-rule.ts';
import { amountPerMl } from './dose-volume.ts';
import { type Drug, findDrug } from './drug.ts';
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
  /** How `perDose` came about, where it was given in another unit. */
  readonly conversion?: string;
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
const MG_IN: Readonly<Record<string, number>> = { mcg: 0.001, mg: 1, g: 1000 };

/** Who gets what: the part of a request that a check and a calculation share. */
export function readDosePatient(request: Request): DosePatient | InputProblem {
  const drug = typeof request.drug === 'string' ? findDrug(request.drug) : undefined;
  if (drug === undefined) return inputProblem('drug', 'is not a drug known here');
  const weightKg = positive(request.weightKg, 'weightKg', 0.3, 400, 'kg');
  if (typeof weightKg !== 'number') return weightKg;
  const { ageDays } = request;
  if (typeof ageDays !== 'number' || !Number.isFinite(ageDays) || ageDays < 0 || ageDays > 45_000)
    return inputProblem('ageDays', 'is missing or no age; expected days from 0 to 45000');
  const concentration = readConcentration(request.concentration);
  if (concentration !== undefined && 'error' in concentration) return concentration;
  const rules = rulesOf(drug.name);
  const [first] = rules;
  if (first === undefined) return inputProblem('drug', `no dose range is known here for ${drug.name}`);
  return {
    drug,
    rules,
    unit: first.unit,
    weightKg,
    ageDays,
    ...(concentration === undefined ? {} : { concentration }),
  };
}

export function readDoseRequest(request: Request): DoseRequest | InputProblem {
  const patient = readDosePatient(request);
  if ('error' in patient) return patient;
  const given = positive(request.perDose, 'perDose', 0, 1e9, 'of the unit');
  if (typeof given !== 'number') return given;
  const unit = typeof request.unit === 'string' ? UNITS[request.unit.trim().toLowerCase()] : undefined;
  if (unit === undefined) return inputProblem('unit', 'is not a unit; expected mg, mcg, g, mL or units');
  const timesPerDay = positive(request.timesPerDay, 'timesPerDay', 0, 24, 'times');
  if (typeof timesPerDay !== 'number') return timesPerDay;
  const amount = amountOf(given, unit, patient);
  return 'error' in amount ? amount : { ...patient, ...amount, timesPerDay };
}

/** Converts what was written into the unit of the drug's rules, showing how. */
function amountOf(
  given: number,
  unit: string,
  { unit: wanted, concentration, drug }: DosePatient,
): { readonly perDose: number; readonly conversion?: string } | InputProblem {
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
    return { perDose: amount, conversion: `${given} mL × ${concentration.text} = ${show(amount)} ${wanted}` };
  }
  const amount = convert(given, unit, wanted);
  if (amount === undefined)
    return inputProblem(
      'unit',
      `is ${unit}; ${drug.name} is counted in ${wanted}, and the two do not convert`,
    );
  if (unit === wanted) return { perDose: amount };
  return { perDose: amount, conversion: `${given} ${unit} = ${show(amount)} ${wanted}` };
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
  return inputProblem(
    field,
    `is missing or no such number; expected more than ${above} and at most ${most} ${unit}`,
  );
}
