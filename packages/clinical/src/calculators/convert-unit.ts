/** Conversion between UCUM units; between mass and amount of a substance only with its molar mass. */
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { parseUnit, sameDimensions } from './parse-unit.ts';
import { SHIFTED_UNITS, type Unit } from './ucum-units.ts';

/**
 * @param from,to UCUM codes, case-sensitive.
 * @param molarMass g/mol, where one unit is of mass and the other of amount.
 * @returns the value in `to`, or a problem naming `from` or `to`.
 */
export function convertUnit(
  value: number,
  from: string,
  to: string,
  molarMass?: number,
): number | InputProblem {
  if (from === to && isUnit(from)) return value;
  const shiftedFrom = SHIFTED_UNITS[from];
  const shiftedTo = SHIFTED_UNITS[to];
  if (shiftedFrom !== undefined || shiftedTo !== undefined) {
    const kelvin = shiftedFrom ? shiftedFrom.toKelvin(value) : from === 'K' ? value : undefined;
    if (kelvin === undefined) return inputProblem('from', 'is no temperature');
    if (shiftedTo !== undefined) return shiftedTo.fromKelvin(kelvin);
    return to === 'K' ? kelvin : inputProblem('to', 'is no temperature');
  }
  const source = parseUnit(from);
  if (source === undefined) return inputProblem('from', 'is not a unit that can be converted');
  const target = parseUnit(to);
  if (target === undefined) return inputProblem('to', 'is not a unit that can be converted');
  const moles = sameDimensions(source.dimensions, target.dimensions) ? 0 : molesGained(source, target);
  if (moles === undefined) return inputProblem('to', `is not the same kind of quantity as ${from}`);
  if (moles === 0) return (value * source.factor) / target.factor;
  if (molarMass === undefined || !(molarMass > 0))
    return inputProblem('molarMass', 'is needed between mass and amount; expected g/mol');
  return (value * source.factor) / target.factor / molarMass ** moles;
}

export const isUnit = (code: string): boolean => code in SHIFTED_UNITS || parseUnit(code) !== undefined;

/** How many grams of the source become moles in the target; undefined when they differ in more than that. */
function molesGained(source: Unit, target: Unit): number | undefined {
  const gained = (target.dimensions.mol ?? 0) - (source.dimensions.mol ?? 0);
  const asTarget = { ...source.dimensions };
  asTarget.g = (asTarget.g ?? 0) - gained;
  asTarget.mol = (asTarget.mol ?? 0) + gained;
  return sameDimensions(asTarget, target.dimensions) ? gained : undefined;
}
