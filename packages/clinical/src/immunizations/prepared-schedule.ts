/**
 * A compiled schedule made ready to run: periods and dates read once, vaccine lists as sets. Made once, used for every patient.
 * Shapes follow the vocabulary of the specification; see schedule.ts for what each member means.
 */
import { type Day, type Period, parseDay, parsePeriod } from './calendar-date.ts';
import { groupBy } from './group-by.ts';
import type {
  AgeRule,
  AntigenRule,
  ConflictRule,
  DoseRule,
  IntervalRule,
  Schedule,
  SeriesRule,
  SkipCondition,
  SkipRule,
} from './schedule.ts';
import type { Window } from './season.ts';

const FIRST_DAY: Day = -1_000_000;
const LAST_DAY: Day = 1_000_000;

/** A period of the schedule: the same text is the same object, numbered, so that a patient's dates are computed once each. */
export interface SchedulePeriod extends Period {
  readonly key: number;
}

export interface InForce {
  readonly effective: Day;
  readonly ceased: Day;
}

/** A code with the ages at which it counts. */
export interface AgedCode {
  readonly code: string;
  readonly from: SchedulePeriod | undefined;
  readonly until: SchedulePeriod | undefined;
}

export interface VaccineRule extends AgedCode {
  readonly maker: string | undefined;
  readonly isNamedInForecast: boolean;
}

export interface Ages extends InForce {
  readonly absoluteMinimum: SchedulePeriod | undefined;
  readonly minimum: SchedulePeriod | undefined;
  readonly recommended: SchedulePeriod | undefined;
  readonly overdue: SchedulePeriod | undefined;
  readonly maximum: SchedulePeriod | undefined;
}

export type IntervalOrigin =
  | { readonly kind: 'previous' }
  | { readonly kind: 'dose'; readonly number: number }
  | { readonly kind: 'vaccines'; readonly codes: ReadonlySet<string> }
  | { readonly kind: 'observation'; readonly code: string };

export interface Interval extends InForce {
  readonly from: IntervalOrigin;
  readonly absoluteMinimum: SchedulePeriod | undefined;
  readonly minimum: SchedulePeriod | undefined;
  readonly recommended: SchedulePeriod | undefined;
  readonly overdue: SchedulePeriod | undefined;
  readonly isPriority: boolean;
}

export type Condition =
  | {
      readonly kind: 'age';
      readonly from: SchedulePeriod | undefined;
      readonly until: SchedulePeriod | undefined;
    }
  | { readonly kind: 'completed'; readonly groups: ReadonlySet<string> }
  | { readonly kind: 'interval'; readonly period: Period }
  | {
      readonly kind: 'count';
      readonly codes: ReadonlySet<string> | undefined;
      readonly is: 'more' | 'equal' | 'less';
      readonly than: number;
      readonly validOnly: boolean;
      readonly from: SchedulePeriod | undefined;
      readonly until: SchedulePeriod | undefined;
      readonly window: Window;
    };

export interface ConditionSet extends InForce {
  readonly all: boolean;
  readonly conditions: readonly Condition[];
}

export interface Skip {
  readonly when: SkipRule['when'];
  readonly all: boolean;
  readonly sets: readonly ConditionSet[];
}

export interface SeriesDose {
  readonly number: number;
  readonly ages: readonly Ages[];
  readonly intervals: readonly Interval[];
  readonly allowableIntervals: readonly Interval[];
  readonly preferable: readonly VaccineRule[];
  /** Preferable and allowable vaccines by CVX code. */
  readonly accepted: ReadonlyMap<string, readonly VaccineRule[]>;
  readonly inadvertent: ReadonlySet<string>;
  readonly skip: readonly Skip[];
  readonly isRecurring: boolean;
  readonly season: Window | undefined;
}

export interface AntigenSeries {
  readonly antigen: string;
  readonly name: string;
  readonly type: SeriesRule['type'];
  readonly group: string;
  readonly equivalentGroups: readonly string[];
  readonly genders: readonly string[];
  readonly isDefault: boolean;
  readonly isProduct: boolean;
  readonly priority: string;
  readonly preference: number;
  readonly maximumAgeToStart: SchedulePeriod | undefined;
  readonly indications: readonly AgedCode[];
  readonly doses: readonly SeriesDose[];
}

