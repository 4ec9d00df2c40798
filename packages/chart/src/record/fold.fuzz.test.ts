/**
 * The fold against an oracle that is slow and obvious, written from wire.md §3 and the words above fold.ts:
 * it recomputes everything from the whole set of records and remembers nothing.
 */
import type { Resource } from '@keychart/fhir';
import type { Marker } from '@keychart/protocol';
import { expect, test } from 'vitest';
import { seeded } from '../testing/test-seeded.ts';
import { foldEntry } from './fold.ts';
import { patientRecords } from './patient-records.ts';
import type { StoredRecord } from './stored-record.ts';

type Random = ReturnType<typeof seeded>;
type Fields = Record<string, unknown>;

// The elements the fuzz edits, and by which JSON properties each may appear.
const elements: Record<string, readonly string[]> = {
  status: ['status', '_status'],
  note: ['note'],
  value: ['valueQuantity', 'valueString', '_valueString', 'valueCodeableConcept'],
  effective: ['effectiveDateTime', 'effectivePeriod'],
  code: ['code'],
};

function edit(r: Random, resource: Resource, tag: number): Resource {
  const fields: Fields = { ...(resource as unknown as Fields) };
  for (let count = 1 + r.below(2); count > 0; count--) {
    const keys = elements[r.pick(Object.keys(elements))]!;
    for (const key of keys) delete fields[key];
    const key = r.pick(keys);
    if (r.chance(0.85)) fields[key] = { tag: r.below(4) === 0 ? 0 : tag };
    if (key === '_valueString' && r.chance(0.5)) fields.valueString = `v${tag}`;
  }
  return fields as unknown as Resource;
}

// ---- the oracle ----

const order = (a: StoredRecord, b: StoredRecord) => (a.at !== b.at ? a.at - b.at : a.id < b.id ? -1 : 1);
const amending = ['correction', 'status-update', 'deletion'];
const targetOf = (record: StoredRecord) => record.links.find(({ marker }) => amending.includes(marker));

/** Which of `earlier` (the root first, then by time) the author of `record` had before them, in that order. */
function sees(record: StoredRecord, earlier: readonly StoredRecord[]): StoredRecord[] {
  const named = record.links.filter(({ marker }) => marker === 'base').map(({ id }) => id);
  if (named.length === 0) return [...earlier];
  const found = new Set<StoredRecord>([earlier[0]!]);
  for (const [i, base] of earlier.entries()) {
    if (i === 0 || !named.includes(base.id)) continue;
    for (const behind of [base, ...sees(base, earlier.slice(0, i))]) found.add(behind);
  }
  return earlier.filter((other) => found.has(other));
}

const part = (fields: Fields, name: string) =>
  JSON.stringify(Object.fromEntries(elements[name]!.map((key) => [key, fields[key]])));

/** The state the versions in `known` (ascending, the root first) leave behind. */
function stateOf(known: readonly StoredRecord[]): Fields {
  const state: Fields = { ...(known[0]!.resource as unknown as Fields) };
  for (const [i, record] of known.entries()) {
    if (i === 0 || targetOf(record)?.marker === 'deletion') continue;
    const shown = stateOf(sees(record, known.slice(0, i)));
    const edited = record.resource as unknown as Fields;
    for (const name of Object.keys(elements)) {
      if (part(edited, name) === part(shown, name)) continue;
      for (const key of elements[name]!) {
        if (edited[key] === undefined) delete state[key];
        else state[key] = edited[key];
      }
    }
  }
  return state;
}

function oracle(records: readonly StoredRecord[]) {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()];
  const roots = unique.filter((record) => !targetOf(record));
  const entries = new Map(
    roots.map((root) => {
      const pointing = unique.filter((record) => targetOf(record)?.id === root.id).sort(order);
      const belongs = (record: StoredRecord) =>
        record.patientId === root.patientId &&
        record.kind === root.kind &&
        record.c === root.c &&
        record.resource.resourceType === root.resource.resourceType &&
        record.resource.id === root.resource.id;
      const versions = [root, ...pointing.filter(belongs)];
      return [
        root.id,
        {
          resource: stateOf(versions),
          versions: versions.map(({ id }) => id),
          ignored: pointing.filter((record) => !belongs(record)).map(({ id }) => id),
          removed: versions.find((record) => targetOf(record)?.marker === 'deletion')?.id,
        },
      ];
    }),
  );
  const orphans = unique.filter((record) => targetOf(record) && !entries.has(targetOf(record)!.id));
  return { entries, orphans: orphans.map(({ id }) => id).sort() };
}

// ---- the world ----

