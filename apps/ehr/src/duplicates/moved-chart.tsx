/** The chart of a duplicate is open: its tab leads to the chart that shows its records, with what was being written. */
import type { PatientName } from '@keychart/chart';
import { LoadingLines } from '@keychart/ui';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { OpenChart } from '../open-charts/open-charts.ts';
import { useOpenCharts, useOpenPatient } from '../open-charts/open-charts-context.ts';

interface MovedChartProps {
  readonly open: OpenChart;
  readonly to: PatientName;
}

export function MovedChart({ open, to }: MovedChartProps) {
  const charts = useOpenCharts();
  const openPatient = useOpenPatient();
  useEffect(() => {
    openPatient(to.patientId, to.name, open.beside === undefined ? undefined : { beside: open.beside });
    charts.close(open.tab);
    notifications.show({
      id: `moved ${open.patientId}`,
      message: `This patient was entered twice. The records of both are in the chart of ${to.name}.`,
    });
  }, [charts, openPatient, open, to.patientId, to.name]);
  return <LoadingLines label={`Opening the chart of ${to.name}`} />;
}
