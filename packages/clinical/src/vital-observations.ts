/** Typed vital signs as FHIR R4 Observations of the vital-signs profiles: one each, blood pressure as one panel. */
import type { CodeableConcept, Coding, Observation, Quantity } from '@keychart/fhir';
import { roundTo } from './unit-conversion.ts';
import { BLOOD_PRESSURE, PULSE_OXIMETRY, type VitalKey, vitalSign } from './vital-signs.ts';

export interface VitalsTaken {
  /** `Patient/…` reference. */
  readonly subject: string;
  /** ISO instant with zone, or a calendar date when the time is not known. */
  readonly at: string;
  /** In metric units. */
  readonly values: Partial<Record<VitalKey, number>>;
  /** Values that were questioned and confirmed, with what was asked. */
  readonly confirmed?: Partial<Record<VitalKey, string>>;
  readonly note?: string;
}

const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const CATEGORY: CodeableConcept = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/observation-category',
      code: 'vital-signs',
      display: 'Vital Signs',
    },
  ],
};

export function vitalObservations(taken: VitalsTaken): Observation[] {
  const single = (Object.entries(taken.values) as [VitalKey, number][])
    .filter(([key]) => key !== 'systolic' && key !== 'diastolic')
    .map(
      ([key, value]): Observation => ({
        ...base(taken, [key]),
        code: codeOf(key),
        valueQuantity: quantity(key, value),
      }),
    );
  const pressure = bloodPressure(taken);
  return pressure === undefined ? single : [...single, pressure];
}

function bloodPressure(taken: VitalsTaken): Observation | undefined {
  const present = (['systolic', 'diastolic'] as const).filter((key) => taken.values[key] !== undefined);
  if (present.length === 0) return undefined;
  return {
    ...base(taken, present),
    code: {
      coding: [{ system: LOINC, code: BLOOD_PRESSURE.loinc, display: BLOOD_PRESSURE.display }],
      text: 'Blood pressure',
    },
    component: present.map((key) => ({
      code: codeOf(key),
      valueQuantity: quantity(key, taken.values[key]!),
    })),
  };
}

function base(taken: VitalsTaken, keys: readonly VitalKey[]): Omit<Observation, 'code'> {
  const asked = keys
    .map((key) => taken.confirmed?.[key])
    .filter((text): text is string => text !== undefined);
  const notes = [...asked, ...(taken.note === undefined || taken.note === '' ? [] : [taken.note])];
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [CATEGORY],
    subject: { reference: taken.subject },
    effectiveDateTime: taken.at,
    ...(notes.length === 0 ? {} : { note: notes.map((text) => ({ text })) }),
  };
}

function codeOf(key: VitalKey): CodeableConcept {
  const vital = vitalSign(key);
  const coding: Coding[] = [{ system: LOINC, code: vital.loinc, display: vital.display }];
  if (key === 'oxygen')
    coding.push({ system: LOINC, code: PULSE_OXIMETRY.loinc, display: PULSE_OXIMETRY.display });
  return { coding, text: vital.label };
}

function quantity(key: VitalKey, value: number): Quantity {
  const { metric } = vitalSign(key);
  // One decimal more than shown, so that 8.4 lb typed is 8.4 lb shown again.
  return { value: roundTo(value, metric.decimals + 2), unit: metric.label, system: UCUM, code: metric.code };
}