function world(r: Random): StoredRecord[] {
  const records: StoredRecord[] = [];
  let tag = 1;
  const id = () => `${r.below(16).toString(16)}-${records.length}`; // ids do not sort by time
  const record = (patch: Partial<StoredRecord> & Pick<StoredRecord, 'at' | 'resource'>): StoredRecord => {
    const made = { id: id(), patientId: 'ida', kind: 2113, author: 'a', c: 'clin', links: [], ...patch };
    records.push(made);
    return made;
  };
  for (let n = 1 + r.below(3); n > 0; n--) {
    const resource = edit(r, { resourceType: 'Observation', id: `o${n}` } as Resource, tag++);
    const root = record({ at: 100 + r.below(5), resource });
    const group = [root];
    for (let changes = r.below(7); changes > 0; changes--) {
      // What its author has seen: some versions made so far, and what those were based on.
      const known = r.chance(0.5) ? group : group.filter((other) => other === root || r.chance(0.5));
      const versions = [root, ...known.filter((other) => other !== root).sort(order)];
      const change = r.pick<Marker>(['correction', 'correction', 'status-update', 'deletion']);
      const links = [{ id: r.chance(0.05) ? 'missing-root' : root.id, marker: change }];
      const heads = versions.slice(-1 - r.below(2));
      if (r.chance(0.9)) for (const head of heads) links.push({ id: head.id, marker: 'base' });
      if (r.chance(0.08)) links.push({ id: 'missing-base', marker: 'base' });
      const shown = stateOf(versions) as unknown as Resource;
      // Clocks are mostly after what was seen, sometimes not.
      const at = r.chance(0.9) ? versions.at(-1)!.at + 1 + r.below(3) : 95 + r.below(10);
      const strange: Partial<StoredRecord> = r.chance(0.12)
        ? r.pick([
            { patientId: 'other' },
            { kind: 2114 },
            { c: 'sens' },
            { resource: { ...shown, id: 'elsewhere' } },
            { resource: { ...shown, resourceType: 'Condition' } as Resource },
          ])
        : {};
      const made = record({ at, resource: edit(r, shown, tag++), links, ...strange });
      if (Object.keys(strange).length === 0 && links[0]!.id === root.id) group.push(made);
    }
  }
  return records;
}

function outcome(records: ReturnType<typeof patientRecords>) {
  return {
    entries: records
      .all()
      .map((entry) => [entry.root.id, entry.resource, entry.versions.map((v) => v.record.id), entry.heads])
      .sort(),
    lists: records.ofType('Observation').map(({ root }) => root.id),
    found: ['o1', 'o2', 'o3'].map((fhirId) => records.find('Observation', fhirId)?.root.id),
    orphans: records
      .orphans()
      .map(({ id }) => id)
      .sort(),
    ignored: records
      .ignored()
      .map(({ record }) => record.id)
      .sort(),
  };
}

const SEED = Number(process.env.KEYCHART_SEED ?? 20_260_101);
const WORLDS = 250;

test(`random histories fold as the oracle says, in any order of arrival (seed ${SEED})`, () => {
  for (let n = 0; n < WORLDS; n++) {
    const seed = SEED + n;
    const r = seeded(seed);
    const all = world(r);
    const expected = oracle(all);
    let first: ReturnType<typeof outcome> | undefined;
    for (let run = 0; run < 4; run++) {
      const book = patientRecords();
      const arriving = r.shuffled(r.chance(0.5) ? all : [...all, ...all.slice(0, 3)]);
      while (arriving.length > 0) book.add(arriving.splice(0, 1 + r.below(4)));
      const said = `seed ${seed}, run ${run}`;
      expect(book.size, said).toBe(all.length);
      for (const entry of book.all()) {
        const right = expected.entries.get(entry.root.id)!;
        const fields = entry.resource as unknown as Fields;
        expect(Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)), said).toEqual(
          right.resource,
        );
        expect(
          entry.versions.map(({ record }) => record.id),
          said,
        ).toEqual(right.versions);
        expect(entry.ignored.map(({ record }) => record.id).sort(), said).toEqual([...right.ignored].sort());
        expect(entry.removed?.record.id, said).toBe(right.removed);
        for (const name of ['value', 'effective']) {
          const forms = new Set(elements[name]!.filter((key) => fields[key] !== undefined).map(bare));
          expect(forms.size, `${said}: two forms of ${name}[x]`).toBeLessThanOrEqual(1);
        }
      }
      expect(book.all().length, said).toBe(expected.entries.size);
      const now = outcome(book);
      expect(now.orphans, said).toEqual(expected.orphans);
      const kept = [...now.orphans, ...now.ignored, ...now.entries.flatMap((entry) => entry[2] as string[])];
      expect([...kept].sort(), `${said}: every record is somewhere, once`).toEqual(
        all.map(({ id }) => id).sort(),
      );
      first ??= now;
      expect(now, said).toEqual(first);
    }
  }
});

