/** Overlays and differences, over the built-in schedule. */
import { describe, expect, it } from 'vitest';
import { builtInSchedule } from './built-in/built-in-schedule.ts';
import { readSchedule } from './read-schedule.ts';
import type { Schedule } from './schedule.ts';
import { scheduleDifference } from './schedule-difference.ts';
import { applyOverlay, type Overlay } from './schedule-overlay.ts';

const schedule = await builtInSchedule();
const overlay = (changes: Overlay['changes']): Overlay => ({
  overlay: 'State of Here',
  date: '2026-09-01',
  changes,
});
const altered = (changes: Overlay['changes']): Schedule => {
  const result = applyOverlay(schedule, overlay(changes));
  if ('error' in result) throw new Error(JSON.stringify(result));
  return result;
};

describe('an overlay', () => {
  it('alters one rule, keeps the rest and bears its own name and date', () => {
    const ages = [{ absoluteMinimum: '12m-4d', minimum: '12m', recommended: '15m' }];
    const next = altered([{ antigen: 'HepA', series: 'HepA 2 doses', dose: 1, set: { ages } }]);
    expect(next.name).toBe('Keychart 2025-11 + State of Here');
    expect(next.overlays).toEqual([{ name: 'State of Here', date: '2026-09-01' }]);
    const lines = scheduleDifference(schedule, next);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^HepA · HepA 2 doses · dose 1 · ages: .*"recommended":"12m".* → .*"recommended":"15m"/,
    );
  });

  it('adds and takes away series and members', () => {
    const [series] = schedule.antigens.find(({ antigen }) => antigen === 'Varicella')!.series;
    const next = altered([
      { antigen: 'Varicella', add: { ...series!, name: 'Varicella one', group: '9' } },
      { antigen: 'Zoster', series: 'Zoster 3 doses', remove: true },
      { antigen: 'Varicella', set: { immunity: null } },
    ]);
    expect(scheduleDifference(schedule, next)).toEqual([
      expect.stringMatching(/^Varicella · immunity: .* → nothing$/),
      'Varicella · Varicella one: new series',
      'Zoster · Zoster 3 doses: series removed',
    ]);
  });

  it.each([
    [[{ antigen: 'Plague', set: {} }], 'changes[0].antigen'],
    [[{ antigen: 'HepA', series: 'none', remove: true }], 'changes[0].series'],
    [[{ antigen: 'HepA', series: 'HepA 2 doses', dose: 7, set: {} }], 'changes[0].dose'],
    [[{ antigen: 'HepA', series: 'HepA 2 doses', dose: 1 }], 'changes[0]'],
    [
      [{ antigen: 'HepA', series: 'HepA 2 doses', dose: 1, set: { ages: [{ minimum: 'a year' }] } }],
      'changes',
    ],
  ] as const)('refuses %j, naming it', (changes, field) => {
    expect(applyOverlay(schedule, overlay(changes as unknown as Overlay['changes']))).toMatchObject({
      error: { field },
    });
  });

  it('refuses one without a name or a date', () => {
    expect(applyOverlay(schedule, { ...overlay([]), overlay: '' })).toMatchObject({
      error: { field: 'overlay' },
    });
    expect(applyOverlay(schedule, { ...overlay([]), date: 'soon' })).toMatchObject({
      error: { field: 'date' },
    });
  });
});

describe('a schedule from a file', () => {
  it('is read back as it was written', () => {
    const read = readSchedule(JSON.parse(JSON.stringify(schedule)));
    expect('schedule' in read && scheduleDifference(schedule, read.schedule)).toEqual([]);
  });

  it('is refused with what is wrong', () => {
    expect(readSchedule([])).toMatchObject({ error: { field: 'schedule' } });
    expect(readSchedule({ format: 'keychart-schedule-1' })).toMatchObject({
      error: { field: 'schedule.antigens' },
    });
    expect(readSchedule({ format: 'other' })).toMatchObject({ error: { field: 'schedule.format' } });
    expect(
      readSchedule({ ...schedule, conflicts: [{ ...schedule.conflicts[0], end: 'later' }] }),
    ).toMatchObject({
      error: { message: expect.stringContaining('later') },
    });
  });
});
