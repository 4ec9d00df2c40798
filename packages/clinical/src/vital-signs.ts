/**
 * The vital signs we take: LOINC codes and UCUM units as the FHIR R4 vital signs profiles and US Core 6 ask for them,
 * and the US unit somebody may prefer to type. Stored values are always in the metric unit.
 */

export type VitalKey =
  | 'weight'
  | 'height'
  | 'head'
  | 'systolic'
  | 'diastolic'
  | 'temperature'
  | 'heartRate'
  | 'respirations'
  | 'oxygen'
  | 'pain'
  | 'bmi';

export interface UnitOfMeasure {
  /** UCUM code. */
  readonly code: string;
  /** As shown beside the number. */
  readonly label: string;
  readonly decimals: number;
}

export interface VitalSign {
  readonly key: VitalKey;
  readonly label: string;
  /** For the head of a narrow column. */
  readonly short: string;
  readonly loinc: string;
  /** LOINC's own name. */
  readonly display: string;
  readonly metric: UnitOfMeasure;
  /** Present where the US customary unit differs. */
  readonly us?: UnitOfMeasure;
}

const pounds: UnitOfMeasure = { code: '[lb_av]', label: 'lb', decimals: 1 };
const inches: UnitOfMeasure = { code: '[in_i]', label: 'in', decimals: 1 };
const pressure: UnitOfMeasure = { code: 'mm[Hg]', label: 'mmHg', decimals: 0 };

export const VITAL_SIGNS: readonly VitalSign[] = [
  {
    key: 'weight',
    label: 'Weight',
    short: 'Weight',
    loinc: '29463-7',
    display: 'Body weight',
    metric: { code: 'kg', label: 'kg', decimals: 2 },
    us: pounds,
  },
  {
    key: 'height',
    label: 'Height',
    short: 'Height',
    loinc: '8302-2',
    display: 'Body height',
    metric: { code: 'cm', label: 'cm', decimals: 1 },
    us: inches,
  },
  {
    key: 'head',
    label: 'Head circumference',
    short: 'Head',
    loinc: '9843-4',
    display: 'Head Occipital-frontal circumference',
    metric: { code: 'cm', label: 'cm', decimals: 1 },
    us: inches,
  },
  {
    key: 'bmi',
    label: 'BMI',
    short: 'BMI',
    loinc: '39156-5',
    display: 'Body mass index (BMI) [Ratio]',
    metric: { code: 'kg/m2', label: 'kg/m²', decimals: 1 },
  },
  {
    key: 'systolic',
    label: 'Systolic',
    short: 'Sys',
    loinc: '8480-6',
    display: 'Systolic blood pressure',
    metric: pressure,
  },
  {
    key: 'diastolic',
    label: 'Diastolic',
    short: 'Dia',
    loinc: '8462-4',
    display: 'Diastolic blood pressure',
    metric: pressure,
  },
  {
    key: 'temperature',
    label: 'Temperature',
    short: 'Temp',
    loinc: '8310-5',
    display: 'Body temperature',
    metric: { code: 'Cel', label: '°C', decimals: 1 },
    us: { code: '[degF]', label: '°F', decimals: 1 },
  },
  {
    key: 'heartRate',
    label: 'Heart rate',
    short: 'Pulse',
    loinc: '8867-4',
    display: 'Heart rate',
    metric: { code: '/min', label: '/min', decimals: 0 },
  },
  {
    key: 'respirations',
    label: 'Respirations',
    short: 'Resp',
    loinc: '9279-1',
    display: 'Respiratory rate',
    metric: { code: '/min', label: '/min', decimals: 0 },
  },
  {
    key: 'oxygen',
    label: 'Oxygen saturation',
    short: 'SpO₂',
    loinc: '2708-6',
    display: 'Oxygen saturation in Arterial blood',
    metric: { code: '%', label: '%', decimals: 0 },
  },
  {
    key: 'pain',
    label: 'Pain (0–10)',
    short: 'Pain',
    loinc: '72514-3',
    display: 'Pain severity - 0-10 verbal numeric rating [Score] - Reported',
    metric: { code: '{score}', label: '/10', decimals: 0 },
  },
];

/** The panel that holds systolic and diastolic as components. */
export const BLOOD_PRESSURE = {
  loinc: '85354-9',
  display: 'Blood pressure panel with all children optional',
} as const;
/** Pulse oximetry is sent with this code beside the arterial one (US Core). */
export const PULSE_OXIMETRY = {
  loinc: '59408-5',
  display: 'Oxygen saturation in Arterial blood by Pulse oximetry',
} as const;

const byKey = new Map(VITAL_SIGNS.map((vital) => [vital.key, vital]));

export function vitalSign(key: VitalKey): VitalSign {
  const vital = byKey.get(key);
  if (vital === undefined) throw new RangeError(`key: no vital sign ${key}`);
  return vital;
}
