/** Scores of PHQ-2, PHQ-9, GAD-7 and of questionnaires of anybody's own. */
import { type Questionnaire, type QuestionnaireResponse, validate } from '@keychart/fhir';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSWERS } from './instrument-items.ts';
import { gad7, type Instrument, instruments, ORDINAL_VALUE, phq2, phq9 } from './instruments.ts';
import { scoreInstrument } from './score-instrument.ts';
import { scoreQuestionnaire } from './score-questionnaire.ts';

/** The response that gives those weights to the items in their order; undefined leaves an item out. */
function filled(
  { questionnaire }: Instrument,
  weights: readonly (number | undefined)[],
): QuestionnaireResponse {
  const asked = questionnaire.item!.filter(({ type }) => type === 'choice');
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    questionnaire: `${questionnaire.url}|1.0`,
    item: asked.flatMap(({ linkId }, index) => {
      const weight = weights[index];
      if (weight === undefined) return [];
      const { code, text } = ANSWERS[weight]!;
      return [{ linkId, answer: [{ valueCoding: { system: 'http://loinc.org', code, display: text } }] }];
    }),
  };
}

const scored = (instrument: Instrument, weights: readonly (number | undefined)[]) => {
  const result = scoreInstrument(filled(instrument, weights));
  if ('error' in result) throw new Error(result.error.message);
  return result;
};

describe('instruments', () => {
  test.each(instruments.map((each) => [each.name, each] as const))(
    '%s is a valid Questionnaire',
    (_, each) => {
      expect(validate(each.questionnaire)).toEqual([]);
    },
  );

  test.each([
    [phq2, [1, 1], 2, 'negative'],
    [phq2, [2, 1], 3, 'positive'],
    [phq9, [0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'none or minimal'],
    [phq9, [1, 1, 1, 1, 1, 0, 0, 0, 0], 5, 'mild'],
    [phq9, [2, 2, 2, 2, 1, 0, 0, 0, 0], 9, 'mild'],
    [phq9, [2, 2, 2, 2, 2, 0, 0, 0, 0], 10, 'moderate'],
    [phq9, [3, 3, 3, 3, 3, 0, 0, 0, 0], 15, 'moderately severe'],
    [phq9, [3, 3, 3, 3, 3, 3, 2, 0, 0], 20, 'severe'],
    [phq9, [3, 3, 3, 3, 3, 3, 3, 3, 3], 27, 'severe'],
    [gad7, [1, 1, 1, 1, 0, 0, 0], 4, 'minimal'],
    [gad7, [1, 1, 1, 1, 1, 0, 0], 5, 'mild'],
    [gad7, [2, 2, 2, 2, 2, 0, 0], 10, 'moderate'],
    [gad7, [3, 3, 3, 3, 3, 0, 0], 15, 'severe'],
  ])('$name $1 is $2, $3', (instrument, weights, score, label) => {
    expect(scored(instrument, weights)).toMatchObject({ score, band: { label }, unanswered: [] });
  });

  test('any answer but "not at all" to the ninth item of the PHQ-9 is an alarm, even in an unfinished one', () => {
    expect(scored(phq9, [0, 0, 0, 0, 0, 0, 0, 0, 1]).findings[0]).toMatchObject({
      kind: 'suicide-risk',
      severity: 'high',
    });
    const nothing = Array<number | undefined>(8).fill(undefined);
    const unfinished = scored(phq9, [...nothing, 2]);
    expect(unfinished.findings[0]).toMatchObject({ kind: 'suicide-risk' });
    expect(unfinished.band).toBeUndefined();
    expect(unfinished.unanswered).toHaveLength(8);
    expect(scored(phq9, [3, 3, 3, 3, 3, 3, 3, 3, 0]).findings.map(({ kind }) => kind)).toEqual([
      'questionnaire-score',
    ]);
  });

  test('the score is the sum, and more symptoms never make a milder band', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 8 }), (each, at) => {
        const before = scored(phq9, each);
        expect(before.score).toBe(each.reduce((sum, weight) => sum + weight, 0));
        const more = each.with(at, Math.min(3, each[at]! + 1));
        expect(phq9.bands.indexOf(scored(phq9, more).band!)).toBeGreaterThanOrEqual(
          phq9.bands.indexOf(before.band!),
        );
      }),
    );
  });
});

describe('any questionnaire', () => {
  const weight = (valueDecimal: number) => [{ url: ORDINAL_VALUE, valueDecimal }];
  const own: Questionnaire = {
    resourceType: 'Questionnaire',
    status: 'active',
    item: [
      {
        linkId: 'group',
        type: 'group',
        item: [
          {
            linkId: 'sleep',
            type: 'choice',
            answerOption: [
              { valueCoding: { code: 'well', extension: weight(0) } },
              { valueCoding: { code: 'badly', extension: weight(2.5) } },
            ],
          },
          {
            linkId: 'signs',
            type: 'choice',
            repeats: true,
            answerOption: [
              { valueString: 'cough', extension: weight(1) },
              {
                valueString: 'fever',
                extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: 3 }],
              },
            ],
          },
        ],
      },
      { linkId: 'note', type: 'text' },
    ],
  };
  const response = (item: QuestionnaireResponse['item']): QuestionnaireResponse => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: item ?? [],
  });

  test('weights on codings and on options, in groups, several answers, text without weight', () => {
    const answer = response([
      {
        linkId: 'group',
        item: [
          { linkId: 'sleep', answer: [{ valueCoding: { code: 'badly' } }] },
          { linkId: 'signs', answer: [{ valueString: 'cough' }, { valueString: 'fever' }] },
        ],
      },
      { linkId: 'note', answer: [{ valueString: 'since Monday' }] },
    ]);
    expect(scoreQuestionnaire(own, answer)).toEqual({
      score: 6.5,
      possible: [0, 6.5],
      weights: { sleep: 2.5, signs: 4 },
      unanswered: [],
    });
    expect(scoreQuestionnaire(own, response([]))).toMatchObject({ score: 0, unanswered: ['sleep', 'signs'] });
  });

  test('a weight on the answer counts where the questionnaire has no options', () => {
    const open: Questionnaire = {
      resourceType: 'Questionnaire',
      status: 'active',
      item: [{ linkId: 'a', type: 'choice' }],
    };
    const answer = response([
      { linkId: 'a', answer: [{ valueCoding: { code: 'x', extension: weight(4) } }] },
    ]);
    expect(scoreQuestionnaire(open, answer)).toMatchObject({ score: 4 });
  });

  test.each([
    [[{ linkId: 'other', answer: [{ valueString: 'x' }] }], 'item[other]'],
    [[{ linkId: 'sleep', answer: [{ valueCoding: { code: 'so-so' } }] }], 'item[sleep]'],
    [
      [{ linkId: 'sleep', answer: [{ valueCoding: { code: 'well' } }, { valueCoding: { code: 'badly' } }] }],
      'item[sleep]',
    ],
    [
      [
        { linkId: 'sleep', answer: [{ valueCoding: { code: 'well' } }] },
        { linkId: 'sleep', answer: [{ valueCoding: { code: 'well' } }] },
      ],
      'item[sleep]',
    ],
  ])('%j is a problem at %s', (item, field) => {
    expect(scoreQuestionnaire(own, response(item))).toMatchObject({ error: { field } });
  });

  test('a response to another questionnaire is none to this one', () => {
    expect(scoreQuestionnaire(gad7.questionnaire, filled(phq9, [1]))).toMatchObject({
      error: { field: 'questionnaire' },
    });
    expect(scoreInstrument(response([]))).toMatchObject({ error: { field: 'questionnaire' } });
  });
});
