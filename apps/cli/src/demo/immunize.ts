/** Writes Immunization records: given here, taken over from an earlier practice, or refused. */
import type { Immunization } from '@keychart/fhir';
import { addDays } from '@keychart/fhir';
import { addMonths } from './calendar.ts';
import type { ChartWriter } from './chart-writer.ts';
import { CVX, coding, concept, quantity, staffReference, TERM } from './coded.ts';
import { productOn, type Vaccine } from './vaccines.ts';

const ROUTES = {
  IM: 'Injection, intramuscular',
  SQ: 'Injection, subcutaneous',
  PO: 'Swallow, oral',
} as const;
const SITES: Record<string, string> = {
  LVL: 'left vastus lateralis',
  RVL: 'right vastus lateralis',
  LD: 'left deltoid',
  RD: 'right deltoid',
};

type Basics = Pick<Immunization, 'vaccineCode' | 'patient' | 'protocolApplied'>;

function basics(chart: ChartWriter, vaccine: Vaccine, date: string): Basics {
  const product = productOn(vaccine, date);
  return {
    vaccineCode: concept(CVX, product.cvx, product.name),
    patient: chart.subject,
    protocolApplied: [
      { series: vaccine.series, doseNumberPositiveInt: vaccine.dose, seriesDosesPositiveInt: vaccine.of },
    ],
  };
}

/** Given at a visit, by the nurse. */
export function giveVaccine(
  chart: ChartWriter,
  vaccine: Vaccine,
  at: string,
  encounter: { reference: string },
): void {
  const date = at.slice(0, 10);
  const infant = date < addMonths(chart.birthDate, 36);
  const site = chart.random.pick(infant ? ['LVL', 'RVL'] : ['LD', 'RD']);
  chart.add<Immunization>('nurse', at, {
    resourceType: 'Immunization',
    status: 'completed',
    ...basics(chart, vaccine, date),
    encounter,
    occurrenceDateTime: at,
    recorded: at,
    primarySource: true,
    lotNumber: `DEMO${chart.random.int(1000, 9999)}`,
    expirationDate: addDays(date, chart.random.int(90, 500)),
    ...(vaccine.route === 'PO'
      ? {}
      : { site: { coding: [coding(`${TERM}/v3-ActSite`, site, SITES[site])], text: SITES[site]! } }),
    route: {
      coding: [coding(`${TERM}/v3-RouteOfAdministration`, vaccine.route, ROUTES[vaccine.route])],
      text: ROUTES[vaccine.route],
    },
    doseQuantity: quantity(vaccine.millilitres, 'mL'),
    performer: [{ actor: staffReference(chart.staffName('nurse')) }],
  });
}

/** Taken over from another practice's record: the day is known, lot and site are not. */
export function recordHistoricalVaccine(
  chart: ChartWriter,
  vaccine: Vaccine,
  given: string,
  at: string,
): void {
  chart.add<Immunization>('nurse', at, {
    resourceType: 'Immunization',
    status: 'completed',
    ...basics(chart, vaccine, given),
    occurrenceDateTime: given,
    recorded: at,
    primarySource: false,
    reportOrigin: concept(
      `${TERM}/immunization-origin`,
      'provider',
      'Other Provider',
      'record of the previous practice',
    ),
  });
}

/** Offered and refused by a parent. */
export function recordRefusal(chart: ChartWriter, vaccine: Vaccine, at: string): void {
  const { protocolApplied: _, ...rest } = basics(chart, vaccine, at.slice(0, 10));
  chart.add<Immunization>('nurse', at, {
    resourceType: 'Immunization',
    status: 'not-done',
    statusReason: concept(
      `${TERM}/v3-ActReason`,
      'PATOBJ',
      'patient objection',
      'declined by parent after discussion',
    ),
    ...rest,
    occurrenceDateTime: at,
    recorded: at,
  });
}
