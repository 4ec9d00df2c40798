import { validate } from '@keychart/fhir';
import { expect, test } from 'vitest';
import { beginNote, buildAddendum, buildNote, missingInNote, type NoteDraft } from './build-note.ts';
import { narrativeDiv } from './note-text.ts';

const at = new Date('2026-11-22T15:00:00Z');
const author = { name: 'Dr. Vega', patientId: 'p1', at };

const draft: NoteDraft = {
  ...beginNote(new Date('2026-11-22T14:50:00Z'), () => crypto.randomUUID()),
  reason: 'Cough',
  sections: {
    subjective: 'Three days.\nNo fever.\n\n5 < 6 & "7" <script>alert(1)</script>',
    objective: '',
    assessment: '',
    plan: 'Fluids',
  },
};

test('a note is one Encounter and one Composition that names it, both valid FHIR', () => {
  const { encounter, composition } = buildNote(draft, author);
  expect(validate(encounter)).toEqual([]);
  expect(validate(composition)).toEqual([]);
  expect(composition.encounter?.reference).toBe(`Encounter/${encounter.id}`);
  expect(encounter.period).toEqual({ start: '2026-11-22T14:50:00.000Z', end: '2026-11-22T15:00:00.000Z' });
  expect(composition.title).toBe('Office visit: Cough');
});

test('empty sections are left out', () => {
  expect(buildNote(draft, author).composition.section?.map(({ title }) => title)).toEqual([
    'Subjective',
    'Plan',
  ]);
});

test('signing the same draft twice makes the same two resources', () => {
  const [first, second] = [buildNote(draft, author), buildNote(draft, author)];
  expect(second.encounter.id).toBe(first.encounter.id);
  expect(second.composition.id).toBe(first.composition.id);
});

test('typed text is escaped, paragraphs and lines are kept, control characters dropped', () => {
  expect(narrativeDiv('a\nb\n\n<b>&"\u0007')).toBe(
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>a<br/>b</p><p>&lt;b&gt;&amp;&quot;</p></div>',
  );
});

test('an addendum appends to its note and is valid FHIR', () => {
  const { composition } = buildNote(draft, author);
  const addendum = buildAddendum(composition, 'Better.', author);
  expect(validate(addendum)).toEqual([]);
  expect(addendum.relatesTo?.[0]).toMatchObject({
    code: 'appends',
    targetReference: { reference: `Composition/${composition.id}` },
  });
});

test('an empty note cannot be signed', () => {
  expect(missingInNote(beginNote(at, () => 'x'))).toBeDefined();
  expect(missingInNote(draft)).toBeUndefined();
});
