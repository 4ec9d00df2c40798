/**
 * The units of the Unified Code for Units of Measure (UCUM 2.1, case-sensitive codes) that occur in paediatric and family
 * practice, each as a factor and the dimensions it has. One departure: `mol` is a dimension of its own and not a number, so
 * that an amount is never taken for a count.
 */

/** Exponents by dimension: length m, time s, mass g, temperature K, amount mol, arbitrary units each by its own name. */
export type Dimensions = Readonly<Record<string, number>>;

export interface Unit {
  readonly factor: number;
  readonly dimensions: Dimensions;
}

export const PREFIXES: Readonly<Record<string, number>> = {
  G: 1e9,
  M: 1e6,
  k: 1e3,
  h: 1e2,
  da: 1e1,
  d: 1e-1,
  c: 1e-2,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
  f: 1e-15,
};

const VOLUME: Dimensions = { m: 3 };
const PRESSURE: Dimensions = { g: 1, m: -1, s: -2 };
const ENERGY: Dimensions = { g: 1, m: 2, s: -2 };
const LITRE = 1e-3;
const MILLILITRE = 1e-6;

/** Units that take a metric prefix. */
export const METRIC_UNITS: Readonly<Record<string, Unit>> = {
  m: { factor: 1, dimensions: { m: 1 } },
  s: { factor: 1, dimensions: { s: 1 } },
  g: { factor: 1, dimensions: { g: 1 } },
  K: { factor: 1, dimensions: { K: 1 } },
  mol: { factor: 1, dimensions: { mol: 1 } },
  osm: { factor: 1, dimensions: { mol: 1 } },
  // Not an amount: how many of it a mole has depends on the charge.
  eq: { factor: 1, dimensions: { eq: 1 } },
  L: { factor: LITRE, dimensions: VOLUME },
  l: { factor: LITRE, dimensions: VOLUME },
  Hz: { factor: 1, dimensions: { s: -1 } },
  N: { factor: 1e3, dimensions: { g: 1, m: 1, s: -2 } },
  Pa: { factor: 1e3, dimensions: PRESSURE },
  bar: { factor: 1e8, dimensions: PRESSURE },
  'm[Hg]': { factor: 133_322_000, dimensions: PRESSURE },
  'm[H2O]': { factor: 9_806_650, dimensions: PRESSURE },
  J: { factor: 1e3, dimensions: ENERGY },
  W: { factor: 1e3, dimensions: { g: 1, m: 2, s: -3 } },
  cal: { factor: 4184, dimensions: ENERGY },
  kat: { factor: 1, dimensions: { mol: 1, s: -1 } },
  U: { factor: 1e-6 / 60, dimensions: { mol: 1, s: -1 } },
  '[iU]': { factor: 1, dimensions: { '[iU]': 1 } },
  '[IU]': { factor: 1, dimensions: { '[iU]': 1 } },
};

/** Units that take none. */
export const PLAIN_UNITS: Readonly<Record<string, Unit>> = {
  '%': { factor: 1e-2, dimensions: {} },
  'g%': { factor: 1e4, dimensions: { g: 1, m: -3 } },
  '[ppth]': { factor: 1e-3, dimensions: {} },
  '[ppm]': { factor: 1e-6, dimensions: {} },
  min: { factor: 60, dimensions: { s: 1 } },
  h: { factor: 3600, dimensions: { s: 1 } },
  d: { factor: 86_400, dimensions: { s: 1 } },
  wk: { factor: 604_800, dimensions: { s: 1 } },
  mo: { factor: 30.4375 * 86_400, dimensions: { s: 1 } },
  a: { factor: 365.25 * 86_400, dimensions: { s: 1 } },
  '[lb_av]': { factor: 453.59237, dimensions: { g: 1 } },
  '[oz_av]': { factor: 28.349523125, dimensions: { g: 1 } },
  '[gr]': { factor: 0.06479891, dimensions: { g: 1 } },
  '[in_i]': { factor: 0.0254, dimensions: { m: 1 } },
  '[ft_i]': { factor: 0.3048, dimensions: { m: 1 } },
  '[foz_us]': { factor: 29.5735295625 * MILLILITRE, dimensions: VOLUME },
  '[tsp_us]': { factor: 4.92892159375 * MILLILITRE, dimensions: VOLUME },
  '[tbs_us]': { factor: 14.78676478125 * MILLILITRE, dimensions: VOLUME },
  '[cup_us]': { factor: 236.5882365 * MILLILITRE, dimensions: VOLUME },
  '[pt_us]': { factor: 473.176473 * MILLILITRE, dimensions: VOLUME },
  '[drp]': { factor: 0.05 * MILLILITRE, dimensions: VOLUME },
};

/** Scales whose zero lies elsewhere; they stand alone and never inside a product. */
export const SHIFTED_UNITS: Readonly<
  Record<string, { toKelvin(value: number): number; fromKelvin(kelvin: number): number }>
> = {
  Cel: { toKelvin: (value) => value + 273.15, fromKelvin: (kelvin) => kelvin - 273.15 },
  '[degF]': {
    toKelvin: (value) => ((value + 459.67) * 5) / 9,
    fromKelvin: (kelvin) => (kelvin * 9) / 5 - 459.67,
  },
};
