/**
 * Two colleagues changed the access of one patient without knowing of each other. What their entries say is added up on
 * every device; the relay's lists are those of whoever was later, who knew less. The next device that can tells it anew.
 */
import { guardiansOf, keepsLists, namedReaderKey, namedReadersOf } from '@keychart/protocol';
import { beyondReach, heldCompartments } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import { readersOf, type Torn } from '../state/torn-entry.ts';
import type { Publish } from '../writing/publish.ts';

/** @param torn of the patients concerned, what all say together and what the newest says. */
export function listMending(context: EngineContext, publish: Publish, torn: () => readonly Torn[]) {
  /** By ref, what this device has told: where others do not take its word for it, it is not said again and again. */
  const told = new Map<string, string>();

  return async function mend(): Promise<void> {
    const member = context.governance.member(context.now());
    if (!member || !keepsLists(member) || !heldCompartments(context).includes('desk')) return;
    for (const { together: entry, newest } of torn()) {
      const saying = readersOf(entry);
      if (told.get(entry.ref) === saying || beyondReach(context, entry).length > 0) continue;
      told.set(entry.ref, saying);
      const present = new Set(guardiansOf(newest).map(({ pk }) => pk));
      const withdrawn = entry.guardians.filter(({ pk, removed }) => removed && present.has(pk));
      const lent = new Set(namedReadersOf(newest).map(namedReaderKey));
      const takenBack = (entry.named ?? []).filter((line) => line.removed && lent.has(namedReaderKey(line)));
      await publish([{ entry, force: { readersChanged: true, created: true, withdrawn, takenBack } }]);
    }
  };
}
