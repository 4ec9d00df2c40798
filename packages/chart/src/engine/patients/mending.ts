/**
 * Two colleagues changed the access of one patient without knowing of each other. What their entries say is added up on
 * every device; the relay's lists are those of whoever was later, who knew less. The next device that can tells it anew.
 */
import { guardiansOf, keepsLists, namedReaderKey, namedReadersOf } from '@keychart/protocol';
import { beyondReach, heldCompartments } from '../access/enrol.ts';
import type { EngineContext } from '../state/context.ts';
import { readersOf, type Torn } from '../state/torn-entry.ts';
import type { AccessChange, Publish } from '../writing/publish.ts';

/** @param torn of the patients concerned, what all say together and what the newest says. */
export function listMending(context: EngineContext, publish: Publish, torn: () => readonly Torn[]) {
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
  };

  function mended({ together: entry, newest }: Torn): readonly AccessChange[] {
    const present = new Set(guardiansOf(newest).map(({ pk }) => pk));
    const withdrawn = entry.guardians.filter(({ pk, removed }) => removed && present.has(pk));
    const lent = new Set(namedReadersOf(newest).map(namedReaderKey));
    const takenBack = (entry.named ?? []).filter((line) => line.removed && lent.has(namedReaderKey(line)));
    return [{ entry, force: { readersChanged: true, created: true, withdrawn, takenBack } }];
  }
}
