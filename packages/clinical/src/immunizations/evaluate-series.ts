/** Walks target doses and given doses side by side until one of them runs out (§4.4, figure 4-6). */

import { maySkip, type SkipContext } from './conditional-skip.ts';
import { type EvaluationSetting, evaluateDose } from './evaluate-dose.ts';
import type { GivenDose, PatientCase } from './patient-case.ts';
import type { DoseEvaluation, TargetDose } from './patient-series.ts';
import type { AntigenSeries, Conflicts, SeriesDose } from './prepared-schedule.ts';

export interface SeriesEvaluation {
  readonly targets: readonly TargetDose[];
  readonly evaluations: readonly DoseEvaluation[];
}

const newTarget = (rule: SeriesDose): TargetDose => ({
  rule,
  status: 'not satisfied',
  satisfiedBy: undefined,
});

export function evaluateSeries(
  series: AntigenSeries,
  doses: readonly GivenDose[],
  patient: PatientCase,
  conflicts: Conflicts,
  isCompleted: SkipContext['isCompleted'],
): SeriesEvaluation {
  const targets = series.doses.map(newTarget);
  const evaluations: DoseEvaluation[] = [];
  let at = 0;
  for (const dose of doses) {
    const given = patient.before(dose);
    const setting: EvaluationSetting = { patient, targets, evaluations, given, conflicts };
    for (let target = targets[at]; target && target.rule.skip.length > 0; target = targets[at]) {
      const { day } = dose;
      const context = { when: 'evaluation', reference: day, anchor: day, ...setting, isCompleted } as const;
      if (!maySkip(target.rule, context)) break;
      target.status = 'skipped';
      at += 1;
    }
    const target = targets[at];
    if (!target) {
      evaluations.push({
        dose,
        status: 'extraneous',
        reasons: ['series already complete'],
        isInadvertent: false,
        targetNumber: undefined,
      });
      continue;
    }
    const evaluation = evaluateDose(dose, target, setting);
    evaluations.push(evaluation);
    if (evaluation.status !== 'valid') continue;
    target.status = 'satisfied';
    target.satisfiedBy = dose;
    // A recurring dose is followed by another of its kind.
    if (target.rule.isRecurring) targets.splice(at + 1, 0, newTarget(target.rule));
    at += 1;
  }
  return { targets, evaluations };
}
