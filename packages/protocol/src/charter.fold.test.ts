/** Every reader folds the same chain, whatever came first; what was relied on is not rewritten by what is not signed well. */
import { finalizeEvent, getPublicKey, type VerifiedEvent } from '@keychart/nostr';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CharterBody, charterAt, charterContent, foldCharters } from './charter.ts';
import { CHARTER, CHARTER_APPROVAL } from './kinds.ts';

const person = (byte: number) => {
  const secret = new Uint8Array(32).fill(byte);
  return { secret, pk: getPublicKey(secret) };
};
const root = person(1);
const admins = [person(2), person(3), person(4)];
const stranger = person(5);

function charter(by: { secret: Uint8Array }, patch: Partial<CharterBody>, at: number): VerifiedEvent {
  const body: CharterBody = {
    v: 1,
    seq: 0,
    admins: admins.map(({ pk }) => pk),
    approvals: 1,
    roster: [],
    compartments: { clin: { epoch: 1 } },
    nextRoot: '0'.repeat(64),
    ...patch,
  };
  return finalizeEvent(
    { kind: CHARTER, created_at: at, tags: [['-']], content: charterContent(body) },
    by.secret,
  );
}
const approve = (by: { secret: Uint8Array }, id: string) =>
  finalizeEvent({ kind: CHARTER_APPROVAL, created_at: 1, tags: [['e', id], ['-']], content: '' }, by.secret);

/** A small history with rivals, forgeries, missing links and approvals that come or do not. */
const history = fc
  .array(
    fc.record({
      by: fc.constantFrom(...admins, root, stranger),
      after: fc.nat(5),
      at: fc.integer({ min: 90, max: 130 }),
      epoch: fc.integer({ min: 1, max: 3 }),
      approvers: fc.subarray([...admins, stranger]),
      admins: fc.constantFrom(3, 3, 3, 2),
    }),
    { maxLength: 6 },
  )
  .map((steps) => {
    const made = [charter(root, {}, 100)];
    const approvals: VerifiedEvent[] = [];
    const seqs = [0];
    for (const step of steps) {
      const parent = step.after % made.length;
      const seq = seqs[parent]! + 1;
      const next = charter(
        step.by,
        {
          seq,
          prev: made[parent]!.id,
          compartments: { clin: { epoch: step.epoch } },
          admins: admins.slice(0, step.admins).map(({ pk }) => pk),
        },
        step.at,
      );
      made.push(next);
      seqs.push(seq);
      for (const approver of step.approvers) approvals.push(approve(approver, next.id));
    }
    return [...made, ...approvals];
  });

test('any order gives the same chain, linked from the genesis and never going back in time', () => {
  fc.assert(
    fc.property(
      history.chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        ),
      ),
      ([events, shuffled]) => {
        const { chain, ignored } = foldCharters(events, root.pk)!;
        const again = foldCharters([...shuffled, ...shuffled.slice(0, 2)], root.pk)!;
        expect(again.chain.map(({ id }) => id)).toEqual(chain.map(({ id }) => id));
        for (const [i, link] of chain.entries()) {
          expect(link.seq).toBe(i);
          expect(link.prev).toBe(chain[i - 1]?.id);
          if (i === 0) continue;
          expect(link.createdAt).toBeGreaterThanOrEqual(chain[i - 1]!.createdAt);
          expect(link.author).not.toBe(stranger.pk);
          if (link.author === root.pk) continue;
          expect(link.admins).toEqual(chain[i - 1]!.admins);
          const others = events.filter(
            (event) => event.kind === CHARTER_APPROVAL && event.tags[0]![1] === link.id,
          );
          const counted = new Set(others.map(({ pubkey }) => pubkey));
          counted.delete(link.author);
          counted.delete(stranger.pk);
          expect([...counted].filter((pk) => chain[i - 1]!.admins.includes(pk)).length).toBeGreaterThan(0);
        }
        const charters = new Set(events.filter(({ kind }) => kind === CHARTER).map(({ id }) => id));
        expect(new Set([...chain, ...ignored].map(({ id }) => id))).toEqual(charters);
        expect(charterAt(chain, 99)).toBeUndefined();
        expect(charterAt(chain, 10_000)).toBe(chain.at(-1));
      },
    ),
    { numRuns: 60 },
  );
});
