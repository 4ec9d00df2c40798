/** Age in words, in the unit a clinician thinks in: days under 4 weeks, weeks under 3 months, months under 2 years. */
import { ageOn } from '@keychart/fhir';

/**
 * `12 days`, `7 weeks`, `14 months`, `2 years 3 months`, `41 years` (months are left out from 18 on).
 * @param birthDate full FHIR date; @param on full date or dateTime. A year-only birth date gives `about 34 years`.
 * @returns undefined when the birth date says nothing or lies after `on`.
 */
export function ageText(birthDate: string | undefined, on: string): string | undefined {
  if (birthDate === undefined) return undefined;
  const age = ageOn(birthDate, on);
  if (age === undefined) return roughAge(birthDate, on);
  if (age.days < 28) return plural(age.days, 'day');
  if (age.months < 3) return plural(age.weeks, 'week');
  if (age.months < 24) return plural(age.months, 'month');
  const rest = age.months % 12;
  const years = plural(age.years, 'year');
  return age.years >= 18 || rest === 0 ? years : `${years} ${plural(rest, 'month')}`;
}

function roughAge(birthDate: string, on: string): string | undefined {
  if (birthDate.length >= 10) return undefined;
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return Number.isInteger(years) && years >= 0 ? `about ${plural(years, 'year')}` : undefined;
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
