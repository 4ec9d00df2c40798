/**
 * When guardians stop reading (charter, `policies.guardianUntil`): on the day set for one of them or at the birthday the
 * practice has settled, whichever comes first, unless somebody said that this one reads on. Lists and grants carry that second, so that it comes by itself; where policy or birth date
 * have changed since, or an end has passed, the next write of somebody who may changes them.
 */
import { type Guardian, guardiansOf, type PatientIndexEntry } from '@keychart/protocol';
import type { PatientId } from '../../api/chart.ts';
import type { EngineContext } from '../state/context.ts';
import { patientOf } from '../state/people.ts';
import { birthdayAt } from './birthday.ts';

/** The second at which guardians of this patient stop reading; undefined: none. */
export function endByPolicy(context: EngineContext, patientId: PatientId): number | undefined {
  const person = context.people.get(patientId);
  return person && endForBirth(context, patientOf(person)?.birthDate);
}

export function endForBirth(
  { governance }: EngineContext,
  birthDate: string | undefined,
): number | undefined {
  const years = governance.charter?.policies?.guardianUntil;
  if (years === undefined) return undefined;
  return birthdayAt(birthDate, years, governance.directory?.practice.timeZone ?? 'UTC');
}

type SetEnd = Pick<Guardian, 'until' | 'beyond'>;

/** As it is now. */
export function endOf({ until, beyond }: SetEnd, byPolicy: number | undefined): number | undefined {
  if (until === undefined) return byPolicy;
  return byPolicy === undefined || beyond ? until : Math.min(until, byPolicy);
}

/** What a guardian's line says of it: the day set by hand, and what the policy makes of it now. */
export function endingAt(
  { until, beyond }: SetEnd,
  byPolicy: number | undefined,
): Pick<Guardian, 'until' | 'beyond' | 'ends'> {
  const end = endOf({ until, beyond }, byPolicy);
  return {
    ...(until !== undefined && { until }),
    ...(until !== undefined && beyond && { beyond }),
    ...(end !== undefined && end !== until && { ends: end }),
  };
}

/** As relay and guardians were told last. */
export const announcedEnd = ({ until, ends }: Guardian): number | undefined => ends ?? until;

/**
 * The entry with every end as it is now, and a new access generation where one has passed: what is written from then on
 * lies under keys that guardian never gets. The same entry where nothing is due.
 */
export function withPresentEnds(
  entry: PatientIndexEntry,
  byPolicy: number | undefined,
  now: number,
  nextGeneration: (entry: PatientIndexEntry) => Record<string, number>,
): PatientIndexEntry {
  let ended = false as boolean;
  const guardians = entry.guardians.map((guardian) => {
    if (guardian.removed) return guardian;
    const end = endOf(guardian, byPolicy);
    const over = end !== undefined && end <= now;
    if (end === announcedEnd(guardian) && over === (guardian.over ?? false)) return guardian;
    ended ||= over && guardian.over !== true;
    const { ends: _before, over: _was, ...line } = guardian;
    return {
      ...line,
      at: Math.max(now, (guardian.at ?? 0) + 1),
      ...(end !== undefined && end !== guardian.until && { ends: end }),
      ...(over ? { over } : {}),
    };
  });
  const same = guardians.every((guardian, i) => guardian === entry.guardians[i]);
  if (same || guardiansOf(entry).length === 0) return entry;
  return { ...entry, guardians, ...(ended && { g: nextGeneration(entry) }) };
}
