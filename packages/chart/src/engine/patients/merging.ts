/**
 * Two entries of one person become one chart and can become two again. Nothing is signed anew and nobody who read one
 * of the two reads the other for it: only the patient's own key of the surviving chart opens both.
 */
import type { PatientIndexEntry } from '@keychart/protocol';
import type { PatientId, WriteOutcome } from '../../api/chart.ts';
import { type Refusal, refusal } from '../../record/compose-record.ts';
import { beyondReach, type Heir, nextGeneration } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import type { AccessChange, Publish } from '../writing/publish.ts';

export interface PatientMerging {
  mergePatients(duplicate: PatientId, survivor: PatientId): Promise<WriteOutcome>;
  unmergePatient(duplicate: PatientId): Promise<WriteOutcome>;
}

const DONE: WriteOutcome = { ok: true, ids: [] };

export function patientMerging(context: EngineContext, publish: Publish): PatientMerging {
  const { people, now } = context;

  /** The entries the chart of this patient shows, its own first, where this login can change all their lists. */
  function changeable(id: PatientId): readonly PatientIndexEntry[] | Refusal {
    const entries = people.chartOf(id).flatMap(({ index }) => index ?? []);
    if (entries.length === 0) return refusal('this patient is not known here');
    const missing = [...new Set(entries.flatMap((entry) => beyondReach(context, entry)))];
    if (missing.length === 0) return entries;
    return refusal(
      `this login does not hold the keys of ${missing.join(', ')}: somebody who reads the whole chart has to do this`,
    );
  }

  const timeOf = (entry: PatientIndexEntry) => Math.max(now(), (entry.statusAt ?? 0) + 1);
  const heirsOf = (id: PatientId): Heir[] => people.heirsOf(id).flatMap(({ index }) => index ?? []);

  function merged(duplicate: PatientId, survivor: PatientId): readonly AccessChange[] | WriteOutcome {
    const into = people.get(people.survivorOf(survivor))?.index;
    if (!into) return refusal('the chart to merge into is not known here');
    if (duplicate === survivor) return refusal('this is the same chart');
    const present = people.survivorOf(duplicate);
    if (present !== duplicate)
      return present === into.id
        ? DONE
        : refusal('this chart is merged into another one: take the two apart first');
    if (into.id === duplicate)
      return refusal('the other chart is merged into this one already: take the two apart first');
    const entries = changeable(duplicate);
    if ('ok' in entries) return entries;
    const [own, ...others] = entries;
    const leading: PatientIndexEntry = {
      ...own!,
      status: 'merged',
      mergedInto: into.id,
      statusAt: timeOf(own!),
    };
    const before = new Map(others.map(({ id }) => [id, heirsOf(id)]));
    return [
      { entry: leading, force: { readersChanged: true, created: true, heirs: [into] } },
      ...others.map((entry) => ({
        entry,
        force: { readersChanged: true, heirs: [...before.get(entry.id)!, into] },
      })),
    ];
  }

  function unmerged(duplicate: PatientId): readonly AccessChange[] | WriteOutcome {
    const heirs = heirsOf(duplicate);
    const survivor = heirs.at(-1);
    if (!survivor) return refusal('this chart is not merged into another one');
    const entries = changeable(duplicate);
    if ('ok' in entries) return entries;
    const gone = new Set(heirs.map(({ id }) => id));
    const changes = entries.map((entry) => {
      const kept = heirsOf(entry.id).filter(({ id }) => !gone.has(id));
      const stay = new Set([entry.P, ...entry.guardians.map(({ pk }) => pk), ...kept.map(({ P }) => P)]);
      const left = heirs.map(({ P }) => P).filter((P) => !stay.has(P));
      const next = { ...entry, g: nextGeneration(entry, true) };
      return {
        entry: entry.id === duplicate ? apart(next) : next,
        force: { readersChanged: true, heirs: kept, unmerged: left },
      };
    });
    // Two colleagues merged each into the other: the link that did not count must not count now.
    const rival = people.get(survivor.id)?.index;
    const ring = rival?.status === 'merged' ? [{ entry: apart(rival), force: { created: true } }] : [];
    return [...changes, ...ring];
  }

  function apart(entry: PatientIndexEntry): PatientIndexEntry {
    const { mergedInto: _into, ...rest } = entry;
    return { ...rest, status: 'active', statusAt: timeOf(entry) };
  }

  return {
    mergePatients: (duplicate, survivor) => publish(() => merged(duplicate, survivor)),
    unmergePatient: (duplicate) => publish(() => unmerged(duplicate)),
  };
}
