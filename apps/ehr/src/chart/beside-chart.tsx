/** What is written beside the chart: a note, vitals, an addendum or a correction. */
import type { Patient } from '@keychart/fhir';
import { AddendumForm } from '../notes/addendum-form.tsx';
import { CorrectionForm } from '../notes/correction-form.tsx';
import { NoteComposer } from '../notes/note-composer.tsx';
import type { Beside } from '../open-charts/open-charts.ts';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';
import { VitalsForm } from '../vitals/vitals-form.tsx';

interface BesideChartProps {
  readonly tab: string;
  readonly patientId: string;
  readonly patient: Patient | undefined;
  readonly beside: Beside;
}

export function BesideChart({ tab, patientId, patient, beside }: BesideChartProps) {
  const charts = useOpenCharts();
  const close = (record?: string) =>
    charts.change(tab, { beside: undefined, ...(record === undefined ? {} : { record }) });
  switch (beside.kind) {
    case 'note':
      return <NoteComposer patientId={patientId} patient={patient} onClose={close} />;
    case 'vitals':
      return <VitalsForm patientId={patientId} patient={patient} onClose={() => close()} />;
    case 'addendum':
      return <AddendumForm patientId={patientId} noteId={beside.id} onClose={close} />;
    case 'correction':
      return <CorrectionForm patientId={patientId} noteId={beside.id} onClose={close} />;
  }
}
