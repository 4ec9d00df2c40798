/**
 * BMI above the 95th percentile by CDC's extended method of 2022 (Wei et al., NCHS Vital Health Stat 2(197)): beyond the 95th
 * of the 2000 charts a half-normal distribution with a scale that depends on sex and age. At or below it, LMS as ever.
 */
import { normalAbove, normalQuantile, normalQuantileAbove } from '../normal-distribution.ts';
import type { Sex } from '../request-reader.ts';
import { type Lms, plainLms, type ZMethod } from './lms.ts';

const Z95 = normalQuantile(0.95);
/** CDC's programs stop here, where a percentile can no longer be told from 100. */
const HIGHEST_Z = 8.21;

/** Scale of the half-normal in kg/m², by CDC's quadratic in years. */
export function extendedScale(sex: Sex, ageMonths: number): number {
  const years = ageMonths / 12;
  return sex === 'male'
    ? 0.3728 + 0.5196 * years - 0.0091 * years ** 2
    : 0.8334 + 0.3712 * years - 0.0011 * years ** 2;
}

/** The 95th percentile of the 2000 chart, in kg/m². */
export const bmi95 = (lms: Lms): number => plainLms.value(Z95, lms);

export function extendedBmi(sex: Sex, ageMonths: number): ZMethod {
  const scale = extendedScale(sex, ageMonths);
  return {
    z: (value, lms) => {
      const above = (value - bmi95(lms)) / scale;
      if (above <= 0) return plainLms.z(value, lms);
      return Math.min(HIGHEST_Z, normalQuantileAbove(0.1 * normalAbove(above)));
    },
    value: (z, lms) =>
      z <= Z95 ? plainLms.value(z, lms) : bmi95(lms) + scale * normalQuantileAbove(10 * normalAbove(z)),
  };
}
