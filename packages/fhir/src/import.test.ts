import type { Bundle, Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { exportBundle, issueText, planImport, readBundle, validate } from './index.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const urn = (n: number): string => `urn:uuid:${uuid(n)}`;
type Json = Record<string, unknown>;
const entry = (n: number, resource: Json): Json => ({
  fullUrl: urn(n),
  resource: { id: uuid(n), ...resource },
});
const bundle = (...entries: Json[]): Json => ({ resourceType: 'Bundle', type: 'collection', entry: entries });
const patient = (n: number): Json => entry(n, { resourceType: 'Patient', name: [{ family: `P${n}` }] });
const observation = (n: number, of: string, more: Json = {}): Json =>
  entry(n, {
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'x' },
    subject: { reference: of },
    ...more,
  });
const accepts = (type: string) => !['Claim', 'Coverage', 'Media'].includes(type);
const plan = (json: unknown, maxResourceBytes = 20_000) =>
  planImport(readBundle(json), { acceptsType: accepts, maxResourceBytes });
const reasons = (json: unknown) => plan(json).skipped.map((s) => `${s.path} ${s.type}: ${s.reason}`);

describe('readBundle', () => {
  it.each([
    ['', 'The file is not JSON: Unexpected end of JSON input. It is empty.'],
    ['<Bundle/>', 'It looks like XML; export it as JSON.'],
    ['{"resourceType":"Bun', 'It may be cut off'],
    ['[]', 'not a FHIR bundle but an array'],
    ['{"a":1}', 'JSON but not FHIR: it has no "resourceType"'],
    ['{"resourceType":"Chart"}', 'not FHIR R4: "Chart"'],
    ['{"resourceType":"Patient"}', 'a single Patient, not a Bundle'],
    ['{"resourceType":"Bundle","type":"searchset"}', 'only transaction and collection'],
    ['{"resourceType":"Bundle","type":"collection"}', 'The bundle is empty'],
    ['{"resourceType":"Bundle","type":"collection","entry":{}}', 'Bundle.entry must be an array'],
  ])('refuses %j', (text, message) => {
    const { problems, resources } = readBundle(text);
    expect(resources).toEqual([]);
    expect(issueText(problems[0]!)).toContain(message);
  });

  it('refuses a file over the limit, naming both sizes', () => {
    const { problems } = readBundle(' '.repeat(3 * 1024 * 1024), { maxFileBytes: 1024 * 1024 });
    expect(issueText(problems[0]!)).toContain('The file has 3.0 MB; at most 1.0 MB can be read');
  });

  it('reads 50 MB', () => {
    const text = JSON.stringify(bundle(patient(1))).padEnd(50 * 1024 * 1024);
    expect(readBundle(text).resources).toHaveLength(1);
  });
});

