/**
 * Age corrected for birth before 37 weeks: counted from 40 weeks of gestation, to 24 months after birth
 * (American Academy of Pediatrics, Age terminology during the perinatal period, Pediatrics 2004;114:1362–4).
 */
import { type Age, DAYS_PER_MONTH } from '../request-reader.ts';

const TERM_WEEKS = 40;
const PRETERM_BEFORE_WEEKS = 37;
const UNTIL_MONTHS = 24;

/** @param gestationWeeks at birth, days as a fraction. @returns the age itself when nothing is corrected; negative before term. */
export function correctedAge(age: Age, gestationWeeks: number): Age {
  if (gestationWeeks >= PRETERM_BEFORE_WEEKS || age.months >= UNTIL_MONTHS) return age;
  const days = age.days - (TERM_WEEKS - gestationWeeks) * 7;
  return { days, months: days / DAYS_PER_MONTH };
}
