/**
 * Two colleagues changed the access of one patient without knowing of each other. What their entries say is added up on
 * every device; the relay's lists are those of whoever was later, who knew less. The next device that can tells it anew.
 */
import { guardiansOf, keepsLists, namedReaderKey, namedReadersOf } from '@keychart/protocol';
import type { PatientId } from '../../api/chart.ts';
import type { Person } from '../../record/person.ts';
import { beyondReach, heldCompartments, nextGeneration } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import { readersOf, type Torn } from '../state/torn-entry.ts';
import type { Intake } from '../sync/intake.ts';
import type { AccessChange, Publish } from '../writing/publish.ts';

/** @param incoming of whom entries disagree, and when entries were said. */
export function listMending(
  context: EngineContext,
  publish: Publish,
  { torn, keySince, indexTime }: Pick<Intake, 'torn' | 'keySince' | 'indexTime'>,
) {
  /** By ref, what this device has told: where others do not take its word for it, it is not said again and again. */
  const told = new Map<string, string>();

  return async function mend(): Promise<void> {
    const member = context.governance.member(context.now());
    if (!member || !keepsLists(member) || !heldCompartments(context).includes('desk')) return;
    for (const { together } of torn()) {
      let saying = '';
      await publish(() => {
        const found = torn().find(({ together: { ref } }) => ref === together.ref);
        const able = found && beyondReach(context, found.together).length === 0;
        saying = able ? readersOf(found.together) : '';
        return able && told.get(together.ref) !== saying ? mended(found) : [];
      });
      if (saying !== '') told.set(together.ref, saying);
    }
    for (const { id, link } of context.people.all()) if (link) await publish(() => rekeyed(id));
  };

  /**
   * The chart that shows this one got a new key from somebody who did not know of the merge: the old one, lost or stolen,
   * would go on reading what was merged.
   */
  function rekeyed(id: PatientId): readonly AccessChange[] {
    const entry = context.people.get(id)?.index;
    if (entry?.status !== 'merged' || beyondReach(context, entry).length > 0) return [];
    const said = indexTime(entry.ref);
    const isNewer = ({ index }: Person) => index !== undefined && keySince(index.ref) > said;
    if (!context.people.heirsOf(id).some(isNewer)) return [];
    return [{ entry: { ...entry, g: nextGeneration(entry, true) }, force: { readersChanged: true } }];
  }

  function mended({ together: entry, newest }: Torn): readonly AccessChange[] {
    const present = new Set(guardiansOf(newest).map(({ pk }) => pk));
    const withdrawn = entry.guardians.filter(({ pk, removed }) => removed && present.has(pk));
    const lent = new Set(namedReadersOf(newest).map(namedReaderKey));
    const takenBack = (entry.named ?? []).filter((line) => line.removed && lent.has(namedReaderKey(line)));
    return [{ entry, force: { readersChanged: true, created: true, withdrawn, takenBack } }];
  }
}
