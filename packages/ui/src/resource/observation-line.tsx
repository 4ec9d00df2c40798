/** A result: analyte, value with unit, flag in words, reference range, date. Text results and panels too. */
import type { DiagnosticReport, Observation } from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';
import { Measure } from '../layout/measure.tsx';
import { conceptText, quantityNumber, unitText } from '../text/fhir-text.ts';
import { AnalyteList } from './analyte-list.tsx';
import { flagOf, rangeText, valueText } from './observation-text.ts';
import { RecordLine } from './record-line.tsx';

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
    contained = [],
  } = entry.resource;
  const analytes = contained.filter((part) => part.resourceType === 'Observation');
  const elsewhere = result.length - analytes.length;
  const parts =
    elsewhere > 0 ? `${elsewhere} result${elsewhere === 1 ? '' : 's'} listed by themselves` : undefined;
  return (
    <>
      <RecordLine
        entry={entry}
        title={conceptText(code) ?? 'Report without a name'}
        aside={status === 'final' ? undefined : status}
        date={effectiveDateTime ?? effectivePeriod?.start ?? issued}
        detail={[parts, conclusion].filter(Boolean).join(' · ')}
      />
      <AnalyteList analytes={analytes} />
    </>
  );
}