const bare = (key: string) => key.replace(/^_/, '');

test(`what is taken back leaves no trace (seed ${SEED})`, () => {
  for (let n = 0; n < 150; n++) {
    const r = seeded(SEED + n);
    const all = world(r);
    const gone = r.pick(all);
    const book = patientRecords();
    book.add(r.shuffled(all));
    book.remove(gone.id);
    const never = patientRecords();
    never.add(all.filter((record) => record !== gone));
    expect(outcome(book), `seed ${SEED + n}`).toEqual(outcome(never));
    expect(book.ofKind(2113), `seed ${SEED + n}`).toBe(never.ofKind(2113));
  }
});

// ---- cases worth a name ----

const base = (id: string) => ({ id, marker: 'base' as const });
const change = (id: string, at: number, fields: Fields, ...bases: string[]): StoredRecord => ({
  id,
  patientId: 'ida',
  kind: 2113,
  author: 'a',
  at,
  c: 'clin',
  links: id === 'root' ? [] : [{ id: 'root', marker: 'correction' }, ...bases.map(base)],
  resource: { resourceType: 'Observation', id: 'o', ...fields } as unknown as Resource,
});

test('an edit made without knowing of an earlier one does not undo it', () => {
  const root = change('root', 1, { status: 'final' });
  const unseen = change('unseen', 2, { status: 'final', note: 'from the other room' }, 'root');
  const mine = change('mine', 3, { status: 'amended' }, 'root');
  const again = change('again', 4, { status: 'amended', code: 'x' }, 'mine');
  const folded = foldEntry(root, [again, mine, unseen]);
  expect(folded.resource).toMatchObject({ status: 'amended', note: 'from the other room', code: 'x' });
  expect(folded.conflict).toBe(false);
  expect(folded.heads).toEqual(['unseen', 'again']);
});

test('an edit made from two branches may remove what one of them brought', () => {
  const root = change('root', 1, { status: 'final' });
  const left = change('left', 2, { status: 'final', note: 'n' }, 'root');
  const right = change('right', 3, { status: 'amended' }, 'root');
  const both = change('both', 4, { status: 'amended' }, 'left', 'right');
  const folded = foldEntry(root, [both, right, left]);
  expect(folded.resource).toEqual({ resourceType: 'Observation', id: 'o', status: 'amended' });
  expect(folded.heads).toEqual(['both']);
});

test('two hundred corrections, each arriving alone, are folded in reasonable time', () => {
  const book = patientRecords();
  book.add([change('root', 0, { note: 0 })]);
  const before = Date.now();
  for (let n = 1; n <= 200; n++) book.add([change(`c${n}`, n, { note: n }, n === 1 ? 'root' : `c${n - 1}`)]);
  expect(book.entry('root')).toMatchObject({ resource: { note: 200 }, heads: ['c200'], conflict: false });
  expect(Date.now() - before).toBeLessThan(20_000);
});

test.each([
  ['Observation', 'valueQuantity', 'valueString'],
  ['ServiceRequest', 'quantityQuantity', 'quantityRange'],
  ['Consent', 'sourceAttachment', 'sourceReference'],
  ['Provenance', 'occurredDateTime', 'occurredPeriod'],
  ['Media', 'createdDateTime', 'createdPeriod'],
  ['MedicationDispense', 'statusReasonCodeableConcept', 'statusReasonReference'],
  ['ImmunizationEvaluation', 'doseNumberPositiveInt', 'doseNumberString'],
  ['Patient', 'deceasedBoolean', 'deceasedDateTime'],
  ['Patient', 'multipleBirthBoolean', 'multipleBirthInteger'],
  ['FamilyMemberHistory', 'ageAge', 'ageString'],
  ['FamilyMemberHistory', 'bornDate', 'bornString'],
  ['Goal', 'startDate', 'startCodeableConcept'],
  ['AllergyIntolerance', 'onsetAge', 'onsetString'],
  ['MedicationRequest', 'medicationCodeableConcept', 'medicationReference'],
])('%s: two people choosing %s and %s at once leave one of them', (resourceType, one, two) => {
  const root = change('root', 1, { resourceType });
  const a = change('a', 2, { resourceType, [one]: 1 }, 'root');
  const b = change('b', 2, { resourceType, [two]: 2 }, 'root');
  const folded = foldEntry(root, [a, b]);
  expect(folded.resource).toEqual({ resourceType, id: 'o', [two]: 2 });
  expect(folded.conflict).toBe(true);
});
