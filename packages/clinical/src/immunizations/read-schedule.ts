/** A compiled schedule from JSON that may be anything: ready to run, or a problem that names what is wrong. */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { type PreparedSchedule, prepareSchedule } from './prepared-schedule.ts';
import type { Schedule } from './schedule.ts';

export function readSchedule(
  value: unknown,
): { readonly schedule: Schedule; readonly prepared: PreparedSchedule } | InputProblem {
  if (typeof value !== 'object' || value === null || !('format' in value))
    return inputProblem('schedule', 'is not a compiled schedule');
  if (value.format !== 'keychart-schedule-1')
    return inputProblem('schedule.format', `"${String(value.format)}" is not known here`);
  const schedule = value as unknown as Schedule;
  for (const list of ['antigens', 'groups', 'conflicts'] as const)
    if (!Array.isArray(schedule[list])) return inputProblem(`schedule.${list}`, 'is missing');
  for (const table of ['vaccines', 'observations'] as const)
    if (typeof schedule[table] !== 'object') return inputProblem(`schedule.${table}`, 'is missing');
  try {
    return { schedule, prepared: prepareSchedule(schedule) };
  } catch (error) {
    return inputProblem('schedule', error instanceof Error ? error.message : String(error));
  }
}
