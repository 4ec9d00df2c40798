/**
 * Blood pressure at a percentile by Rosner's quantile regression: restricted cubic splines of age, of height and of their
 * product (Am J Epidemiol 2008;167:653–66, appendix).
 */
import type { Sex } from '../request-reader.ts';
import { ROSNER_2008 } from './rosner-2008-figures.ts';

export type Pressure = 'sbp' | 'dbp';

/** mmHg at each of REGRESSION_PERCENTILES. @param ageYears exact, not completed years. */
export function regressionPressures(
  sex: Sex,
  pressure: Pressure,
  ageYears: number,
  heightCm: number,
): number[] {
  const { heightKnots, ageKnots, productKnots, heightCentre, [pressure]: rows } = ROSNER_2008[sex];
  const product = (ageYears - 10) * (heightCm - heightCentre);
  const terms = [
    1,
    ageYears,
    ...splineTerms(ageYears, ageKnots, 100),
    heightCm,
    ...splineTerms(heightCm, heightKnots, 100),
    product,
    ...splineTerms(product, productKnots, 10_000),
  ];
  return rows.map((row) => {
    const coefficients = coefficientsOf(row);
    return terms.reduce((sum, term, index) => sum + term * coefficients[index]!, 0);
  });
}

const read = new Map<string, readonly number[]>();

function coefficientsOf(row: string): readonly number[] {
  const coefficients = read.get(row) ?? row.split(' ').map(Number);
  read.set(row, coefficients);
  return coefficients;
}

/** The three terms beyond the straight line of a cubic spline with five knots that is straight outside the outer ones. */
function splineTerms(x: number, knots: readonly number[], scale: number): number[] {
  const cube = (knot: number) => Math.max(x - knot, 0) ** 3;
  const [fourth, last] = [knots[3]!, knots[4]!];
  return knots
    .slice(0, 3)
    .map(
      (knot) =>
        (cube(knot) -
          (cube(fourth) * (last - knot)) / (last - fourth) +
          (cube(last) * (fourth - knot)) / (last - fourth)) /
        scale,
    );
}