describe('planImport', () => {
  it('rewrites urn:uuid references, resolves shared resources, orders, and exports the same again', () => {
    const json = bundle(
      observation(3, urn(1), { performer: [{ reference: urn(4) }], hasMember: [{ reference: urn(5) }] }),
      observation(5, urn(1)),
      entry(4, { resourceType: 'Practitioner', name: [{ family: 'D' }] }),
      patient(1),
      entry(6, { resourceType: 'Organization', name: 'Nobody refers to me' }),
    );
    const result = plan(json);
    expect(result.patients[0]!.resources.map((r) => r.id)).toEqual([uuid(1), uuid(4), uuid(5), uuid(3)]);
    expect(result.patients[0]!.resources[3]).toMatchObject({ subject: { reference: `Patient/${uuid(1)}` } });
    expect(result.skipped.map((s) => s.reason)).toEqual([
      "No patient's record in the file refers to this Organization.",
    ]);
    expect(result.counts).toEqual({
      total: 5,
      taken: { Observation: 2, Patient: 1, Practitioner: 1 },
      skipped: { Organization: 1 },
    });
    const out = exportBundle(result.patients[0]!.resources);
    expect(validate(out)).toEqual([]);
    const originals = new Map((json as unknown as Bundle).entry!.map((e) => [e.fullUrl, e.resource]));
    for (const e of out.entry!) expect(e.resource).toEqual(originals.get(e.fullUrl));
  });

  it('keeps patients apart and shares what both refer to, counted once', () => {
    const doctor = { generalPractitioner: [{ reference: urn(9) }] };
    const json = bundle(
      entry(1, { resourceType: 'Patient', ...doctor }),
      entry(2, { resourceType: 'Patient', ...doctor }),
      observation(3, urn(2)),
      entry(9, { resourceType: 'Practitioner', name: [{ text: 'D' }] }),
      entry(10, {
        resourceType: 'Provenance',
        target: [{ reference: urn(3) }],
        recorded: '2024-01-01T00:00:00Z',
        agent: [{ who: { reference: urn(9) } }],
      }),
    );
    const result = plan(json);
    expect(result.patients.map((p) => p.resources.map((r) => r.resourceType))).toEqual([
      ['Patient', 'Practitioner'],
      ['Patient', 'Observation', 'Practitioner', 'Provenance'],
    ]);
    expect(result.counts.taken).toEqual({ Observation: 1, Patient: 2, Practitioner: 1, Provenance: 1 });
  });

  it('says why it skips', () => {
    expect(
      reasons(
        bundle(
          patient(1),
          entry(2, { resourceType: 'Claim' }),
          entry(3, { resourceType: 'Media' }),
          entry(4, { resourceType: 'Sticker' }),
          observation(5, urn(99)),
          observation(6, 'Patient/unknown'),
          observation(7, urn(1), { status: 'done' }),
          { fullUrl: urn(8) },
          patient(1),
          { resource: { resourceType: 'Patient' } },
          observation(9, urn(5)),
        ),
      ),
    ).toEqual([
      'Bundle.entry[3] Unknown: "Sticker" is not a FHIR R4 resource type.',
      'Bundle.entry[7] Unknown: The entry holds no resource.',
      `Bundle.entry[8] Patient: The file holds Patient/${uuid(1)} more than once; the first was used.`,
      'Bundle.entry[9] Patient: It has neither an id nor a fullUrl to make one from.',
      'Bundle.entry[1] Claim: Financial: Keychart has no record kind for Claim.',
      'Bundle.entry[2] Media: Keychart has no record kind for Media.',
      `Bundle.entry[4] Observation: Broken reference: ${urn(99)} is not in the file.`,
      expect.stringContaining(
        'Bundle.entry[6] Observation: Not valid FHIR R4: Observation.status: "done" is not on the required list',
      ),
      expect.stringContaining('Observation.subject.reference: must refer to Patient or Group'),
      'Bundle.entry[5] Observation: This Observation belongs to no patient who can be taken: its patient is missing from the file or was skipped.',
    ]);
  });

  it('counts every entry once', () => {
    const { counts } = plan(
      bundle(patient(1), patient(1), observation(2, urn(1)), { x: 1 }, entry(3, { resourceType: 'Claim' })),
    );
    const sum = (c: Record<string, number>) => Object.values(c).reduce((a, b) => a + b, 0);
    expect(sum(counts.taken) + sum(counts.skipped)).toBe(counts.total);
  });

  it('refuses a resource that one record cannot hold, before anything is written', () => {
    const { skipped } = plan(
      bundle(patient(1), observation(2, urn(1), { note: [{ text: 'é'.repeat(10_000) }] })),
    );
    expect(skipped[0]!.reason).toMatch(/^Too large: it has 20\d\d\d bytes, a record holds at most 20000/);
  });

  it('skips what is nested too deep without falling over', () => {
    let deep: Json = { url: 'http://x', valueCode: 'y' };
    for (let i = 0; i < 200; i++) deep = { url: 'http://x', extension: [deep] };
    expect(plan(bundle(patient(1), observation(2, urn(1), { extension: [deep] }))).skipped[0]!.reason).toBe(
      'It is nested deeper than 64 levels.',
    );
  });

  it('warns of references to entries that were not taken', () => {
    const { warnings } = plan(
      bundle(
        patient(1),
        observation(2, urn(1), {
          focus: [{ reference: urn(3) }],
          performer: [{ reference: 'Practitioner/far' }],
        }),
        entry(3, { resourceType: 'Media' }),
      ),
    );
    expect(warnings.map(issueText).sort()).toEqual([
      `Bundle.entry[1].resource: refers to Media/${uuid(3)}, which was not imported`,
      'Bundle.entry[1].resource: refers to Practitioner/far, which was not imported',
    ]);
  });

  it('turns conditional references into the entry, or a logical reference', () => {
    const by = (reference: string) => ({ performer: [{ reference, display: 'D' }] });
    const json = bundle(
      patient(1),
      entry(2, { resourceType: 'Practitioner', identifier: [{ system: 'http://npi', value: '7' }] }),
      observation(3, urn(1), by('Practitioner?identifier=http://npi|7')),
      observation(4, urn(1), by('Practitioner?identifier=http://npi|8')),
    );
    const [, , first, second] = plan(json).patients[0]!.resources as (Resource & { performer: unknown })[];
    expect(first!.performer).toEqual([{ reference: `Practitioner/${uuid(2)}`, display: 'D' }]);
    expect(second!.performer).toEqual([
      { type: 'Practitioner', identifier: { system: 'http://npi', value: '8' }, display: 'D' },
    ]);
  });

  it('resolves absolute fullUrls and takes ids from them', () => {
    const json = bundle(
      { fullUrl: 'http://x.example/fhir/Patient/1', resource: { resourceType: 'Patient' } },
      {
        fullUrl: 'http://x.example/fhir/Observation/2',
        resource: {
          resourceType: 'Observation',
          id: '2',
          status: 'final',
          code: { text: 'x' },
          subject: { reference: 'http://x.example/fhir/Patient/1' },
        },
      },
    );
    expect(plan(json).patients[0]!.resources).toMatchObject([
      { id: '1' },
      { subject: { reference: 'Patient/1' } },
    ]);
  });

  it('orders a chain of twenty thousand links', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      observation(i + 2, urn(1), i === 19_999 ? {} : { derivedFrom: [{ reference: urn(i + 3) }] }),
    );
    const ids = plan(bundle(patient(1), ...chain)).patients[0]!.resources.map((r) => r.id);
    expect(ids).toHaveLength(20_001);
    expect(ids[1]).toBe(uuid(20_001));
  });
});
