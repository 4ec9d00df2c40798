/** Which screenings are due or overdue for one person, from the table, what was done, and the risks on record. */
import { addDays } from '@keychart/fhir';
import type { Finding, Severity } from '../finding.ts';
import { addMonths, dateAtAge, daysBetween, type ScheduleAge, scheduleAge } from './calendar.ts';
import { SCREENINGS } from './screening-table.ts';
import { BRIGHT_FUTURES } from './well-visits.ts';

type When =
  | { readonly how: 'at'; readonly ages: readonly ScheduleAge[] }
  | {
      readonly how: 'once' | 'every';
      readonly from: ScheduleAge;
      readonly to: ScheduleAge;
      readonly months: number;
    };

export interface Screening {
  readonly id: string;
  readonly what: string;
  readonly sex?: 'female' | 'male';
  /** Only for those with this risk on record. */
  readonly risk?: string;
  readonly when: When;
  /** Of the finding when it is overdue; while it is due it is `info`. */
  readonly severity: Severity;
  readonly source: string;
}

export interface Done {
  /** Id of the screening. */
  readonly id: string;
  readonly date: string;
  /** How long this result holds where that is not the table's interval: 120 for a colonoscopy without findings. */
  readonly goodForMonths?: number;
}

export interface ScreeningDue extends Finding {
  readonly kind: 'screening-due';
  readonly id: string;
  readonly due: string;
  readonly isOverdue: boolean;
}

function parse(line: string): Screening {
  const [id = '', what = '', who = '', when = '', severity = '', source = ''] = line
    .split('|')
    .map((c) => c.trim());
  const sex = /\b(female|male)\b/.exec(who)?.[1] as 'female' | 'male' | undefined;
  const risk = /risk ([\w-]+)/.exec(who)?.[1];
  return {
    id,
    what,
    ...(sex === undefined ? {} : { sex }),
    ...(risk === undefined ? {} : { risk }),
    when: parseWhen(when),
    severity: severity as Severity,
    source: source.replace(/^AAP(?=;|$)/, BRIGHT_FUTURES),
  };
}

function parseWhen(text: string): When {
  const [how = '', ...rest] = text.split(' ');
  if (how === 'at') return { how, ages: rest.join(' ').split(', ').map(scheduleAge) };
  const [from = '', to = ''] = (rest.at(-1) ?? '').split('-');
  return {
    how: how === 'once' ? 'once' : 'every',
    from: scheduleAge(from),
    to: scheduleAge(to),
    months: how === 'once' ? 0 : Number(rest[0]),
  };
}

export const screenings: readonly Screening[] = SCREENINGS.trim().split('\n').map(parse);

export interface ScreeningInput {
  readonly birthDate: string;
  readonly sex?: 'female' | 'male';
  readonly on: string;
  readonly done: readonly Done[];
  readonly risks: readonly string[];
}

/** What is due on that day. Without a sex on record only what is for all is asked for. */
export function dueScreenings({ birthDate, sex, on, done, risks }: ScreeningInput): readonly ScreeningDue[] {
  return screenings
    .filter((each) => each.sex === undefined || each.sex === sex)
    .filter(({ risk }) => risk === undefined || risks.includes(risk))
    .flatMap((each) => {
      const mine = done.filter(({ id, date }) => id === each.id && date.slice(0, 10) <= on);
      const open = openOn(each.when, birthDate, on, mine);
      return open === undefined ? [] : [finding(each, open, on)];
    });
}

interface Open {
  readonly due: string;
  /** From then on it is overdue. */
  readonly overdue: string;
}

function openOn(when: When, birthDate: string, on: string, done: readonly Done[]): Open | undefined {
  return when.how === 'at' ? openAt(when.ages, birthDate, on, done) : openWithin(when, birthDate, on, done);
}

/** The last age that is reached counts, until the next one, or for as long again as it was since the one before. */
function openAt(
  ages: readonly ScheduleAge[],
  birthDate: string,
  on: string,
  done: readonly Done[],
): Open | undefined {
  const first = dateAtAge(birthDate, ages[0]!);
  if (on < first) return undefined;
  const dates = ages.map((age) => dateAtAge(birthDate, age));
  const index = dates.findLastIndex((date) => date <= on);
  const due = dates[index];
  if (due === undefined) return undefined;
  const before = dates[index - 1] ?? birthDate;
  const span = Math.max(30, Math.min(366, daysBetween(before, due)));
  const end = dates[index + 1] ?? addDays(due, span);
  if (on >= end) return undefined;
  // Done up to half-way back to the age before counts for this one.
  const since = addDays(due, -Math.floor(daysBetween(before, due) / 2));
  if (done.some(({ date }) => date.slice(0, 10) >= since)) return undefined;
  return { due, overdue: addDays(due, Math.ceil(daysBetween(due, end) / 2)) };
}

function openWithin(
  { how, from, to, months }: Exclude<When, { readonly how: 'at' }>,
  birthDate: string,
  on: string,
  done: readonly Done[],
): Open | undefined {
  const start = dateAtAge(birthDate, from);
  if (on < start) return undefined;
  const end = dateAtAge(birthDate, to);
  if (on >= end) return undefined;
  const last = done.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  if (how === 'once') {
    if (last !== undefined && last.date.slice(0, 10) >= addDays(start, -180)) return undefined;
    return { due: start, overdue: addDays(start, Math.ceil(daysBetween(start, end) / 2)) };
  }
  const again = last === undefined ? start : addMonths(last.date, last.goodForMonths ?? months);
  const [, due = start] = [again, start].toSorted();
  // Somebody who is new at 50 is not 38 years late: a quarter of the interval is given from the day it fell due.
  return on < due ? undefined : { due, overdue: addMonths(due, Math.max(1, Math.round(months / 4))) };
}

function finding(
  { id, what, severity, source }: Screening,
  { due, overdue }: Open,
  on: string,
): ScreeningDue {
  const isOverdue = on >= overdue;
  return {
    kind: 'screening-due',
    id,
    due,
    isOverdue,
    severity: isOverdue ? severity : 'info',
    reason: `${what.charAt(0).toUpperCase()}${what.slice(1)}: due since ${due}${isOverdue ? ', overdue' : ''}.`,
    source,
  };
}
