/** Laboratory results: one DiagnosticReport with its Observations contained (wire.md: kind 2119). */
import type { DiagnosticReport, Observation, ServiceRequest } from '@keychart/fhir';
import { addDays } from '@keychart/fhir';
import { instant } from './calendar.ts';
import type { ChartWriter } from './chart-writer.ts';
import { coding, concept, LOINC, quantity, staffReference, TERM, to } from './coded.ts';
import type { Visit } from './visit.ts';

export interface Analyte {
  loinc: string;
  name: string;
  value: number | 'Positive' | 'Negative';
  unit?: string;
  low?: number;
  high?: number;
}

export interface Panel {
  loinc: string;
  name: string;
  analytes: Analyte[];
  /** What the doctor writes about it. */
  conclusion?: string;
  /** Days until the result is there; 0 = done in the practice during the visit. */
  days?: number;
}

const FLAGS = { H: 'High', L: 'Low', N: 'Normal', POS: 'Positive', NEG: 'Negative' } as const;

function flagOf(analyte: Analyte): keyof typeof FLAGS {
  if (analyte.value === 'Positive') return 'POS';
  if (analyte.value === 'Negative') return 'NEG';
  if (analyte.high !== undefined && analyte.value > analyte.high) return 'H';
  return analyte.low !== undefined && analyte.value < analyte.low ? 'L' : 'N';
}

/** Order and result. @returns references to both, for the note. The result is left out while it would lie in the future. */
export function orderLab(visit: Visit, panel: Panel): { reference: string }[] {
  const { chart, date } = visit;
  const ordered = instant(date, visit.start + 15);
  const done = panel.days ?? 0;
  const resultDate = addDays(date, done);
  const at = done === 0 ? instant(date, visit.start + 18) : instant(resultDate, 390);
  const arrived = resultDate < chart.today;
  const order = chart.add<ServiceRequest>('doctor', ordered, {
    resourceType: 'ServiceRequest',
    status: arrived ? 'completed' : 'active',
    intent: 'order',
    category: [{ text: 'Laboratory' }],
    priority: 'routine',
    code: concept(LOINC, panel.loinc, panel.name),
    subject: chart.subject,
    encounter: visit.encounter,
    authoredOn: ordered,
    requester: staffReference(chart.staffName('doctor')),
  } as Omit<ServiceRequest, 'id'>);
  const orderReference = to('ServiceRequest', order.id);
  if (!arrived) return [orderReference];
  const report = chart.add<DiagnosticReport>('doctor', at, {
    resourceType: 'DiagnosticReport',
    contained: panel.analytes.map((analyte, i) =>
      observation(chart, analyte, `r${i + 1}`, instant(date, visit.start + 16)),
    ),
    basedOn: [orderReference],
    status: 'final',
    category: [{ coding: [coding(`${TERM}/v2-0074`, 'LAB', 'Laboratory')], text: 'Laboratory' }],
    code: concept(LOINC, panel.loinc, panel.name),
    subject: chart.subject,
    encounter: visit.encounter,
    effectiveDateTime: instant(date, visit.start + 16),
    issued: at,
    performer: [{ display: done === 0 ? 'In-office laboratory' : 'Sample Reference Laboratory (made up)' }],
    result: panel.analytes.map((analyte, i) => ({ reference: `#r${i + 1}`, display: analyte.name })),
    ...(panel.conclusion === undefined ? {} : { conclusion: panel.conclusion }),
  });
  return [orderReference, to('DiagnosticReport', report.id)];
}

function observation(chart: ChartWriter, analyte: Analyte, id: string, at: string): Observation {
  const flag = flagOf(analyte);
  const result: Observation = {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [{ coding: [coding(`${TERM}/observation-category`, 'laboratory', 'Laboratory')] }],
    code: concept(LOINC, analyte.loinc, analyte.name),
    subject: chart.subject,
    effectiveDateTime: at,
    interpretation: [concept(`${TERM}/v3-ObservationInterpretation`, flag, FLAGS[flag])],
  };
  if (typeof analyte.value === 'string')
    return { ...result, valueString: analyte.value, referenceRange: [{ text: 'Negative' }] };
  const unit = analyte.unit ?? '1';
  result.valueQuantity = quantity(analyte.value, unit);
  if (analyte.low === undefined && analyte.high === undefined) return result;
  result.referenceRange = [
    {
      ...(analyte.low === undefined ? {} : { low: quantity(analyte.low, unit) }),
      ...(analyte.high === undefined ? {} : { high: quantity(analyte.high, unit) }),
    },
  ];
  return result;
}
