import type { Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { validResources } from './fixtures/valid-resources.ts';
import { issueText, isValid, validate } from './index.ts';

type Json = Record<string, unknown>;
const patient: Json = {
  resourceType: 'Patient',
  id: 'p',
  name: [{ family: 'X' }],
  gender: 'female',
  birthDate: '2020-01-31',
};
const observation: Json = {
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'x' },
  subject: { reference: 'Patient/p' },
};
const div = (inner: string): Json => ({
  ...patient,
  text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>` },
});

/** What, the resource, and a piece of the message a person gets. */
const faults: [string, unknown, string][] = [
  ['a string', 'x', 'Resource: must be a resource (a JSON object), not a string'],
  ['null', null, 'not null'],
  ['an array', [], 'not an array'],
  ['no resourceType', {}, 'needs a resourceType'],
  ['an unknown type', { resourceType: 'Pateint' }, '"Pateint" is not a FHIR R4 resource type'],
  ['a type of the prototype', { resourceType: 'constructor' }, 'is not a FHIR R4 resource type'],
  ['a type we do not keep', { resourceType: 'StructureMap' }, 'a FHIR type that Keychart does not keep'],
  ['a data type as resource', { resourceType: 'HumanName', family: 'X' }, 'is not a FHIR R4 resource type'],
  [
    'a wrong required code',
    { ...patient, gender: 'F' },
    'Patient.gender: "F" is not on the required list: male, female, other, unknown',
  ],
  [
    'a wrong required code in an array',
    { ...patient, name: [{ use: 'main', family: 'X' }] },
    'Patient.name[0].use: "main" is not on the required list',
  ],
  [
    'a wrong required CodeableConcept',
    {
      resourceType: 'AllergyIntolerance',
      patient: { reference: 'Patient/p' },
      clinicalStatus: { coding: [{ system: 'http://x', code: 'active' }] },
    },
    'AllergyIntolerance.clinicalStatus: needs a coding from the required list: active, inactive, resolved',
  ],
  [
    'text alone where a code is required',
    { resourceType: 'Condition', subject: { reference: 'Patient/p' }, clinicalStatus: { text: 'active' } },
    'Condition.clinicalStatus: needs a coding',
  ],
  [
    'a media type without slash',
    { ...patient, photo: [{ contentType: 'png' }] },
    'Patient.photo[0].contentType',
  ],
  [
    'two values of one choice',
    { ...observation, valueString: 'x', valueInteger: 1 },
    'has valueString and valueInteger: only one of them is allowed',
  ],
  [
    'a choice twice by extension',
    { ...observation, valueString: 'x', _valueBoolean: { extension: [{ url: 'http://x', valueCode: 'y' }] } },
    'only one of them',
  ],
  [
    'a type the choice does not have',
    { ...observation, valueAddress: { city: 'X' } },
    'Observation.valueAddress: is not an element of Observation',
  ],
  [
    'a missing choice',
    {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      subject: { reference: 'Patient/p' },
    },
    'MedicationRequest.medication: is required: one of medicationCodeableConcept, medicationReference',
  ],
  [
    'a missing element',
    { resourceType: 'Observation', code: { text: 'x' } },
    'Observation.status: is required',
  ],
  ['a misspelt element', { ...patient, birthdate: '2020-01-01' }, 'did you mean birthDate?'],
  [
    'resourceType inside a data type',
    { ...patient, name: [{ resourceType: 'HumanName', family: 'X' }] },
    'Patient.name[0].resourceType: is not an element of Patient.name',
  ],
  ['an own __proto__', JSON.parse('{"resourceType":"Patient","__proto__":{"x":1}}'), 'Patient.__proto__'],
  ['null', { ...patient, gender: null }, 'is null: leave the element out'],
  ['an empty object', { ...patient, maritalStatus: {} }, 'Patient.maritalStatus: is empty'],
  ['an empty array', { ...patient, name: [] }, 'is an empty array'],
  ['an empty string', { ...patient, id: '' }, 'Patient.id: is empty'],
  [
    'one where many are expected',
    { ...patient, name: { family: 'X' } },
    'Patient.name: takes an array, not an object',
  ],
  [
    'many where one is expected',
    { ...patient, gender: ['female'] },
    'Patient.gender: takes one value, not an array',
  ],
  ['a number for a string', { ...patient, name: [{ family: 1 }] }, 'must be a JSON string, not a number'],
  ['a string for a boolean', { ...patient, active: 'true' }, 'must be a JSON boolean, not a string'],
  [
    'a string for an object',
    { ...patient, name: ['X'] },
    'Patient.name[0]: must be a HumanName (a JSON object), not a string',
  ],
  ['30 February', { ...patient, birthDate: '2021-02-30' }, '"2021-02-30" is not a date'],
  ['29 February of a common year', { ...patient, birthDate: '1900-02-29' }, 'is not a date'],
  [
    'a date of another country',
    { ...patient, birthDate: '31/01/2020' },
    'is not a date: YYYY, YYYY-MM or YYYY-MM-DD',
  ],
  ['a dateTime for a date', { ...patient, birthDate: '2020-01-31T00:00:00Z' }, 'is not a date'],
  [
    'a dateTime without zone',
    { ...observation, effectiveDateTime: '2020-01-01T10:00:00' },
    'is not a dateTime',
  ],
  [
    'a dateTime without seconds',
    { ...observation, effectiveDateTime: '2020-01-01T10:00Z' },
    'is not a dateTime',
  ],
  ['24 hours', { ...observation, effectiveDateTime: '2020-01-01T24:00:00Z' }, 'is not a dateTime'],
  ['a date for an instant', { ...observation, issued: '2020-01-01' }, 'is not an instant'],
  ['an id with a slash', { ...patient, id: 'a/b' }, 'is not an id: 1 to 64'],
  ['an id that is too long', { ...patient, id: 'a'.repeat(65) }, 'is not an id'],
  [
    'a URI with a space',
    { ...patient, identifier: [{ system: 'http://a b', value: '1' }] },
    'it contains a space',
  ],
  ['a bad urn:uuid', { ...patient, identifier: [{ system: 'urn:uuid:123', value: '1' }] }, 'is not a UUID'],
  ['a bad urn:oid', { ...patient, identifier: [{ system: 'urn:oid:9.1', value: '1' }] }, 'is not an OID'],
  ['bad base64', { ...patient, photo: [{ contentType: 'image/png', data: 'A-B' }] }, 'is not base64'],
  ['a fraction for an integer', { ...patient, multipleBirthInteger: 1.5 }, 'must be a whole number'],
  ['zero for a positiveInt', { ...patient, telecom: [{ rank: 0 }] }, 'must be a whole number from 1'],
  ['a control character', { ...patient, name: [{ family: 'X\u0000' }] }, 'contains a control character'],
  ['a code with spaces', { ...patient, maritalStatus: { coding: [{ code: ' M' }] } }, 'is not a code'],
  [
    'a companion of a complex element',
    { ...patient, _name: [{ id: 'x' }] },
    'Patient._name: is not an element',
  ],
  [
    'a companion that is no object',
    { ...patient, _birthDate: 'x' },
    'must be an object with id or extension',
  ],
  ['an empty companion', { ...patient, _birthDate: {} }, 'Patient._birthDate: is empty'],
  [
    'companions of another number',
    { ...patient, name: [{ given: ['A', 'B'], _given: [null] }] },
    'must have the same number of items',
  ],
  [
    'null in an array without companion',
    { ...patient, name: [{ given: ['A', null] }] },
    'Patient.name[0].given[1]: must be a JSON string, not null',
  ],
  [
    'null in both arrays',
    { ...patient, name: [{ given: ['A', null], _given: [{ id: 'x' }, null] }] },
    'given[1]',
  ],
  ['an extension without value', { ...patient, extension: [{ url: 'http://x' }] }, '(ext-1)'],
  [
    'an extension with both',
    {
      ...patient,
      extension: [{ url: 'http://x', valueCode: 'a', extension: [{ url: 'y', valueCode: 'b' }] }],
    },
    '(ext-1)',
  ],
  [
    'a reference to a wrong type',
    { ...observation, subject: { reference: 'Practitioner/1' } },
    'Observation.subject.reference: must refer to Patient or Group or Device or Location, not Practitioner',
  ],
  [
    'a reference to no type',
    { ...observation, subject: { reference: 'Pateint/1' } },
    'is not a reference: use Type/id',
  ],
  ['a reference without id', { ...observation, subject: { reference: 'Patient/' } }, 'is not a reference'],
  ['a bare id', { ...observation, subject: { reference: '123' } }, 'is not a reference'],
  [
    'a reference with a bad urn',
    { ...observation, subject: { reference: 'urn:uuid:123' } },
    'is not a reference',
  ],
  [
    'a type that contradicts',
    { ...observation, subject: { reference: 'Patient/1', type: 'Group' } },
    'is a Patient, but type says Group',
  ],
  [
    'a reference type that does not exist',
    {
      ...observation,
      subject: { reference: 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520', type: 'Person2' },
    },
    'is not a FHIR R4 resource type',
  ],
  [
    'a conditional reference outside a transaction',
    { ...observation, subject: { reference: 'Patient?identifier=1' } },
    'only a transaction bundle',
  ],
  [
    'a contained reference to nothing',
    { ...observation, subject: { reference: '#p' } },
    'names no contained resource (ref-1)',
  ],
  [
    'a contained resource of a wrong type',
    { ...observation, contained: [{ resourceType: 'Practitioner', id: 'p' }], subject: { reference: '#p' } },
    'not Practitioner',
  ],
  [
    'a contained resource nobody refers to',
    { ...observation, contained: [{ resourceType: 'Patient', id: 'p' }] },
    'nothing refers to #p (dom-3)',
  ],
  [
    'contained in contained',
    {
      ...observation,
      contained: [
        {
          resourceType: 'Patient',
          id: 'q',
          contained: [{ resourceType: 'Organization', id: 'o', name: 'x' }],
          managingOrganization: { reference: '#o' },
        },
      ],
      subject: { reference: '#q' },
    },
    '(dom-2)',
  ],
  [
    'a contained resource with a version',
    {
      ...observation,
      contained: [{ resourceType: 'Patient', id: 'q', meta: { versionId: '1' } }],
      subject: { reference: '#q' },
    },
    '(dom-4)',
  ],
  [
    'a contained resource without id',
    { ...observation, contained: [{ resourceType: 'Patient' }] },
    'Observation.contained[0]: needs an id',
  ],
  [
    'a value with a reason for its absence',
    { ...observation, valueString: 'x', dataAbsentReason: { text: 'y' } },
    '(obs-6)',
  ],
  [
    'a component with the same code',
    {
      ...observation,
      code: { coding: [{ system: 's', code: '1' }] },
      valueString: 'x',
      component: [{ code: { coding: [{ system: 's', code: '1' }] }, valueString: 'y' }],
    },
    '(obs-7)',
  ],
  [
    'an end before the start',
    { ...patient, name: [{ family: 'X', period: { start: '2020-02-01', end: '2020-01-31' } }] },
    'Patient.name[0].period: must not end before it starts (per-1)',
  ],
  [
    'an Organization without name',
    { resourceType: 'Organization', active: true },
    'needs identifier or name (org-1)',
  ],
  ['a script in the narrative', div('<script>alert(1)</script>'), 'must not contain <script>'],
  ['an event handler', div('<p onclick="x()">y</p>'), 'must not contain the attribute onclick'],
  ['a javascript link', div('<a href="javascript:alert(1)">y</a>'), 'must not link to'],
  ['a hidden javascript link', div('<a href="java&#x73;cript:alert(1)">y</a>'), 'must not link to'],
  ['a remote image', div('<img src="https://tracker.example/x.png"/>'), 'must not link to'],
  ['a style that loads', div('<p style="background:url(http://x)">y</p>'), 'must not load'],
  ['an unclosed element', div('<p>x'), 'has </div> where another element is open'],
  ['an iframe', div('<iframe>x</iframe>'), 'must not contain <iframe>'],
  ['an empty narrative', div(' '), 'must have content'],
  [
    'a narrative without namespace',
    { ...patient, text: { status: 'generated', div: '<div>x</div>' } },
    'needs xmlns',
  ],
  [
    'two roots',
    {
      ...patient,
      text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div><p>y</p>' },
    },
    'must be one <div>',
  ],
];

describe('validate', () => {
  it.each(faults)('refuses %s', (_, resource, message) => {
    expect(validate(resource).map(issueText).join('\n')).toContain(message);
  });

  it.each(validResources.map((r) => [`${r.resourceType}/${r.id}`, r] as const))('takes %s', (_, resource) => {
    expect(validate(resource)).toEqual([]);
  });

  const good: [string, unknown][] = [
    ['partial dates', { ...patient, birthDate: '2020-01' }],
    ['29 February of a leap year', { ...patient, birthDate: '2000-02-29' }],
    [
      'a primitive that is only an extension',
      {
        ...patient,
        birthDate: undefined,
        _birthDate: {
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
          ],
        },
      },
    ],
    [
      'null beside an extension',
      {
        ...patient,
        name: [{ given: ['A', null], _given: [null, { extension: [{ url: 'http://x', valueCode: 'y' }] }] }],
      },
    ],
    [
      'an absolute reference',
      { ...observation, subject: { reference: 'https://example.org/fhir/Patient/1/_history/2' } },
    ],
    ['a logical reference', { ...observation, subject: { identifier: { system: 'http://x', value: '1' } } }],
    [
      'a reference by urn',
      { ...observation, subject: { reference: 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520' } },
    ],
    [
      'a contained patient',
      {
        ...observation,
        contained: [{ resourceType: 'Patient', id: 'p', name: [{ text: 'X' }] }],
        subject: { reference: '#p' },
      },
    ],
    [
      'a table and a safe link',
      div('<table><tr><td colspan="2"><a href="https://example.org/">x</a><br/>&#160;&lt;</td></tr></table>'),
    ],
    ['names of every script', { ...patient, name: [{ family: 'אבגד', given: ['Zoë', '李'] }] }],
  ];
  it.each(good)('takes %s', (_, resource) => {
    const clean: unknown = JSON.parse(JSON.stringify(resource));
    expect(validate(clean)).toEqual([]);
  });

  it('narrows the type', () => {
    const value: unknown = patient;
    if (!isValid(value)) throw new Error('should be valid');
    const resource: Resource = value;
    expect(resource.resourceType).toBe('Patient');
  });

  it('stops after 50 faults and at 64 levels', () => {
    const many = { ...patient, name: Array.from({ length: 500 }, () => ({ family: 1 })) };
    expect(validate(many)).toHaveLength(50);
    let deep: unknown = { url: 'http://x', valueCode: 'y' };
    for (let i = 0; i < 100_000; i++) deep = { url: 'http://x', extension: [deep] };
    expect(validate({ ...patient, extension: [deep] }).map(issueText)).toEqual([
      'is nested deeper than 64 levels',
    ]);
  });
});
