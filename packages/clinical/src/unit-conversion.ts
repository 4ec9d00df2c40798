/** Metric and US customary units of vital signs, and the body mass index. Conversions are those of calculators/convert-unit. */
import { convertUnit } from './calculators/convert-unit.ts';

/** Unit a vital sign is stored in, by the unit somebody may give it in. */
const METRIC: Readonly<Record<string, string>> = {
  '[lb_av]': 'kg',
  '[oz_av]': 'kg',
  g: 'kg',
  '[in_i]': 'cm',
  m: 'cm',
  '[degF]': 'Cel',
};

/** A value in the metric unit its vital sign is stored in; units without a conversion come back as they are. */
export function toMetric(value: number, unitCode: string): { value: number; code: string } {
  const code = METRIC[unitCode];
  return code === undefined ? { value, code: unitCode } : { value: converted(value, unitCode, code), code };
}

/** A metric value in the US unit given by its UCUM code; throws for a unit that is none of lb, oz, in, °F. */
export function fromMetric(value: number, unitCode: string): number {
  const code = METRIC[unitCode];
  if (code === undefined) throw new RangeError(`unitCode: no conversion to ${unitCode}`);
  return converted(value, code, unitCode);
}

function converted(value: number, from: string, to: string): number {
  const result = convertUnit(value, from, to);
  if (typeof result !== 'number') throw new RangeError(`unitCode: ${result.error.message}`);
  return result;
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
