/** Calendar arithmetic on `YYYY-MM-DD` for the made-up practice, which is open on weekdays from 14:00 to 21:00 UTC. */
import { addDays, ageOn, daysInMonth } from '@keychart/fhir';

/** The same day so many whole months later (or earlier), or that month's last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const y = Math.floor(total / 12);
  const m = (total % 12) + 1;
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, daysInMonth(y, m))).padStart(2, '0')}`;
}

/** The day itself, or the Monday after it. */
export function onWeekday(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date;
}

/** Age in months with a fraction. */
export function monthsOld(birthDate: string, on: string): number {
  const age = ageOn(birthDate, on);
  return age === undefined ? 0 : age.days / 30.4375;
}

/** Age in words a clinician would write. */
export function ageInWords(birthDate: string, on: string): string {
  const age = ageOn(birthDate, on);
  if (age === undefined) return 'newborn';
  if (age.weeks < 4) return `${age.days}-day-old`;
  if (age.months < 3) return `${age.weeks}-week-old`;
  return age.months < 24 ? `${age.months}-month-old` : `${age.years}-year-old`;
}

/** An instant of the day, `minutes` after the first appointment at 14:00 UTC. */
export function instant(date: string, minutes: number): string {
  const at = 14 * 60 + minutes;
  return `${date}T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00Z`;
}
