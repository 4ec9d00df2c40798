/**
 * What is written begins from what is known of a patient's access. Signing takes its time, and another change, made here
 * or by a colleague, may come in between: then nothing of it is stored, and it is made again from what holds by then.
 */
import type { PatientIndexEntry } from '@keychart/protocol';
import type { PatientId } from '../../api/chart.ts';
import { CannotWriteError } from '../../record/compose-record.ts';
import type { People } from './people.ts';

/** The entries something was made from. */
export type Basis = ReadonlyMap<PatientId, PatientIndexEntry | undefined>;

/** Not stored: something else was stored first. */
export const stale = Symbol();
export type Stale = typeof stale;

export interface PresentAccess {
  /** What is known of these patients and of all their charts show. */
  of(...patientIds: readonly PatientId[]): Basis;
  /** Runs `work` after those before it where the basis still holds then. */
  store<T>(basis: Basis, work: () => Promise<T>): Promise<T | Stale>;
}

export function presentAccess(people: Pick<People, 'get' | 'chartOf' | 'survivorOf'>): PresentAccess {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    of(...patientIds) {
      const charts = patientIds.flatMap((id) =>
        people.chartOf(people.survivorOf(id)).map((shown) => shown.id),
      );
      return new Map([...patientIds, ...charts].map((id) => [id, people.get(id)?.index]));
    },
    store(basis, work) {
      const done = turn.then(async () => {
        const holds = [...basis].every(([id, index]) => people.get(id)?.index === index);
        return holds ? await work() : stale;
      });
      turn = done.catch(() => undefined);
      return done;
    },
  };
}

const MOST_TRIES = 10;

/** @throws CannotWriteError where something else was stored first each time. */
export async function untilStored<T>(attempt: () => Promise<T | Stale>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const outcome = await attempt();
    if (outcome !== stale) return outcome;
  }
  throw new CannotWriteError('others are changing who reads this chart: try again');
}
