/** Well-child visits by age (AAP/Bright Futures periodicity schedule, February 2025): which is done, due, overdue. */
import { addDays, ageOn } from '@keychart/fhir';
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
  return VISITS.map((age, index) => {
    const due = dateAtAge(birthDate, age);
    const next = dateAtAge(birthDate, VISITS[index + 1] ?? END);
    return { label: ageLabel(age), due, overdue: addDays(due, Math.ceil(daysBetween(due, next) / 2)) };
  });
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
  const all = wellVisits(birthDate);
  const next = all.find(({ due }) => due > on);
  const isOver = (ageOn(birthDate, on)?.years ?? 0) > 21;
  const currentIndex = isOver ? -1 : all.findLastIndex(({ due }) => due <= on);
  const current = all[currentIndex];
  const made = visits
    .filter((date) => date.slice(0, 10) <= on)
    .map((date) => nearest(all, date.slice(0, 10)));
  const upcoming = next === undefined ? {} : { next };
  if (current === undefined || made.some((index) => index >= currentIndex))
    return { ...upcoming, findings: [] };
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

function nearest(visits: readonly WellVisit[], date: string): number {
  // A visit belongs to the last one whose next is not yet half-way near.
  const index = visits.findIndex(({ overdue }) => date < overdue);
  return index < 0 ? visits.length - 1 : index;
}
