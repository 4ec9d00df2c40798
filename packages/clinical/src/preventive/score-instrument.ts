/** A filled-in PHQ-2, PHQ-9 or GAD-7: its score, what it means, and an alarm for thoughts of suicide. */
import type { QuestionnaireResponse } from '@keychart/fhir';
import { bySeverity, type Finding } from '../finding.ts';
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { type Instrument, instruments, type ScoreBand } from './instruments.ts';
import { type QuestionnaireScore, scoreQuestionnaire } from './score-questionnaire.ts';

export interface InstrumentScore extends QuestionnaireScore {
  readonly instrument: Instrument['name'];
  /** LOINC code of the total score, for an Observation. */
  readonly totalCode: string;
  /** Absent while items are unanswered: a part of a score is no score. */
  readonly band?: ScoreBand;
  /** The most severe first. */
  readonly findings: readonly Finding[];
}

/** The instrument whose questionnaire the response names; undefined for any other. */
export function instrumentOf({ questionnaire }: QuestionnaireResponse): Instrument | undefined {
  const url = questionnaire?.split('|')[0];
  return instruments.find((each) => each.questionnaire.url === url);
}

export function scoreInstrument(response: QuestionnaireResponse): InstrumentScore | InputProblem {
  const instrument = instrumentOf(response);
  if (instrument === undefined)
    return inputProblem('questionnaire', 'is none of PHQ-2, PHQ-9 and GAD-7 as this engine defines them');
  const result = scoreQuestionnaire(instrument.questionnaire, response);
  if ('error' in result) return result;
  const isComplete = result.unanswered.length === 0;
  const band = isComplete ? instrument.bands.findLast(({ from }) => result.score >= from) : undefined;
  return {
    ...result,
    instrument: instrument.name,
    totalCode: instrument.totalCode,
    ...(band === undefined ? {} : { band }),
    findings: bySeverity([...alarm(instrument, result), scoreFinding(instrument, result, band)]),
  };
}

function scoreFinding(
  { name, source }: Instrument,
  { score, possible, unanswered }: QuestionnaireScore,
  band: ScoreBand | undefined,
): Finding {
  const kind = 'questionnaire-score';
  if (band === undefined) {
    const reason = `${name}: ${unanswered.length} items have no answer, so there is no score yet (${score} so far).`;
    return { kind, severity: 'low', reason, source };
  }
  const reason = `${name} ${score} of ${possible[1]} (${band.label}): ${band.meaning}.`;
  return { kind, severity: band.severity, reason, source };
}

/** Counts at once, however many other items are empty. */
function alarm({ name, alarmItem, source }: Instrument, { weights }: QuestionnaireScore): readonly Finding[] {
  if (alarmItem === undefined || !((weights[alarmItem] ?? 0) > 0)) return [];
  const reason = `${name}: thoughts of being better off dead or of self-harm were marked. Ask about suicide before the patient leaves.`;
  return [{ kind: 'suicide-risk', severity: 'high', reason, source }];
}
