import { describe, expect, it } from 'vitest';
import { createPageNumbers } from './page-numbers.ts';

describe('createPageNumbers', () => {
  it('gives the same page the same number and never shows an id', () => {
    const pages = createPageNumbers();
    const first = pages.numberOf({ patientId: 'person-a', ids: ['x', 'y'] });
    expect(pages.numberOf({ patientId: 'person-a', ids: ['x', 'y'] })).toBe(first);
    expect(first).toMatch(/^\d+$/);
    expect(pages.target(first)).toEqual({ patientId: 'person-a', ids: ['x', 'y'] });
  });

  it('keeps the same record of two people apart', () => {
    const pages = createPageNumbers();
    const of = (patientId: string) => pages.numberOf({ patientId, ids: ['x'] });
    expect(of('person-a')).not.toBe(of('person-b'));
  });

  it('leads nowhere for a number of another session or for no number', () => {
    const pages = createPageNumbers();
    for (const page of ['1', '0', '-1', '1.5', '1e3', 'x', '', '99999999'])
      expect(pages.target(page)).toBeUndefined();
  });
});
