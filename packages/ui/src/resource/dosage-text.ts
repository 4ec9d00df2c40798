/** Dosage instructions as one sentence: the text somebody wrote, else what the structured fields say. Pure. */
import type { Dosage } from '@keychart/fhir';
import { conceptText, quantityText } from '../text/fhir-text.ts';

const PERIOD: Readonly<Record<string, string>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

export function dosageText(dosages: readonly Dosage[] | undefined): string | undefined {
  const parts =
    dosages?.map((dosage) => dosage.text ?? structured(dosage)).filter((text) => text !== '') ?? [];
  return parts.length === 0 ? undefined : parts.join('; then ');
}

function structured(dosage: Dosage): string {
  const dose = quantityText(dosage.doseAndRate?.[0]?.doseQuantity);
  const { frequency, period = 1, periodUnit } = dosage.timing?.repeat ?? {};
  const unit = periodUnit === undefined ? undefined : PERIOD[periodUnit];
  const every = period === 1 ? `a ${unit}` : `every ${period} ${unit}s`;
  const often =
    frequency === undefined || unit === undefined
      ? conceptText(dosage.timing?.code)
      : `${frequency} time${frequency === 1 ? '' : 's'} ${every}`;
  return [dose, conceptText(dosage.route), often, dosage.asNeededBoolean === true ? 'as needed' : undefined]
    .filter(Boolean)
    .join(', ');
}
