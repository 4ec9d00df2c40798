/** Vital signs out of Observations, whoever wrote them: known LOINC codes, blood pressure components, any of our units. */
import type { CodeableConcept, Observation, Quantity } from '@keychart/fhir';
import { toMetric } from './unit-conversion.ts';
import { BLOOD_PRESSURE, PULSE_OXIMETRY, VITAL_SIGNS, type VitalKey, vitalSign } from './vital-signs.ts';

export interface VitalReading {
  readonly key: VitalKey;
  /** In the metric unit of the vital sign. */
  readonly value: number;
}

const KEY_BY_LOINC = new Map<string, VitalKey>([
  ...VITAL_SIGNS.map((vital) => [vital.loinc, vital.key] as const),
  [PULSE_OXIMETRY.loinc, 'oxygen'],
  // The codes other systems use for the same measurement.
  ['3141-9', 'weight'],
  ['8306-3', 'height'],
  ['8287-5', 'head'],
  ['8331-1', 'temperature'],
  ['8867-4', 'heartRate'],
]);

export function vitalKeyOf(code: CodeableConcept | undefined): VitalKey | undefined {
  for (const coding of code?.coding ?? []) {
    const key = coding.code === undefined ? undefined : KEY_BY_LOINC.get(coding.code);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** The readings of one Observation: none for anything that is not a vital sign of ours or is in an unknown unit. */
export function vitalReadings(observation: Observation): readonly VitalReading[] {
  const parts = [observation, ...(observation.component ?? [])];
  return parts.flatMap((part) => {
    const key = vitalKeyOf(part.code);
    const value = key === undefined ? undefined : metricValue(key, part.valueQuantity);
    return key === undefined || value === undefined ? [] : [{ key, value }];
  });
}

export const isBloodPressure = (observation: Observation): boolean =>
  observation.code?.coding?.some((coding) => coding.code === BLOOD_PRESSURE.loinc) ?? false;

function metricValue(key: VitalKey, quantity: Quantity | undefined): number | undefined {
  if (quantity?.value === undefined) return undefined;
  const expected = vitalSign(key).metric.code;
  const metric = toMetric(quantity.value, quantity.code ?? quantity.unit ?? expected);
  return metric.code === expected || key === 'pain' || expected === '/min' ? metric.value : undefined;
}
