/**
 * Grants by nobody of this practice. Attack: any patient may send a gift wrap to anybody; what is kept of each is written
 * with every other grant, so a hundred long ones would slow the addressee's device down for ever. They are held in memory,
 * a few, until a charter makes their sender somebody.
 */
import { type CharterChain, INVITATION_CLAIM } from '@keychart/protocol';
import type { StoredGrant } from '../../keys/stored-grant.ts';

export interface UnknownSenders {
  /** Those to be kept; the others wait here. */
  known(grants: readonly StoredGrant[]): readonly StoredGrant[];
  /** Whose sender has become somebody since. */
  nowKnown(): readonly StoredGrant[];
}

const MOST = 100;
/** Characters: a claim names two keys. */
const CLAIM = 1000;

export function unknownSenders(chain: () => CharterChain | undefined): UnknownSenders {
  const held = new Map<string, StoredGrant>();

  function isSomebody({ kind, sender, content }: StoredGrant): boolean {
    if (kind === INVITATION_CLAIM) return content.length <= CLAIM;
    const charters = chain();
    return (
      charters?.some(
        ({ admins, roster }) => admins.includes(sender) || roster.some(({ pk }) => pk === sender),
      ) ?? true
    );
  }

  return {
    known: (grants) =>
      grants.filter((grant) => {
        if (isSomebody(grant)) return true;
        if (held.size < MOST) held.set(grant.wrapId, grant);
        return false;
      }),
    nowKnown() {
      const found = [...held.values()].filter(isSomebody);
      for (const { wrapId } of found) held.delete(wrapId);
      return found;
    },
  };
}
