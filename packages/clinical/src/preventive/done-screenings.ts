/** Which screenings a record shows as made: results by LOINC code, questionnaires by their canonical address. */
import type { Observation, QuestionnaireResponse } from '@keychart/fhir';
import { instrumentOf } from './score-instrument.ts';
import type { Done } from './screenings.ts';

/** LOINC code → screening ids. Only codes that are certain. */
const BY_LOINC: Readonly<Record<string, readonly string[]>> = {
  '85354-9': ['blood-pressure', 'blood-pressure-adult', 'blood-pressure-young-adult'],
  '39156-5': ['body-mass-index'],
  '59576-9': ['body-mass-index'],
  '9843-4': ['head-circumference'],
  '718-7': ['anemia'],
  '5671-3': ['lead'],
  '77307-7': ['lead'],
  '10368-9': ['lead'],
  '2093-3': ['lipids-child', 'lipids-teen'],
  '57698-3': ['lipids-child', 'lipids-teen'],
  '56888-1': ['hiv'],
  '75622-1': ['hiv'],
  '16128-1': ['hepatitis-c'],
  '13955-0': ['hepatitis-c'],
  '4548-4': ['diabetes'],
  '1558-6': ['diabetes'],
  '55758-7': ['depression-suicide', 'depression-adult'],
  '44261-6': ['depression-suicide', 'depression-adult'],
  '70274-6': ['anxiety-child', 'anxiety-adult'],
};

const BY_INSTRUMENT = {
  'PHQ-2': ['depression-suicide', 'depression-adult'],
  'PHQ-9': ['depression-suicide', 'depression-adult'],
  'GAD-7': ['anxiety-child', 'anxiety-adult'],
} as const;

const NOT_MADE = ['entered-in-error', 'cancelled', 'registered', 'in-progress', 'stopped'];

/** A result or a filled-in questionnaire as screenings made; none for anything else or without a full date. */
export function screeningsOf(resource: Observation | QuestionnaireResponse): readonly Done[] {
  const date = resource.resourceType === 'Observation' ? resource.effectiveDateTime : resource.authored;
  if (date === undefined || date.length < 10 || NOT_MADE.includes(resource.status ?? '')) return [];
  return idsOf(resource).map((id) => ({ id, date: date.slice(0, 10) }));
}

function idsOf(resource: Observation | QuestionnaireResponse): readonly string[] {
  if (resource.resourceType === 'QuestionnaireResponse') {
    const instrument = instrumentOf(resource);
    return instrument === undefined ? [] : BY_INSTRUMENT[instrument.name];
  }
  const codes = resource.code?.coding?.map(({ code }) => code ?? '') ?? [];
  return codes.flatMap((code) => BY_LOINC[code] ?? []);
}
