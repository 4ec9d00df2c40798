import type { Resource } from '@keychart/fhir';
import { recordKinds } from '@keychart/protocol';
import { expect, test } from 'vitest';
import { CHART_SECTIONS } from './chart-sections.tsx';
import { isInSection, sectionOf } from './section-of.ts';

/** Who a patient is stands in the banner and under Contact, in every view of the chart. */
const IN_THE_BANNER = ['Patient'];
const TYPES = [...new Set(recordKinds.flatMap(({ resourceTypes }) => resourceTypes))].filter(
  (type) => !IN_THE_BANNER.includes(type),
);
const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const CATEGORIES: readonly (readonly [category: string, section: string])[] = [
  ['vital-signs', 'vitals'],
  ['laboratory', 'results'],
  ['imaging', 'results'],
  ['social-history', 'observations'],
  ['survey', 'observations'],
  ['exam', 'observations'],
  ['procedure', 'observations'],
  ['therapy', 'observations'],
  ['activity', 'observations'],
  ['a-category-of-our-own', 'observations'],
];

const resource = (resourceType: string, more: object = {}) => ({ resourceType, ...more }) as Resource;
const coded = (system: string, code: string) => ({ category: [{ coding: [{ system, code }] }] });
const sectionsWith = (each: Resource) =>
  CHART_SECTIONS.filter(({ query }) => isInSection(each, query)).map(({ key }) => key);

test('every type a chart takes stands in exactly one section', () => {
  expect(TYPES.length).toBeGreaterThan(30);
  for (const type of TYPES) expect(sectionsWith(resource(type)), type).toHaveLength(1);
});

test('no section asks for a type that a chart does not take', () => {
  expect(CHART_SECTIONS.flatMap(({ query }) => query.types).filter((type) => !TYPES.includes(type))).toEqual(
    [],
  );
});

test('an observation of any category, and of none, stands in exactly one section', () => {
  for (const [category, section] of CATEGORIES)
    expect(sectionsWith(resource('Observation', coded(OBSERVATION_CATEGORY, category))), category).toEqual([
      section,
    ]);
  expect(sectionsWith(resource('Observation'))).toEqual(['observations']);
  expect(sectionsWith(resource('Observation', { category: [{ text: 'Habits' }] }))).toEqual(['observations']);
});

test('a report is a result where its category names a diagnostic service, and is listed all the same where not', () => {
  const service = (code: string) =>
    resource('DiagnosticReport', coded('http://terminology.hl7.org/CodeSystem/v2-0074', code));
  for (const code of ['LAB', 'RAD', 'PF', 'AU', 'CUS', 'MB'])
    expect(sectionsWith(service(code)), code).toEqual(['results']);
  const note = resource('DiagnosticReport', coded('http://loinc.org', '34117-2'));
  for (const other of [note, resource('DiagnosticReport')])
    expect(sectionsWith(other)).toEqual(['observations']);
});

test('a code of the same letters in another system is not a diagnostic service', () => {
  const observation = resource('Observation', coded('http://example.org/habits', 'PF'));
  expect(sectionsWith(observation)).toEqual(['observations']);
});

test('sectionOf names the section that lists a resource', () => {
  expect(sectionOf(resource('Observation', coded(OBSERVATION_CATEGORY, 'survey'))).key).toBe('observations');
  expect(sectionOf(resource('Appointment')).key).toBe('appointments');
  expect(sectionOf(resource('SomethingNew')).key).toBe('other');
});
