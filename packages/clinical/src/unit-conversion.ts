/** Metric and US customary units of vital signs, by their legal definitions (1 lb = 0.45359237 kg, 1 in = 2.54 cm). */

interface Conversion {
  readonly to: string;
  readonly convert: (value: number) => number;
}

const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  '[lb_av]': { to: 'kg', convert: (lb) => lb * 0.45359237 },
  '[oz_av]': { to: 'kg', convert: (oz) => oz * 0.028349523125 },
  g: { to: 'kg', convert: (g) => g / 1000 },
  '[in_i]': { to: 'cm', convert: (inch) => inch * 2.54 },
  m: { to: 'cm', convert: (m) => m * 100 },
  '[degF]': { to: 'Cel', convert: (f) => ((f - 32) * 5) / 9 },
};

const REVERSE: Readonly<Record<string, (value: number) => number>> = {
  '[lb_av]': (kg) => kg / 0.45359237,
  '[in_i]': (cm) => cm / 2.54,
  '[degF]': (celsius) => (celsius * 9) / 5 + 32,
};

/** A value in the metric unit its vital sign is stored in; units without a conversion come back as they are. */
export function toMetric(value: number, unitCode: string): { value: number; code: string } {
  const conversion = CONVERSIONS[unitCode];
  return conversion === undefined
    ? { value, code: unitCode }
    : { value: conversion.convert(value), code: conversion.to };
}

/** A metric value in the US unit given by its UCUM code; throws for a unit that is none of lb, in, °F. */
export function fromMetric(value: number, unitCode: string): number {
  const convert = REVERSE[unitCode];
  if (convert === undefined) throw new RangeError(`unitCode: no conversion to ${unitCode}`);
  return convert(value);
}

/** Rounds half away from zero at a number of decimals, as people do; never to −0. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const size = Math.round((Math.abs(value) + Number.EPSILON) * factor) / factor;
  return value < 0 && size !== 0 ? -size : size;
}

/** Body mass index in kg/m², one decimal; undefined where a length or weight makes none. */
export function bodyMassIndex(weightKg: number, heightCm: number): number | undefined {
  if (!(weightKg > 0) || !(heightCm > 0)) return undefined;
  return roundTo(weightKg / (heightCm / 100) ** 2, 1);
}
