/** One series dose of a CDSi release: ages, intervals, vaccines, skips, season. */
import type {
  AgeRule,
  DoseRule,
  IntervalRule,
  SkipCondition,
  SkipRule,
  SkipSet,
} from '@keychart/clinical/immunizations';
import { codeList, dateText, periodText, rangeText } from './wording.ts';
import { child, children, compact, textOf, type XmlNode } from './xml-node.ts';

/** @throws TypeError naming series and dose when the release says what we do not know. */
export function readDose(node: XmlNode, series: string): DoseRule {
  const number = Number(/\d+/.exec(textOf(node, 'doseNumber') ?? '')?.[0]);
  try {
    const season = child(node, 'seasonalRecommendation');
    return compact<DoseRule>({
      number,
      ages: children(node, 'age').map(readAge).filter(isSaid),
      intervals: children(node, 'interval').map(readInterval),
      allowableIntervals: children(node, 'allowableInterval').map(readInterval),
      preferable: children(node, 'preferableVaccine').map(readVaccine),
      allowable: children(node, 'allowableVaccine').map(readVaccine),
      inadvertent: children(node, 'inadvertentVaccine').map((each) => textOf(each, 'cvx') ?? ''),
      skip: children(node, 'conditionalSkip').map(readSkip),
      recurring: textOf(node, 'recurringDose')?.toLowerCase().startsWith('y') ? true : undefined,
      season:
        season === undefined
          ? undefined
          : compact<NonNullable<DoseRule['season']>>({
              start: dateText(textOf(season, 'startDate')),
              end: dateText(textOf(season, 'endDate')),
              yearly: undefined,
            }),
    });
  } catch (error) {
    throw new TypeError(`${series}, dose ${number}: ${(error as Error).message}`, { cause: error });
  }
}

const isSaid = (rule: object) => Object.keys(rule).length > 0;

const inForce = (node: XmlNode) => ({
  effective: dateText(textOf(node, 'effectiveDate')),
  ceased: dateText(textOf(node, 'cessationDate')),
});

const readAge = (node: XmlNode): AgeRule =>
  compact<AgeRule>({
    absoluteMinimum: periodText(textOf(node, 'absMinAge')),
    minimum: periodText(textOf(node, 'minAge')),
    recommended: periodText(textOf(node, 'earliestRecAge')),
    overdue: periodText(textOf(node, 'latestRecAge')),
    maximum: periodText(textOf(node, 'maxAge')),
    ...inForce(node),
  });

function readInterval(node: XmlNode): IntervalRule {
  return compact<IntervalRule>({
    from: origin(node),
    absoluteMinimum: periodText(textOf(node, 'absMinInt')),
    minimum: periodText(textOf(node, 'minInt')),
    recommended: periodText(textOf(node, 'earliestRecInt')),
    overdue: periodText(textOf(node, 'latestRecInt')),
    priority: textOf(node, 'intervalPriority')?.toLowerCase() === 'override' ? true : undefined,
    ...inForce(node),
  });
}

function origin(node: XmlNode): string {
  if (textOf(node, 'fromPrevious')?.toUpperCase() === 'Y') return 'previous';
  const dose = textOf(node, 'fromTargetDose');
  if (dose !== undefined) return `dose ${Number(/\d+/.exec(dose)?.[0])}`;
  const vaccines = codeList(textOf(node, 'fromMostRecent'));
  if (vaccines.length > 0) return `vaccines ${vaccines.join(' ')}`;
  const observation = textOf(child(node, 'fromRelevantObs'), 'code');
  if (observation !== undefined) return `observation ${observation}`;
  throw new TypeError('an interval says not from what');
}

function readVaccine(node: XmlNode): string {
  const maker = textOf(node, 'mvx');
  return `${textOf(node, 'cvx')}${maker === undefined ? '' : `/${maker}`}${rangeText(
    textOf(node, 'beginAge'),
    textOf(node, 'endAge'),
  )}${textOf(node, 'forecastVaccineType')?.toUpperCase() === 'Y' ? '*' : ''}`;
}

function readSkip(node: XmlNode): SkipRule {
  const context = (textOf(node, 'context') ?? '').toLowerCase();
  if (context !== 'both' && context !== 'evaluation' && context !== 'forecast')
    throw new TypeError(`skip context "${context}" is not known`);
  return compact<SkipRule>({
    when: context,
    all: textOf(node, 'setLogic')?.toUpperCase() === 'AND' ? true : undefined,
    sets: children(node, 'set').map((set) =>
      compact<SkipSet>({
        conditions: children(set, 'condition').map(readCondition),
        all: textOf(set, 'conditionLogic')?.toUpperCase() === 'AND' ? true : undefined,
        ...inForce(set),
      }),
    ),
  });
}

const COUNT_LOGIC = {
  'greater than': 'more',
  'equal to': 'equal',
  equal: 'equal',
  'less than': 'less',
} as const;

function readCondition(node: XmlNode): SkipCondition {
  const type = (textOf(node, 'conditionType') ?? '').toLowerCase();
  const from = periodText(textOf(node, 'beginAge'));
  const until = periodText(textOf(node, 'endAge'));
  if (type === 'age') return compact<SkipCondition & { kind: 'age' }>({ kind: 'age', from, until });
  if (type === 'completed series')
    return { kind: 'completed', group: codeList(textOf(node, 'seriesGroups')).join(' ') };
  if (type === 'interval') return { kind: 'interval', period: periodText(textOf(node, 'interval')) ?? '0d' };
  if (!type.startsWith('vaccine count')) throw new TypeError(`skip condition "${type}" is not known`);
  const logic = COUNT_LOGIC[(textOf(node, 'doseCountLogic') ?? '').toLowerCase() as keyof typeof COUNT_LOGIC];
  if (logic === undefined)
    throw new TypeError(`dose count logic "${textOf(node, 'doseCountLogic')}" is not known`);
  const vaccines = codeList(textOf(node, 'vaccineTypes'));
  return compact<SkipCondition & { kind: 'count' }>({
    kind: 'count',
    vaccines: vaccines.length > 0 ? vaccines.join(' ') : undefined,
    is: logic,
    than: Number(textOf(node, 'doseCount')),
    validOnly: textOf(node, 'doseType')?.toLowerCase() === 'valid' ? true : undefined,
    from,
    until,
    start: dateText(textOf(node, 'startDate')),
    end: dateText(textOf(node, 'endDate')),
  });
}
