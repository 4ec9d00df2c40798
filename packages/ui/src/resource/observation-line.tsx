/** A result: analyte, value with unit, flag in words, reference range, date. Text results and panels too. */
import type { DiagnosticReport, Observation, ObservationComponent } from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';
import { type Flag, Measure } from '../layout/measure.tsx';
import { conceptText, quantityNumber, quantityText, unitText } from '../text/fhir-text.ts';
import { RecordLine } from './record-line.tsx';

const FLAGS: Readonly<Record<string, Flag>> = {
  L: 'low',
  H: 'high',
  LL: 'critical-low',
  HH: 'critical-high',
  A: 'abnormal',
  AA: 'abnormal',
};

export function ObservationLine({ entry }: { readonly entry: EntryProps<Observation> }) {
  const { resource } = entry;
  const date = resource.effectiveDateTime ?? resource.effectivePeriod?.start ?? resource.issued;
  const flag = flagOf(resource);
  const range = rangeText(resource);
  const panel = resource.component
    ?.map((part) => `${conceptText(part.code) ?? ''} ${valueText(part)}`.trim())
    .join(' · ');
  return (
    <RecordLine
      entry={entry}
      title={conceptText(resource.code) ?? 'Result without a name'}
      aside={
        resource.valueQuantity === undefined ? (
          <span>{valueText(resource)}</span>
        ) : (
          <Measure
            value={quantityNumber(resource.valueQuantity)}
            unit={unitText(resource.valueQuantity)}
            flag={flag}
          />
        )
      }
      date={date}
      detail={[
        panel,
        range === undefined ? undefined : `reference ${range}`,
        resource.note?.map(({ text }) => text).join(' '),
      ]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}

export function ReportLine({ entry }: { readonly entry: EntryProps<DiagnosticReport> }) {
  const {
    code,
    effectiveDateTime,
    effectivePeriod,
    issued,
    conclusion,
    status,
    result = [],
  } = entry.resource;
  const parts = result.length === 0 ? undefined : `${result.length} result${result.length === 1 ? '' : 's'}`;
  return (
    <RecordLine
      entry={entry}
      title={conceptText(code) ?? 'Report without a name'}
      aside={status === 'final' ? undefined : status}
      date={effectiveDateTime ?? effectivePeriod?.start ?? issued}
      detail={[parts, conclusion].filter(Boolean).join(' · ')}
    />
  );
}

function valueText(part: Observation | ObservationComponent): string {
  if (part.valueQuantity !== undefined) return quantityText(part.valueQuantity) ?? '';
  const concept = conceptText(part.valueCodeableConcept);
  if (concept !== undefined) return concept;
  if (part.valueBoolean !== undefined) return part.valueBoolean ? 'yes' : 'no';
  if (part.valueInteger !== undefined) return String(part.valueInteger);
  return part.valueString ?? part.valueDateTime ?? conceptText(part.dataAbsentReason) ?? '';
}

function flagOf(observation: Observation): Flag | undefined {
  const codes =
    observation.interpretation?.flatMap(({ coding }) => coding ?? []).map(({ code }) => code) ?? [];
  const flagged = codes.find((code) => code !== undefined && Object.hasOwn(FLAGS, code));
  return flagged === undefined ? undefined : FLAGS[flagged];
}

function rangeText(observation: Observation): string | undefined {
  const range = observation.referenceRange?.[0];
  if (range === undefined) return undefined;
  if (range.text !== undefined) return range.text;
  const low = quantityText(range.low);
  const high = quantityText(range.high);
  if (low !== undefined && high !== undefined) return `${quantityNumber(range.low!)}–${high}`;
  return low === undefined ? high && `up to ${high}` : `from ${low}`;
}
