/** Which vaccine to give: one for the age today, whatever age the dose was due at. */
import { expect, test } from 'vitest';
import { builtInSchedule } from './built-in/built-in-schedule.ts';
import { forecastImmunizations } from './forecast-immunizations.ts';
import { prepareSchedule } from './prepared-schedule.ts';

const schedule = prepareSchedule(await builtInSchedule());
function toGive(dob: string, group: string): readonly string[] {
  const answer = forecastImmunizations(
    { dob, gender: 'U', assessmentDate: '2026-11-22', doses: [] },
    schedule,
  );
  if ('error' in answer) throw new Error(answer.error.message);
  return answer.groups.find((each) => each.group === group)!.vaccines;
}

test('an adult who never had hepatitis B vaccine gets an adult product', () => {
  expect(toGive('2012-06-01', 'HepB')).toEqual(['08']);
  expect(toGive('1975-03-01', 'HepB')).not.toContain('08');
  expect(toGive('1975-03-01', 'HepB')).toContain('43');
});

test('a teenager gets polio vaccine alone, an infant a combination too', () => {
  expect(toGive('2012-06-01', 'Polio')).toEqual(['10']);
  expect(toGive('2026-09-01', 'Polio')).toContain('146');
});

test('COVID-19 vaccines of an adult are not those of the infants’ series', () => {
  expect(toGive('1975-03-01', 'COVID-19')).toEqual(['309', '312', '313', '334']);
  expect(toGive('2025-11-01', 'COVID-19')).toEqual(['311']);
});

test('nobody is given a vaccine out of its ages', () => {
  expect(toGive('1975-03-01', 'DTaP/Tdap/Td')).toEqual(['115']);
  expect(toGive('2026-09-01', 'DTaP/Tdap/Td')).not.toContain('115');
});
