/** From drug, age and weight to doses that can be measured: one proposal per use, with its sums. */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { rulesFor } from './check-dose.ts';
import { doseSums, intervalText, rangeSum } from './dose-arithmetic.ts';
import { convert, readDosePatient } from './dose-request.ts';
import { limitsOf } from './dose-rule.ts';
import { amountPerMl, measurableVolume } from './dose-volume.ts';

export interface DoseProposal {
  readonly drug: string;
  readonly use: string;
  /** In `unit`: the middle of the range, rounded to the volume where there is one. */
  readonly perDose: number;
  readonly unit: string;
  /** For a liquid of known concentration. */
  readonly volumeMl?: number;
  readonly timesPerDay: number;
  /** `2–3 times a day, every 8–12 hours`. */
  readonly interval: string;
  readonly arithmetic: readonly string[];
  readonly renal?: string;
  readonly source: string;
}

/**
 * @param request `{drug, weightKg, ageDays, concentration?: "400 mg/5 mL"}`
 * @returns a proposal for each use that has a range at that age and weight; none when there is none.
 */
export function calculateDose(
  request: Readonly<Record<string, unknown>>,
): readonly DoseProposal[] | InputProblem {
  const patient = readDosePatient(request);
  if ('error' in patient) return patient;
  const { weightKg, unit, concentration, drug } = patient;
  const perMl = concentration === undefined ? undefined : amountPerMl(concentration);
  const inUnit = perMl === undefined ? undefined : convert(perMl, concentration!.unit, unit);
  if (perMl !== undefined && inUnit === undefined)
    return inputProblem('concentration', `is in ${concentration!.unit}; ${drug.name} is counted in ${unit}`);

  return rulesFor(patient).map((rule) => {
    const [timesPerDay] = rule.timesPerDay;
    const { perDose: range, maxPerDay } = limitsOf(rule, weightKg, timesPerDay);
    const most = Math.min(range[1], maxPerDay / timesPerDay);
    const middle = Math.min((range[0] + range[1]) / 2, most);
    const volumeMl = inUnit === undefined ? undefined : measurableVolume(middle / inUnit, most / inUnit);
    const perDose = volumeMl === undefined ? middle : volumeMl * inUnit!;
    const dose = { ...patient, perDose, timesPerDay, conversion: [] };
    return {
      drug: drug.name,
      use: rule.use,
      perDose,
      unit,
      ...(volumeMl === undefined ? {} : { volumeMl }),
      timesPerDay,
      interval: intervalText(rule),
      arithmetic: [rangeSum(rule, dose), ...doseSums(dose)],
      ...(rule.renal === undefined ? {} : { renal: rule.renal }),
      source: rule.source,
    };
  });
}
