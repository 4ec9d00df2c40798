/** What somebody reads who asked for the confidential part and waits. */
import type { ConfidentialRequest } from '@keychart/chart';
import { describe, expect, test } from 'vitest';
import { ownStateText } from './confidential-words.ts';

const asked: ConfidentialRequest = {
  id: 'r',
  patientId: 'p',
  by: { npub: 'npub1', name: 'Ann', me: true },
  reason: 'needed',
  minutes: 15,
  askedAt: '2026-03-01T10:00:00Z',
  holders: ['Dr. One', 'Dr. Two', 'Nurse Three, RN'],
  lapsesAt: '2026-03-02T10:00:00Z',
  state: 'asked',
  mayAnswer: false,
  mayEnd: true,
  toNote: false,
};

describe('a request that waits', () => {
  test('names who can answer', () => {
    expect(ownStateText(asked, 'UTC')).toContain('Dr. One, Dr. Two and Nurse Three, RN');
  });
  test('unanswered: says so, whom to call, and until when it stands', () => {
    const text = ownStateText(asked, 'UTC', 'silent');
    expect(text).toContain('Nobody has answered yet');
    expect(text).toContain('Call Dr. One, Dr. Two or Nurse Three, RN');
    expect(text).toMatch(/until .*10:00/);
  });
  test('unsent: says that it has not gone out', () => {
    expect(ownStateText(asked, 'UTC', 'unsent')).toContain('has not gone out');
  });
  test('one holder, or none whose name is known', () => {
    expect(ownStateText({ ...asked, holders: ['Dr. One'] }, 'UTC', 'silent')).toContain('Call Dr. One:');
    expect(ownStateText({ ...asked, holders: [] }, 'UTC', 'silent')).toContain('Call a colleague who holds');
  });
  test('taken back is not ended', () => {
    expect(ownStateText({ ...asked, state: 'ended' }, 'UTC')).toContain('took back');
    expect(ownStateText({ ...asked, state: 'ended', answeredBy: 'Dr. One' }, 'UTC')).toContain('gone from');
  });
});
