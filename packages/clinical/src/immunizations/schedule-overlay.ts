/**
 * An overlay alters single rules of a schedule under a name and a date of its own: a state's or a society's schedule, or a
 * correction. The schedule beneath stays as it was published.
 */
import { type InputProblem, inputProblem, isInputProblem } from '../input-problem.ts';
import { parseDay } from './calendar-date.ts';
import { prepareSchedule } from './prepared-schedule.ts';
import type { AntigenRule, DoseRule, Schedule, SeriesRule } from './schedule.ts';

/** One altered rule: of an antigen, of one of its series, or of one dose of it. */
export interface OverlayChange {
  readonly antigen: string;
  /** Name of the series. */
  readonly series?: string;
  /** Number of the dose. */
  readonly dose?: number;
  /** Members to replace; `null` takes one away. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** A series to add to the antigen. */
  readonly add?: SeriesRule;
  /** Takes the series or the dose away. */
  readonly remove?: true;
}

export interface Overlay {
  readonly overlay: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly changes: readonly OverlayChange[];
}

/** @returns the altered schedule, or the change that cannot be made: `changes[2].series`. */
export function applyOverlay(schedule: Schedule, value: unknown): Schedule | InputProblem {
  if (typeof value !== 'object' || value === null) return inputProblem('overlay', 'is not an overlay');
  const overlay = value as Partial<Overlay>;
  if (typeof overlay.overlay !== 'string' || overlay.overlay === '')
    return inputProblem('overlay', 'has no name');
  if (typeof overlay.date !== 'string' || parseDay(overlay.date) === undefined)
    return inputProblem('date', 'is not a date YYYY-MM-DD');
  if (!Array.isArray(overlay.changes)) return inputProblem('changes', 'is not a list');
  let antigens = schedule.antigens;
  for (const [index, change] of (overlay.changes as readonly OverlayChange[]).entries()) {
    const field = `changes[${index}]`;
    if (typeof change !== 'object' || change === null) return inputProblem(field, 'is not a change');
    const changed = applyChange(antigens, change, field);
    if (isInputProblem(changed)) return changed;
    antigens = changed;
  }
  const altered: Schedule = {
    ...schedule,
    name: `${schedule.name} + ${overlay.overlay}`,
    overlays: [...(schedule.overlays ?? []), { name: overlay.overlay, date: overlay.date }],
    antigens,
  };
  try {
    prepareSchedule(altered);
    return altered;
  } catch (error) {
    return inputProblem('changes', error instanceof Error ? error.message : String(error));
  }
}

function applyChange(
  antigens: readonly AntigenRule[],
  change: OverlayChange,
  field: string,
): readonly AntigenRule[] | InputProblem {
  const found = antigens.find(({ antigen }) => antigen === change.antigen);
  if (!found) return inputProblem(`${field}.antigen`, `${change.antigen} is not in the schedule`);
  const altered = alterAntigen(found, change, field);
  return isInputProblem(altered) ? altered : antigens.map((each) => (each === found ? altered : each));
}

function alterAntigen(rule: AntigenRule, change: OverlayChange, field: string): AntigenRule | InputProblem {
  if (change.add)
    return { ...rule, series: [...rule.series.filter(({ name }) => name !== change.add?.name), change.add] };
  if (change.series === undefined)
    return change.set ? replaced(rule, change.set) : inputProblem(field, 'says not what to change');
  const found = rule.series.find(({ name }) => name === change.series);
  if (!found) return inputProblem(`${field}.series`, `${change.antigen} has no series "${change.series}"`);
  const altered = alterSeries(found, change, field);
  if (isInputProblem(altered)) return altered;
  return { ...rule, series: rule.series.flatMap((each) => (each === found ? (altered ?? []) : each)) };
}

function alterSeries(
  rule: SeriesRule,
  { dose, set, remove }: OverlayChange,
  field: string,
): SeriesRule | undefined | InputProblem {
  if (dose === undefined) {
    if (remove) return undefined;
    return set ? replaced(rule, set) : inputProblem(field, 'says not what to change');
  }
  const found = rule.doses.find(({ number }) => number === dose);
  if (!found) return inputProblem(`${field}.dose`, `${rule.name} has no dose ${dose}`);
  if (!remove && !set) return inputProblem(field, 'says not what to change');
  const doses: readonly DoseRule[] = remove
    ? rule.doses.filter((each) => each !== found)
    : rule.doses.map((each) => (each === found ? replaced(found, set ?? {}) : each));
  return { ...rule, doses };
}

const replaced = <Rule extends object>(rule: Rule, set: Readonly<Record<string, unknown>>): Rule =>
  Object.fromEntries(Object.entries({ ...rule, ...set }).filter(([, value]) => value !== null)) as Rule;
