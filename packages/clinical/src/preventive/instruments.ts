/** PHQ-2, PHQ-9 and GAD-7 as FHIR Questionnaires with item weights, and how their scores are read. */
import type { Questionnaire } from '@keychart/fhir';
import type { Severity } from '../finding.ts';
import { ANSWERS, GAD_7, type InstrumentItem, LEAD, PHQ_9, SUICIDE_ITEM } from './instrument-items.ts';

const LOINC = 'http://loinc.org';
export const ORDINAL_VALUE = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

export interface ScoreBand {
  /** Lowest score of the band; it ends where the next begins. */
  readonly from: number;
  readonly label: string;
  readonly severity: Severity;
  /** The end of a sentence that begins with the score. */
  readonly meaning: string;
}

export interface Instrument {
  readonly name: 'PHQ-2' | 'PHQ-9' | 'GAD-7';
  readonly questionnaire: Questionnaire;
  /** LOINC code of the total score. */
  readonly totalCode: string;
  readonly bands: readonly ScoreBand[];
  /** LinkId of an item of which any answer but the first must be followed up at once. */
  readonly alarmItem?: string;
  readonly source: string;
}

const linkId = ({ code }: InstrumentItem): string => `/${code}`;

function questionnaireOf(
  code: string,
  name: string,
  title: string,
  items: readonly InstrumentItem[],
): Questionnaire {
  return {
    resourceType: 'Questionnaire',
    url: `http://loinc.org/q/${code}`,
    name,
    title,
    status: 'active',
    subjectType: ['Patient'],
    code: [{ system: LOINC, code, display: title }],
    item: [
      { linkId: 'lead', type: 'display', text: LEAD },
      ...items.map((item) => ({
        linkId: linkId(item),
        type: 'choice' as const,
        required: true,
        text: item.text,
        code: [{ system: LOINC, code: item.code }],
        answerOption: ANSWERS.map((answer, weight) => ({
          extension: [{ url: ORDINAL_VALUE, valueDecimal: weight }],
          valueCoding: { system: LOINC, code: answer.code, display: answer.text },
        })),
      })),
    ],
  };
}

export const phq2: Instrument = {
  name: 'PHQ-2',
  questionnaire: questionnaireOf(
    '55757-9',
    'PHQ2',
    'Patient Health Questionnaire 2 item (PHQ-2)',
    PHQ_9.slice(0, 2),
  ),
  totalCode: '55758-7',
  bands: [
    { from: 0, label: 'negative', severity: 'info', meaning: 'no sign of depression in this short screen' },
    {
      from: 3,
      label: 'positive',
      severity: 'moderate',
      meaning: 'depression is possible; follow with the PHQ-9',
    },
  ],
  source: 'Kroenke et al., Med Care 2003;41:1284',
};

export const phq9: Instrument = {
  name: 'PHQ-9',
  questionnaire: questionnaireOf('44249-1', 'PHQ9', 'Patient Health Questionnaire 9 item (PHQ-9)', PHQ_9),
  totalCode: '44261-6',
  bands: [
    { from: 0, label: 'none or minimal', severity: 'info', meaning: 'no or minimal depressive symptoms' },
    { from: 5, label: 'mild', severity: 'low', meaning: 'mild depressive symptoms; watch and repeat' },
    {
      from: 10,
      label: 'moderate',
      severity: 'moderate',
      meaning: 'moderate depressive symptoms; make a plan',
    },
    {
      from: 15,
      label: 'moderately severe',
      severity: 'high',
      meaning: 'moderately severe depressive symptoms; treat',
    },
    {
      from: 20,
      label: 'severe',
      severity: 'high',
      meaning: 'severe depressive symptoms; treat without delay',
    },
  ],
  alarmItem: `/${SUICIDE_ITEM}`,
  source: 'Kroenke et al., J Gen Intern Med 2001;16:606',
};

export const gad7: Instrument = {
  name: 'GAD-7',
  questionnaire: questionnaireOf('69737-5', 'GAD7', 'Generalized anxiety disorder 7 item (GAD-7)', GAD_7),
  totalCode: '70274-6',
  bands: [
    { from: 0, label: 'minimal', severity: 'info', meaning: 'minimal anxiety' },
    { from: 5, label: 'mild', severity: 'low', meaning: 'mild anxiety; watch and repeat' },
    { from: 10, label: 'moderate', severity: 'moderate', meaning: 'moderate anxiety; look further' },
    { from: 15, label: 'severe', severity: 'high', meaning: 'severe anxiety; treat' },
  ],
  source: 'Spitzer et al., Arch Intern Med 2006;166:1092',
};

export const instruments: readonly Instrument[] = [phq2, phq9, gad7];
