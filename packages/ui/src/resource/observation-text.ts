/** An Observation's value, flag and reference range as words. Pure. */
import type { Observation, ObservationComponent } from '@keychart/fhir';
import type { Flag } from '../layout/measure.tsx';
import { conceptText, quantityNumber, quantityText } from '../text/fhir-text.ts';

const FLAGS: Readonly<Record<string, Flag>> = {
  L: 'low',
  H: 'high',
  LL: 'critical-low',
  HH: 'critical-high',
  A: 'abnormal',
  AA: 'abnormal',
};

/** The value in words; '' where there is none. */
export function valueText(part: Observation | ObservationComponent): string {
  if (part.valueQuantity !== undefined) return quantityText(part.valueQuantity) ?? '';
  const concept = conceptText(part.valueCodeableConcept);
  if (concept !== undefined) return concept;
  if (part.valueBoolean !== undefined) return part.valueBoolean ? 'yes' : 'no';
  if (part.valueInteger !== undefined) return String(part.valueInteger);
  return part.valueString ?? part.valueDateTime ?? conceptText(part.dataAbsentReason) ?? '';
}

export function flagOf(observation: Observation): Flag | undefined {
  const codes =
    observation.interpretation?.flatMap(({ coding }) => coding ?? []).map(({ code }) => code) ?? [];
  const flagged = codes.find((code) => code !== undefined && Object.hasOwn(FLAGS, code));
  return flagged === undefined ? undefined : FLAGS[flagged];
}

export function rangeText(observation: Observation): string | undefined {
  const range = observation.referenceRange?.[0];
  if (range === undefined) return undefined;
  if (range.text !== undefined) return range.text;
  const low = quantityText(range.low);
  const high = quantityText(range.high);
  if (low !== undefined && high !== undefined) return `${quantityNumber(range.low!)}–${high}`;
  return low === undefined ? high && `up to ${high}` : `from ${low}`;
}
