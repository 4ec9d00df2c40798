/** A request to convert a quantity between UCUM units, by substance where it goes from mass to amount. */
import { type InputProblem, isInputProblem } from '../input-problem.ts';
import { RequestReader } from '../request-reader.ts';
import { convertUnit } from './convert-unit.ts';
import { MOLAR_MASS } from './molar-mass.ts';

export type Substance = keyof typeof MOLAR_MASS;
const SUBSTANCES = Object.keys(MOLAR_MASS) as Substance[];

export interface ConvertedQuantity {
  readonly value: number;
  readonly unit: string;
}

/** @param request `{value, from, to, substance?}`, units as UCUM codes: `{value: 5.5, from: 'mmol/L', to: 'mg/dL', substance: 'glucose'}` */
export function convertQuantity(
  request: Readonly<Record<string, unknown>>,
): ConvertedQuantity | InputProblem {
  const read = new RequestReader(request);
  const value = read.number('value', { low: -1e15, high: 1e15, unit: 'the unit of from' });
  const from = read.text('from');
  if (from === undefined) read.refuse('from', 'is missing; expected a UCUM code');
  const to = read.text('to');
  if (to === undefined) read.refuse('to', 'is missing; expected a UCUM code');
  const substance = read.word('substance', SUBSTANCES);
  if (read.problem || from === undefined || to === undefined) return read.problem!;
  const converted = convertUnit(value, from, to, substance && MOLAR_MASS[substance]);
  if (isInputProblem(converted))
    return converted.error.field === 'molarMass'
      ? {
          error: {
            field: 'substance',
            message: `is needed between mass and amount; one of ${SUBSTANCES.join(', ')}`,
          },
        }
      : converted;
  return { value: Number(converted.toPrecision(12)), unit: to };
}
