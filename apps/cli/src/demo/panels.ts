/** The laboratory tests of the story, with LOINC codes and the ranges a report would print. */
import { round } from './growth-model.ts';
import type { Analyte, Panel } from './lab.ts';
import type { Random } from './random.ts';

const near = (random: Random, middle: number, spread: number, decimals: number): number =>
  round(middle + random.normal() * spread, decimals);

const hemoglobin = (value: number): Analyte => ({
  loinc: '718-7',
  name: 'Hemoglobin',
  value,
  unit: 'g/dL',
  low: 11,
  high: 14.5,
});

export const leadPanel = (value: number): Panel => ({
  loinc: '5671-3',
  name: 'Lead [Mass/volume] in Blood',
  days: 4,
  analytes: [{ loinc: '5671-3', name: 'Lead', value, unit: 'ug/dL', high: 3.5 }],
  conclusion: value > 3.5 ? 'Above the reference value of 3.5 µg/dL.' : 'Below the reference value.',
});

export const hemoglobinPanel = (value: number): Panel => ({
  loinc: '718-7',
  name: 'Hemoglobin [Mass/volume] in Blood',
  analytes: [hemoglobin(value)],
});

export const bloodCount = (random: Random, hgb: number, mcv: number, ferritin: number): Panel => ({
  loinc: '58410-2',
  name: 'CBC panel - Blood by Automated count',
  days: 2,
  analytes: [
    {
      loinc: '6690-2',
      name: 'Leukocytes',
      value: near(random, 8.6, 1.2, 1),
      unit: '10*3/uL',
      low: 5.0,
      high: 15.5,
    },
    hemoglobin(hgb),
    { loinc: '4544-3', name: 'Hematocrit', value: round(hgb * 3, 1), unit: '%', low: 33, high: 42 },
    { loinc: '787-2', name: 'MCV', value: mcv, unit: 'fL', low: 72, high: 86 },
    {
      loinc: '777-3',
      name: 'Platelets',
      value: Math.round(near(random, 310, 40, 0)),
      unit: '10*3/uL',
      low: 150,
      high: 450,
    },
    { loinc: '2276-4', name: 'Ferritin', value: ferritin, unit: 'ng/mL', low: 12, high: 140 },
  ],
});

export const lipidPanel = (random: Random, raised: boolean): Panel => ({
  loinc: '57698-3',
  name: 'Lipid panel with direct LDL - Serum or Plasma',
  days: 2,
  analytes: [
    {
      loinc: '2093-3',
      name: 'Cholesterol',
      value: Math.round(near(random, raised ? 206 : 154, 8, 0)),
      unit: 'mg/dL',
      high: 199,
    },
    {
      loinc: '2085-9',
      name: 'HDL cholesterol',
      value: Math.round(near(random, raised ? 37 : 54, 2, 0)),
      unit: 'mg/dL',
      low: 40,
    },
    {
      loinc: '2571-8',
      name: 'Triglycerides',
      value: Math.round(near(random, raised ? 162 : 78, 9, 0)),
      unit: 'mg/dL',
      high: 129,
    },
  ],
});

export const metabolicPanel = (random: Random): Panel => ({
  loinc: '4548-4',
  name: 'Hemoglobin A1c/Hemoglobin.total in Blood',
  days: 2,
  analytes: [
    { loinc: '4548-4', name: 'Hemoglobin A1c', value: near(random, 5.5, 0.1, 1), unit: '%', high: 5.6 },
    { loinc: '1742-6', name: 'ALT', value: Math.round(near(random, 41, 3, 0)), unit: 'U/L', high: 30 },
  ],
  conclusion: 'A1c in the normal range; ALT slightly raised.',
});

export const bilirubinPanel = (value: number): Panel => ({
  loinc: '1975-2',
  name: 'Bilirubin.total [Mass/volume] in Serum or Plasma',
  days: 0,
  analytes: [{ loinc: '1975-2', name: 'Bilirubin, total', value, unit: 'mg/dL' }],
  conclusion: 'Read against the hour-specific chart: no phototherapy needed.',
});

export const rapidStrep = (positive: boolean): Panel => ({
  loinc: '78012-2',
  name: 'Streptococcus pyogenes Ag [Presence] in Throat by Rapid immunoassay',
  analytes: [{ loinc: '78012-2', name: 'Group A strep antigen', value: positive ? 'Positive' : 'Negative' }],
});

export const rapidFlu = (result: 'A' | 'B' | 'none'): Panel => ({
  loinc: '80382-5',
  name: 'Influenza virus A Ag [Presence] in Upper respiratory specimen by Rapid immunoassay',
  analytes: [
    { loinc: '80382-5', name: 'Influenza A antigen', value: result === 'A' ? 'Positive' : 'Negative' },
    { loinc: '80383-3', name: 'Influenza B antigen', value: result === 'B' ? 'Positive' : 'Negative' },
  ],
});
