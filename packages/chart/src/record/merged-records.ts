/**
 * The records of several entries of one person as one chart. Each set stays for itself, so that a merge is undone by
 * showing them apart again. The demographics are those of the first.
 */
import { type FoldedEntry, newestFirst, type PatientRecords } from './patient-records.ts';

export type ChartRecords = Pick<PatientRecords, 'entry' | 'ofType' | 'find' | 'all' | 'orphans' | 'ignored'>;

const NONE: ChartRecords = {
  entry: () => undefined,
  ofType: () => [],
  find: () => undefined,
  all: () => [],
  orphans: () => [],
  ignored: () => [],
};

/** `sets`: the survivor's first. */
export function mergedRecords(sets: readonly PatientRecords[]): ChartRecords {
  const [own, ...others] = sets;
  if (!own) return NONE;
  if (others.length === 0) return own;
  const first = <T>(ask: (records: PatientRecords) => T | undefined): T | undefined => {
    for (const records of sets) {
      const answer = ask(records);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
  const joined = (type: string): readonly FoldedEntry[] => {
    const lists = sets.map((records) => records.ofType(type)).filter((list) => list.length > 0);
    return lists.length <= 1 ? (lists[0] ?? []) : lists.flat().sort(newestFirst);
  };
  return {
    entry: (id) => first((records) => records.entry(id)),
    ofType: (type) => (type === 'Patient' ? own.ofType(type) : joined(type)),
    find: (type, fhirId) => first((records) => records.find(type, fhirId)),
    all: () => sets.flatMap((records) => records.all()),
    orphans: () => sets.flatMap((records) => records.orphans()),
    ignored: () => sets.flatMap((records) => records.ignored()),
  };
}
