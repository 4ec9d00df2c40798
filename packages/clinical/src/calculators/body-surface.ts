/** Body surface area by Mosteller: the root of height × weight / 3600 (N Engl J Med 1987;317:1098). */
import type { InputProblem } from '../input-problem.ts';
import { RequestReader } from '../request-reader.ts';

export interface BodySurface {
  readonly m2: number;
  readonly arithmetic: string;
}

/** @param request `{heightCm, weightKg}` */
export function bodySurface(request: Readonly<Record<string, unknown>>): BodySurface | InputProblem {
  const read = new RequestReader(request);
  const heightCm = read.number('heightCm', { low: 20, high: 250, unit: 'cm' });
  const weightKg = read.number('weightKg', { low: 0.3, high: 500, unit: 'kg' });
  if (read.problem) return read.problem;
  const m2 = Math.sqrt((heightCm * weightKg) / 3600);
  return { m2: Number(m2.toFixed(3)), arithmetic: `√(${heightCm} cm × ${weightKg} kg / 3600)` };
}