export interface BirthImmunity {
  readonly before: Day;
  readonly country: string | undefined;
  readonly unless: readonly string[];
}

export interface Antigen {
  readonly name: string;
  readonly group: string;
  readonly immunityObservations: readonly string[];
  readonly immunityBirths: readonly BirthImmunity[];
  readonly contraindications: readonly AgedCode[];
  readonly vaccineContraindications: readonly {
    readonly code: string;
    readonly vaccines: readonly AgedCode[];
  }[];
  readonly series: readonly AntigenSeries[];
}

export interface Conflict {
  readonly begin: SchedulePeriod;
  readonly minimumEnd: SchedulePeriod;
  readonly end: SchedulePeriod;
}

/** By the CVX code of the vaccine that suffers, then by that of the one given before. */
export type Conflicts = ReadonlyMap<string, ReadonlyMap<string, Conflict>>;

export interface PreparedSchedule {
  readonly name: string;
  readonly issued: string;
  readonly antigens: readonly Antigen[];
  readonly groups: Schedule['groups'];
  readonly vaccines: ReadonlyMap<string, readonly AgedCode[]>;
  readonly conflicts: Conflicts;
  readonly observations: Schedule['observations'];
}

/** @throws TypeError when the schedule holds a period, a date or a code list that cannot be read. */
export function prepareSchedule(schedule: Schedule): PreparedSchedule {
  return {
    name: schedule.name,
    issued: schedule.issued,
    antigens: schedule.antigens.map(prepareAntigen),
    groups: schedule.groups,
    vaccines: new Map(
      Object.entries(schedule.vaccines).map(([code, antigens]) => [code, antigens.map(readAgedCode)]),
    ),
    conflicts: prepareConflicts(schedule.conflicts),
    observations: schedule.observations,
  };
}

const period = (text: string | undefined) => (text === undefined ? undefined : readPeriod(text));

const periods = new Map<string, SchedulePeriod>();
function readPeriod(text: string): SchedulePeriod {
  const known = periods.get(text);
  if (known) return known;
  const read = { ...parsePeriod(text), key: periods.size };
  periods.set(text, read);
  return read;
}

function readDate(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new TypeError(`Not a date: "${text}"`);
  return day;
}

const inForce = ({ effective, ceased }: { effective?: string; ceased?: string }): InForce => ({
  effective: effective === undefined ? FIRST_DAY : readDate(effective),
  ceased: ceased === undefined ? LAST_DAY : readDate(ceased),
});

const readWindow = (rule: { start?: string; end?: string; yearly?: true }): Window => ({
  start: rule.start === undefined ? undefined : readDate(rule.start),
  end: rule.end === undefined ? undefined : readDate(rule.end),
  yearly: rule.yearly === true,
});

function readAgedCode(text: string): AgedCode {
  const [code = '', range] = text.split('@');
  const [from, until] = (range ?? '').split('..');
  return {
    code,
    from: from ? readPeriod(from) : undefined,
    until: until ? readPeriod(until) : undefined,
  };
}

function readVaccine(text: string): VaccineRule {
  const isNamedInForecast = text.endsWith('*');
  const aged = readAgedCode(isNamedInForecast ? text.slice(0, -1) : text);
  const [code = '', maker] = aged.code.split('/');
  return { ...aged, code, maker, isNamedInForecast };
}

function prepareConflicts(rules: readonly ConflictRule[]): Conflicts {
  const conflicts = new Map<string, Map<string, Conflict>>();
  for (const { impacted, conflicting, ...rule } of rules) {
    const conflict = {
      begin: readPeriod(rule.begin),
      minimumEnd: readPeriod(rule.minimumEnd),
      end: readPeriod(rule.end),
    };
    for (const later of impacted) {
      const before = conflicts.get(later) ?? new Map<string, Conflict>();
      for (const earlier of conflicting) before.set(earlier, conflict);
      conflicts.set(later, before);
    }
  }
  return conflicts;
}

