/** What the parts of a child's story share. */
import { addDays } from '@keychart/fhir';
import { addMonths, onWeekday } from './calendar.ts';
import type { ChartWriter } from './chart-writer.ts';
import type { ChildPlan } from './child-plan.ts';

/** The made-up practice opened six years ago: nobody's chart goes further back. */
const YEARS_OF_RECORDS = 6;

export interface Story {
  chart: ChartWriter;
  plan: ChildPlan;
  /** First day at the practice. */
  joined: string;
}

export interface Day {
  date: string;
  tell: (date: string) => void;
}

/** First day at this practice, by the plan and by how far its records go back; `wait` days after it opened at the earliest. */
export function joinedOn(plan: ChildPlan, birthDate: string, today: string, wait: number): string {
  const own =
    plan.joinedAtMonths === undefined ? addDays(birthDate, 2) : addMonths(birthDate, plan.joinedAtMonths);
  const opened = addMonths(today, -12 * YEARS_OF_RECORDS);
  return onWeekday(own > opened ? own : addDays(opened, wait));
}
