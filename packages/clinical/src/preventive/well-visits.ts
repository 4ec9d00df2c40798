/** Well-child visits by age (AAP/Bright Futures periodicity schedule, February 2025): which is done, due, overdue. */
import { addDays } from '@keychart/fhir';
import type { Finding } from '../finding.ts';
import { ageLabel, dateAtAge, daysBetween, scheduleAge } from './calendar.ts';

export const BRIGHT_FUTURES = 'AAP/Bright Futures periodicity schedule, February 2025';

const EARLY = ['0d', '4d', '1mo', '2mo', '4mo', '6mo', '9mo', '12mo', '15mo', '18mo', '24mo', '30mo'];
/** The newborn examination, the visit at 3 to 5 days, by 1 month, then by the table; every year from 3 to 21 years. */
const VISITS = [...EARLY, ...Array.from({ length: 19 }, (_, index) => `${index + 3}y`)].map(scheduleAge);
const END = scheduleAge('22y');

export interface WellVisit {
  /** `9 months`, `4 years`. */
  readonly label: string;
  readonly due: string;
  /** From this day on it is overdue: half the time to the next one has gone. */
  readonly overdue: string;
}

/** The visits of one child, in order. @param birthDate a full date */
export function wellVisits(birthDate: string): readonly WellVisit[] {
  const dates = dueDates(birthDate);
  return VISITS.map((_, index) => visitAt(index, dates));
}

/** When each visit is due, and after them the day the schedule ends. */
const dueDates = (birthDate: string): readonly string[] =>
  [...VISITS, END].map((age) => dateAtAge(birthDate, age));

function visitAt(index: number, dates: readonly string[]): WellVisit {
  const [due, next] = [dates[index]!, dates[index + 1]!];
  return {
    label: ageLabel(VISITS[index]!),
    due,
    overdue: addDays(due, Math.ceil(daysBetween(due, next) / 2)),
  };
}

export interface WellVisitState {
  /** The visit that should have been by now and has not; absent when the last one was made, or the age is past 21. */
  readonly open?: WellVisit;
  readonly next?: WellVisit;
  readonly findings: readonly Finding[];
}

/**
 * A visit counts for the age it was nearest to; one that was missed is not asked for again once the next is due.
 * @param visits dates of the well-child visits made. @param on full date, not before birth.
 */
export function wellVisitState(birthDate: string, visits: readonly string[], on: string): WellVisitState {
  const dates = dueDates(birthDate);
  const nextIndex = dates.findIndex((due) => due > on);
  const upcoming = nextIndex >= 0 && nextIndex < VISITS.length ? { next: visitAt(nextIndex, dates) } : {};
  const index = nextIndex - 1;
  if (index < 0) return { ...upcoming, findings: [] };
  const current = visitAt(index, dates);
  // What was made before half the way from the visit before belongs to that one.
  const since = index === 0 ? birthDate : visitAt(index - 1, dates).overdue;
  const isMade = visits.some((date) => date.slice(0, 10) >= since && date.slice(0, 10) <= on);
  if (isMade) return { ...upcoming, findings: [] };
  const isOverdue = on >= current.overdue;
  const reason = isOverdue
    ? `The well visit at ${current.label} was due on ${current.due} and has not been made.`
    : `The well visit at ${current.label} is due.`;
  const finding: Finding = {
    kind: isOverdue ? 'overdue-visit' : 'visit-due',
    severity: isOverdue ? 'moderate' : 'info',
    reason,
    source: BRIGHT_FUTURES,
  };
  return { open: current, ...upcoming, findings: [finding] };
}
