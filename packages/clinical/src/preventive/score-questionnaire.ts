/**
 * The score of any QuestionnaireResponse: the sum of the weights of its answers. Weights are the extensions `ordinalValue`
 * (R4) or `itemWeight` (R5), on the answer, on its coding, or on the option of the Questionnaire it was chosen from.
 */
import type { Extension, Questionnaire, QuestionnaireResponse } from '@keychart/fhir';
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { ORDINAL_VALUE } from './instruments.ts';

type Item = NonNullable<Questionnaire['item']>[number];
type Option = NonNullable<Item['answerOption']>[number];
type Answered = NonNullable<QuestionnaireResponse['item']>[number];
type Answer = NonNullable<Answered['answer']>[number];

export interface QuestionnaireScore {
  readonly score: number;
  /** The least and the most the questionnaire can give, all items answered. */
  readonly possible: readonly [least: number, most: number];
  /** Weight of each answered item by its linkId. */
  readonly weights: Readonly<Record<string, number>>;
  /** LinkIds of weighted items without an answer (items shown only under a condition are not counted). */
  readonly unanswered: readonly string[];
}

const WEIGHT_URLS = [ORDINAL_VALUE, 'http://hl7.org/fhir/StructureDefinition/itemWeight'];

/** @returns a problem naming the item when the response does not belong to the questionnaire or an answer is no option. */
export function scoreQuestionnaire(
  questionnaire: Questionnaire,
  response: QuestionnaireResponse,
): QuestionnaireScore | InputProblem {
  const canonical = (url: string | undefined) => url?.split('|')[0];
  if (
    questionnaire.url !== undefined &&
    response.questionnaire !== undefined &&
    canonical(response.questionnaire) !== canonical(questionnaire.url)
  )
    return inputProblem('questionnaire', `is ${response.questionnaire}, not ${questionnaire.url}`);
  if (response.status === 'entered-in-error') return inputProblem('status', 'is entered-in-error');

  const items = new Map(flatItems(questionnaire.item).map((item) => [item.linkId, item]));
  const weights: Record<string, number> = {};
  for (const answered of flatAnswers(response.item)) {
    const item = items.get(answered.linkId);
    const field = `item[${answered.linkId}]`;
    if (item === undefined) return inputProblem(field, 'is not in the questionnaire');
    if (answered.linkId in weights) return inputProblem(field, 'is answered twice');
    const answers = answered.answer ?? [];
    if (answers.length > 1 && item.repeats !== true) return inputProblem(field, 'has more than one answer');
    const found = answers.map((answer) => weightOf(answer, item));
    if (found.includes('no option')) return inputProblem(field, 'is not one of the options');
    const known = found.filter((weight) => typeof weight === 'number');
    if (known.length > 0) weights[answered.linkId] = known.reduce((sum, weight) => sum + weight, 0);
  }
  const weighted = [...items.values()].filter((item) => optionWeights(item).length > 0);
  return {
    score: Object.values(weights).reduce((sum, weight) => sum + weight, 0),
    possible: [total(weighted, least), total(weighted, most)],
    weights,
    unanswered: weighted
      .filter(({ linkId, enableWhen }) => !(linkId in weights) && enableWhen === undefined)
      .map(({ linkId }) => linkId),
  };
}

/** Of an item that takes several answers the least is none of them, the most all that add. */
const least = (item: Item): number => {
  const weights = optionWeights(item);
  return item.repeats === true ? sum(weights.filter((weight) => weight < 0)) : Math.min(...weights);
};
const most = (item: Item): number => {
  const weights = optionWeights(item);
  return item.repeats === true ? sum(weights.filter((weight) => weight > 0)) : Math.max(...weights);
};
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const total = (items: readonly Item[], of: (item: Item) => number): number => sum(items.map(of));

function optionWeights({ answerOption = [] }: Item): number[] {
  return answerOption.flatMap((option) => weightOfOption(option) ?? []);
}

const weightOfOption = (option: Option): number | undefined =>
  extensionWeight(option.extension) ?? extensionWeight(option.valueCoding?.extension);

function weightOf(answer: Answer, item: Item): number | undefined | 'no option' {
  const own = extensionWeight(answer.extension) ?? extensionWeight(answer.valueCoding?.extension);
  const options = item.answerOption ?? [];
  const option = options.find((each) => isSame(each, answer));
  if (option !== undefined) return weightOfOption(option) ?? own;
  const isFree = item.type === 'open-choice' && answer.valueCoding === undefined;
  return options.length > 0 && !isFree ? 'no option' : own;
}

function isSame(option: Option, answer: Answer): boolean {
  const { valueCoding: offered } = option;
  const { valueCoding: chosen } = answer;
  if (offered !== undefined && chosen !== undefined)
    return (
      offered.code === chosen.code && (offered.system ?? chosen.system) === (chosen.system ?? offered.system)
    );
  return (
    (option.valueInteger !== undefined && option.valueInteger === answer.valueInteger) ||
    (option.valueString !== undefined && option.valueString === answer.valueString) ||
    (option.valueDate !== undefined && option.valueDate === answer.valueDate)
  );
}

const extensionWeight = (extensions: readonly Extension[] | undefined): number | undefined =>
  extensions?.find(({ url }) => url !== undefined && WEIGHT_URLS.includes(url))?.valueDecimal;

const flatItems = (items: readonly Item[] = []): readonly Item[] =>
  items.flatMap((item) => [item, ...flatItems(item.item)]);

/** Groups without answers of their own only hold others; answers can hold items too. */
const flatAnswers = (items: readonly Answered[] = []): readonly Answered[] =>
  items.flatMap((item) => [
    ...(item.answer === undefined ? [] : [item]),
    ...flatAnswers(item.item),
    ...(item.answer ?? []).flatMap((answer) => flatAnswers(answer.item)),
  ]);