function prepareAntigen(rule: AntigenRule): Antigen {
  return {
    name: rule.antigen,
    group: rule.group,
    immunityObservations: rule.immunity?.observations ?? [],
    immunityBirths: (rule.immunity?.births ?? []).map(({ before, country, unless }) => ({
      before: readDate(before),
      country,
      unless: unless ?? [],
    })),
    contraindications: (rule.contraindications ?? []).map(readAgedCode),
    vaccineContraindications: Object.entries(rule.vaccineContraindications ?? {}).map(([code, vaccines]) => ({
      code,
      vaccines: vaccines.map(readAgedCode),
    })),
    series: rule.series.map((series) => prepareSeries(series, rule.antigen)),
  };
}

const prepareSeries = (rule: SeriesRule, antigen: string): AntigenSeries => ({
  antigen,
  name: rule.name,
  type: rule.type,
  group: rule.group,
  equivalentGroups: rule.equivalentGroups ?? [],
  genders: rule.genders ?? [],
  isDefault: rule.isDefault === true,
  isProduct: rule.isProduct === true,
  priority: rule.priority,
  preference: rule.preference ?? Number.POSITIVE_INFINITY,
  maximumAgeToStart: period(rule.maximumAgeToStart),
  indications: (rule.indications ?? []).map(readAgedCode),
  doses: rule.doses.map(prepareDose),
});

const prepareDose = (rule: DoseRule): SeriesDose => ({
  number: rule.number,
  ages: (rule.ages ?? []).map(prepareAges),
  intervals: (rule.intervals ?? []).map(prepareInterval),
  allowableIntervals: (rule.allowableIntervals ?? []).map(prepareInterval),
  preferable: (rule.preferable ?? []).map(readVaccine),
  accepted: groupBy(
    [...(rule.preferable ?? []), ...(rule.allowable ?? [])].map(readVaccine),
    ({ code }) => code,
  ),
  inadvertent: new Set(rule.inadvertent ?? []),
  skip: (rule.skip ?? []).map(prepareSkip),
  isRecurring: rule.recurring === true,
  season: rule.season && readWindow(rule.season),
});

const prepareAges = (rule: AgeRule): Ages => ({
  absoluteMinimum: period(rule.absoluteMinimum),
  minimum: period(rule.minimum),
  recommended: period(rule.recommended),
  overdue: period(rule.overdue),
  maximum: period(rule.maximum),
  ...inForce(rule),
});

const prepareInterval = (rule: IntervalRule): Interval => ({
  from: readOrigin(rule.from),
  absoluteMinimum: period(rule.absoluteMinimum),
  minimum: period(rule.minimum),
  recommended: period(rule.recommended),
  overdue: period(rule.overdue),
  isPriority: rule.priority === true,
  ...inForce(rule),
});

function readOrigin(text: string): IntervalOrigin {
  const [kind, ...rest] = text.split(' ');
  if (kind === 'previous') return { kind };
  if (kind === 'dose') return { kind, number: Number(rest[0]) };
  if (kind === 'vaccines') return { kind, codes: new Set(rest) };
  if (kind === 'observation') return { kind, code: rest[0] ?? '' };
  throw new TypeError(`Not an origin of an interval: "${text}"`);
}

const prepareSkip = (rule: SkipRule): Skip => ({
  when: rule.when,
  all: rule.all === true,
  sets: rule.sets.map((set) => ({
    all: set.all === true,
    conditions: set.conditions.map(prepareCondition),
    ...inForce(set),
  })),
});

function prepareCondition(rule: SkipCondition): Condition {
  switch (rule.kind) {
    case 'age':
      return { kind: 'age', from: period(rule.from), until: period(rule.until) };
    case 'completed':
      return { kind: 'completed', groups: new Set(rule.group.split(' ')) };
    case 'interval':
      return { kind: 'interval', period: readPeriod(rule.period) };
    case 'count':
      return {
        kind: 'count',
        codes: rule.vaccines === undefined ? undefined : new Set(rule.vaccines.split(' ')),
        is: rule.is,
        than: rule.than,
        validOnly: rule.validOnly === true,
        from: period(rule.from),
        until: period(rule.until),
        window: readWindow(rule),
      };
  }
}
