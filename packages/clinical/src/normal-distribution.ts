/**
 * The standard normal distribution, right to about 1e-14 relative, tails included. Series and continued fraction:
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.11 and 26.2.14; first guess of the inverse 26.2.23.
 */

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Share of the population below `z`, 0 to 1. */
export function normalBelow(z: number): number {
  return z < 0 ? normalAbove(-z) : 1 - normalAbove(z);
}

/** Share of the population above `z`, 0 to 1; exact far out in the tail, where 1 − normalBelow(z) would be 0. */
export function normalAbove(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z < 0) return 1 - normalAbove(-z);
  if (z > 38) return 0;
  if (z > 3) {
    let fraction = 0;
    for (let k = 120; k >= 1; k -= 1) fraction = k / (z + fraction);
    return density(z) / (z + fraction);
  }
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * sum; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density(z) * sum;
}

/** The z-score with this share of the population below it; ∓Infinity at 0 and 1, NaN outside. */
export function normalQuantile(share: number): number {
  return share > 0.5 ? normalQuantileAbove(1 - share) : -normalQuantileAbove(share);
}

/** The z-score with this share of the population above it. */
export function normalQuantileAbove(share: number): number {
  if (!(share >= 0 && share <= 1)) return Number.NaN;
  if (share > 0.5) return -normalQuantileAbove(1 - share);
  if (share === 0) return Number.POSITIVE_INFINITY;
  const t = Math.sqrt(-2 * Math.log(share));
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 3; step += 1) {
    const error = (normalAbove(z) - share) / density(z);
    z += error / (1 + (z * error) / 2);
  }
  return z;
}
