/**
 * The schedule that comes along: ACIP's recommendations as of November 2025 (CDC's immunization schedules and the facts of
 * CDSi supporting data 4.64), written in our own notation, with the corrections docs/clinical.md lists.
 * Loaded only when asked for: nothing here is carried by a page that shows no vaccines.
 */
import type { Schedule } from '../schedule.ts';

let loaded: Promise<Schedule> | undefined;

/** Read once, then shared. */
export function builtInSchedule(): Promise<Schedule> {
  loaded ??= import('./assemble-schedule.ts').then(({ assembleSchedule }) => assembleSchedule());
  return loaded;
}
