/**
 * The LMS method (Cole and Green, Stat Med 1992;11:1305–19): z = ((value/M)^L − 1) / (L·S), ln(value/M)/S where L is 0.
 * And two departures from it: WHO's restricted use beyond ±3 z, and CDC's modified z-score, which finds mistyped values.
 */

export interface Lms {
  readonly l: number;
  readonly m: number;
  readonly s: number;
}

/** How a chart turns a value into a z-score and back. */
export interface ZMethod {
  z(value: number, lms: Lms): number;
  /** NaN where no value has this z-score: the skew puts an end to the distribution. */
  value(z: number, lms: Lms): number;
}

export const plainLms: ZMethod = {
  z: (value, { l, m, s }) => (l === 0 ? Math.log(value / m) / s : ((value / m) ** l - 1) / (l * s)),
  value: (z, { l, m, s }) => {
    if (l === 0) return m * Math.exp(s * z);
    const base = 1 + l * s * z;
    return base > 0 ? m * base ** (1 / l) : Number.NaN;
  },
};

/** WHO Child Growth Standards (2006), chapter 7: beyond 3 z, weight-based indicators go on in steps of the 2-to-3 z distance. */
export const restrictedLms: ZMethod = {
  z: (value, lms) => {
    const z = plainLms.z(value, lms);
    if (z > 3) return 3 + (value - plainLms.value(3, lms)) / outerStep(lms, 1);
    if (z < -3) return -3 + (value - plainLms.value(-3, lms)) / outerStep(lms, -1);
    return z;
  },
  value: (z, lms) => {
    if (z > 3) return plainLms.value(3, lms) + (z - 3) * outerStep(lms, 1);
    if (z < -3) return plainLms.value(-3, lms) + (z + 3) * outerStep(lms, -1);
    return plainLms.value(z, lms);
  },
};

const outerStep = (lms: Lms, side: 1 | -1): number =>
  side * (plainLms.value(3 * side, lms) - plainLms.value(2 * side, lms));

/** CDC's modified z-score: distance from the median in half-distances to ±2 z, so that it keeps growing far out. */
export function modifiedZ(value: number, lms: Lms): number {
  const side = value >= lms.m ? 1 : -1;
  return (value - lms.m) / ((side * (plainLms.value(2 * side, lms) - lms.m)) / 2);
}
