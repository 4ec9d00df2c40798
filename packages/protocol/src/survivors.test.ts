import { expect, test } from 'vitest';
import { mergePatientIndex, type PatientIndexEntry } from './patient-index.ts';
import { type MergeLink, survivors } from './survivors.ts';

const found = (...links: MergeLink[]) => Object.fromEntries(survivors(links));

test('chains lead to their end, in any order', () => {
  const links = [
    { id: 'a', mergedInto: 'b', statusAt: 1 },
    { id: 'b', mergedInto: 'c', statusAt: 2 },
    { id: 'c' },
    { id: 'd' },
  ];
  expect(found(...links)).toEqual({ a: 'c', b: 'c' });
  expect(found(...links.reverse())).toEqual({ a: 'c', b: 'c' });
});

test('a patient who is not known is nobody’s survivor', () => {
  expect(found({ id: 'a', mergedInto: 'x', statusAt: 1 })).toEqual({});
  expect(found({ id: 'a', mergedInto: 'b', statusAt: 1 }, { id: 'b', mergedInto: 'x', statusAt: 1 })).toEqual(
    { a: 'b' },
  );
});

test('of a ring the latest link does not count; of one second the higher id', () => {
  expect(found({ id: 'a', mergedInto: 'b', statusAt: 5 }, { id: 'b', mergedInto: 'a', statusAt: 6 })).toEqual(
    { a: 'b' },
  );
  expect(found({ id: 'a', mergedInto: 'b', statusAt: 6 }, { id: 'b', mergedInto: 'a', statusAt: 5 })).toEqual(
    { b: 'a' },
  );
  expect(found({ id: 'a', mergedInto: 'b', statusAt: 5 }, { id: 'b', mergedInto: 'a', statusAt: 5 })).toEqual(
    { a: 'b' },
  );
  expect(found({ id: 'a', mergedInto: 'a', statusAt: 5 })).toEqual({});
  const ring = [
    { id: 'a', mergedInto: 'b', statusAt: 3 },
    { id: 'b', mergedInto: 'c', statusAt: 9 },
    { id: 'c', mergedInto: 'a', statusAt: 4 },
    { id: 'x', mergedInto: 'c', statusAt: 1 },
  ];
  for (let turn = 0; turn < ring.length; turn++) {
    ring.push(ring.shift()!);
    expect(found(...ring)).toEqual({ a: 'b', c: 'b', x: 'b' });
  }
});

/** The obvious way: walk each for itself. */
function oracle(links: readonly MergeLink[], id: string): string {
  const known = new Map(links.map((link) => [link.id, link]));
  const walk = [id];
  for (;;) {
    const into = known.get(walk.at(-1)!)?.mergedInto;
    if (into === undefined || !known.has(into)) return walk.at(-1)!;
    if (walk.includes(into)) {
      const ring = walk.slice(walk.indexOf(into)).map((member) => known.get(member)!);
      return ring.sort((a, b) => (a.statusAt ?? 0) - (b.statusAt ?? 0) || (a.id < b.id ? -1 : 1)).at(-1)!.id;
    }
    walk.push(into);
  }
}

test('any tangle of merges: as walked by hand', () => {
  let seed = 20261122;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  for (let round = 0; round < 500; round++) {
    const start = seed;
    const size = 1 + random(8);
    const links = Array.from({ length: size }, (_, i) => ({
      id: `p${i}`,
      ...(random(3) > 0 && { mergedInto: `p${random(size + 1)}`, statusAt: random(4) }),
    }));
    const answer = survivors(links);
    for (const { id } of links) expect(answer.get(id) ?? id, `seed ${start}, ${id}`).toBe(oracle(links, id));
  }
});

const entry = (patch: Partial<PatientIndexEntry>): PatientIndexEntry => ({
  v: 1,
  ref: '00'.repeat(16),
  id: 'a',
  P: '11'.repeat(32),
  g: {},
  oldP: [],
  channels: [],
  status: 'active',
  guardians: [],
  ...patch,
});

test('entries of several colleagues: the later word about merging holds, whoever is merged first', () => {
  const never = entry({});
  const merged = entry({ status: 'merged', mergedInto: 'b', statusAt: 10 });
  const undone = entry({ status: 'active', statusAt: 11 });
  const elsewhere = entry({ status: 'merged', mergedInto: 'c', statusAt: 10 });
  const pairs: [PatientIndexEntry, PatientIndexEntry, PatientIndexEntry][] = [
    [never, merged, merged],
    [merged, undone, undone],
    [never, undone, undone],
    [merged, elsewhere, elsewhere],
    [entry({ statusAt: 10 }), merged, merged],
  ];
  for (const [a, b, wanted] of pairs) {
    expect(mergePatientIndex(a, b)).toEqual(wanted);
    expect(mergePatientIndex(b, a)).toEqual(wanted);
  }
});
