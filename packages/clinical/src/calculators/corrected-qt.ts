/**
 * QT corrected for the heart rate: Bazett, QT/√RR (Heart 1920;7:353–70), and Fridericia, QT/∛RR (Acta Med Scand
 * 1920;53:469–86), RR in seconds. Bazett corrects too much at fast rates and too little at slow ones.
 */
import type { InputProblem } from '../input-problem.ts';
import { RequestReader } from '../request-reader.ts';

export interface CorrectedQt {
  /** ms. */
  readonly bazett: number;
  readonly fridericia: number;
  readonly rrMs: number;
  /** The rate is outside 60 to 100 a minute, where the two part and neither is well founded. */
  readonly outsideUsualRates: boolean;
}

/** @param request `{qtMs, heartRate}` in beats a minute, or `{qtMs, rrMs}` */
export function correctedQt(request: Readonly<Record<string, unknown>>): CorrectedQt | InputProblem {
  const read = new RequestReader(request);
  const qtMs = read.number('qtMs', { low: 100, high: 900, unit: 'ms' });
  const rrMs = read.has('rrMs')
    ? read.number('rrMs', { low: 180, high: 3000, unit: 'ms' })
    : 60_000 / read.number('heartRate', { low: 20, high: 330, unit: 'beats a minute' });
  if (read.has('rrMs') && read.has('heartRate'))
    read.refuse('heartRate', 'and rrMs are both given; expected one');
  if (read.problem) return read.problem;
  if (qtMs >= rrMs) read.refuse('qtMs', 'is not shorter than the beat it is part of');
  if (read.problem) return read.problem;
  const seconds = rrMs / 1000;
  return {
    bazett: Number((qtMs / Math.sqrt(seconds)).toFixed(1)),
    fridericia: Number((qtMs / Math.cbrt(seconds)).toFixed(1)),
    rrMs: Number(rrMs.toFixed(1)),
    outsideUsualRates: rrMs > 1000 || rrMs < 600,
  };
}
