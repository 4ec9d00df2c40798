import type { StaffMember } from '@keychart/chart';
import { expect, test } from 'vitest';
import { refusalText } from '../words/refusal-text.ts';
import { areasText, listText } from '../words/staff-words.ts';
import {
  adjustments,
  changeOf,
  checkPerson,
  EMPTY_PERSON,
  formOf,
  isUsual,
  takenAway,
  withoutKey,
  withRole,
} from './person-form.ts';
import { foretell, proposalPoints, proposalText, reportText } from './what-happens.ts';

const zone = 'America/Denver';
const nurse: StaffMember = {
  npub: 'npub1nurse',
  name: 'Nora Sample',
  role: 'nurse',
  permissions: ['read', 'write', 'vitals', 'messages', 'immunizations', 'allergies', 'schedule'],
  compartments: ['desk', 'clin', 'msg', 'sens'],
  from: '2026-01-05T07:00:00.000Z',
  state: 'active',
  admin: false,
  me: false,
};
const formed = formOf(nurse, zone);

test('a form unchanged asks for what is there already', () => {
  expect(isUsual(formed)).toBe(true);
  const change = changeOf('change', formed, zone)!;
  expect(takenAway(nurse, change)).toEqual({ areas: [], permissions: [], sooner: false, patients: false });
  expect(adjustments(nurse)).toEqual({ more: [], less: [] });
});

test('a smaller role takes away what it does not have, and says so in words', () => {
  const change = changeOf('change', withRole(formed, 'frontdesk'), zone)!;
  const { points } = foretell(
    change,
    { renewed: ['clin', 'sens'], granted: 4 },
    { name: 'Nora', before: nurse, timeZone: zone },
  );
  expect(points).toEqual([
    'The key of Nora opens charts and confidential records no more.',
    'Nora may no longer write notes, take vitals, give immunizations or record allergies.',
    'New keys are made for charts and confidential records. 4 people, you among them, are handed the new ones and need to do nothing.',
    expect.stringContaining('not yet sent is kept'),
    expect.stringContaining('cannot be taken back'),
  ]);
});

test('a last day is said as the practice reads it, and counts as less only when it comes sooner', () => {
  const change = changeOf('change', { ...formed, lastDay: '2026-12-24' }, zone)!;
  expect(change.until).toBe('2026-12-25T07:00:00.000Z');
  expect(
    foretell(change, { renewed: [], granted: 0 }, { name: 'Nora', before: nurse, timeZone: zone }).points,
  ).toEqual(['Access ends by itself after Dec 24, 2026.']);
  expect(takenAway({ ...nurse, until: '2026-12-01T07:00:00.000Z' }, change).sooner).toBe(false);
});

test('what is missing or impossible is said beside its field', () => {
  expect(Object.keys(checkPerson(EMPTY_PERSON, '2026-11-22')).sort()).toEqual(['name', 'role']);
  expect(checkPerson({ ...formed, areas: [] }, '2026-11-22').areas).toMatch(/nothing/);
  expect(checkPerson({ ...formed, lastDay: '2026-11-21' }, '2026-11-22').lastDay).toMatch(/over/);
  expect(checkPerson({ ...formed, lastDay: '2026-11-22' }, '2026-11-22')).toEqual({});
  expect(checkPerson({ ...formed, lastDay: '2026-02-30' }, '2026-11-22').lastDay).toMatch(/not exist/);
});

test('what a permission needs a key for is seen', () => {
  expect(withoutKey({ ...formed, areas: ['desk', 'msg'] })).toEqual([
    'write',
    'vitals',
    'immunizations',
    'allergies',
  ]);
  expect(withoutKey(formed)).toEqual([]);
});

test('a proposal says who comes and goes, what it renews, and what one approval leads to', () => {
  const proposal = {
    id: 'x',
    by: 'Ada Admin',
    at: '2026-11-22T12:00:00.000Z',
    approvals: 0,
    needed: 2,
    mayApprove: true,
    changes: [
      { kind: 'removed', npub: 'npub1n', name: 'Nora Sample', role: 'nurse' },
      { kind: 'added', npub: 'npub1o', name: '', role: 'frontdesk' },
    ],
    renewed: ['clin'],
  } as const;
  expect(proposalText(proposal)).toBe('Remove Nora Sample (nurse) and add somebody new (front desk)');
  expect(proposalText({ changes: [] })).toBe('New keys for everybody');
  const points = proposalPoints(proposal);
  expect(points).toContain('Nora Sample can read and write nothing from then on.');
  expect(points.at(-1)).toBe('1 more approval is needed after yours.');
  expect(proposalPoints({ ...proposal, approvals: 1 }).at(-1)).toMatch(/in force/);
});

test('words for areas, lists, refusals and reports', () => {
  expect(areasText(['desk', 'clin', 'msg'])).toBe('charts, messages, appointments and contact data');
  expect(areasText(['x-ray'])).toBe('“x-ray”');
  expect(listText([])).toBe('nothing');
  expect(refusalText('this login does not hold the keys of sens, which this change has to hand on')).toMatch(
    /keys of confidential records.*Ask an administrator/,
  );
  expect(
    reportText({ kind: 'remove', npub: 'x' }, { renewed: ['msg'], granted: 1 }, 'Nora').points.at(-1),
  ).toBe('New keys for messages, handed to 1 person who stays.');
});

test('a locum’s patients are said to be kept while they are suspended, and to come back with them', () => {
  const locum = {
    ...nurse,
    patients: [{ patientId: 'a' }, { patientId: 'b', until: '2027-01-01T07:00:00Z' }],
  };
  const points = (kind: 'suspend' | 'resume', before: StaffMember) =>
    foretell(
      { kind, npub: nurse.npub },
      { renewed: [], granted: 0 },
      { name: 'Nora', before, timeZone: zone },
    ).points.join(' ');
  expect(points('suspend', locum)).toContain(
    '2 named patients: kept for them, with the last days they have.',
  );
  expect(points('suspend', nurse)).not.toContain('named');
  expect(points('resume', locum)).toBe(
    'Nora reads and writes in the charts of the same 2 named patients again, until the same last days.',
  );
  expect(points('resume', nurse)).toBe('Nora reads everything they missed.');
});
