/** What a record says, term by term, in plain words; what it does not say is left out. Pure. */
import { vitalReadings, vitalSign } from '@keychart/clinical';
import type { CodeableConcept, Resource } from '@keychart/fhir';
import { recordDate } from '@keychart/fhir';
import { conceptText, firstUpper, quantityText, referenceText } from '../text/fhir-text.ts';
import { dateText } from '../text/practice-time.tsx';
import { kindText, statusText } from '../text/resource-title.ts';
import { appointmentWith, messageText } from './contact-lines.tsx';
import { dosageText } from './dosage-text.ts';
import { type UnitSystem, vitalDisplay } from './vitals-grid.ts';

export interface FactOptions {
  readonly timeZone: string | undefined;
  readonly units: UnitSystem;
}

type Fact = readonly [term: string, words: string | undefined];

export function factsOf(resource: Resource, options: FactOptions): readonly (readonly [string, string])[] {
  const notes = (resource as { note?: readonly { text?: string }[] }).note?.map(({ text }) => text).join(' ');
  const facts: readonly Fact[] = [...specificFacts(resource, options), ['Comment', notes]];
  return facts.flatMap(([term, words]) =>
    words === undefined || words === '' ? [] : [[term, firstUpper(words)] as const],
  );
}

function specificFacts(resource: Resource, { timeZone, units }: FactOptions): readonly Fact[] {
  const day = (value: string | undefined) => dateText(value, { timeZone });
  switch (resource.resourceType) {
    case 'MedicationRequest':
      return [
        ['How to take', dosageText(resource.dosageInstruction)],
        ['Status', statusText(resource)],
        ['Prescribed', day(resource.authoredOn)],
        ['By', referenceText(resource.requester)],
        ['For', concepts(resource.reasonCode)],
        ['Refills', resource.dispenseRequest?.numberOfRepeatsAllowed?.toString()],
      ];
    case 'MedicationStatement':
      return [
        ['How to take', dosageText(resource.dosage)],
        ['Status', statusText(resource)],
        ['Since', day(resource.effectiveDateTime ?? resource.effectivePeriod?.start)],
        ['For', concepts(resource.reasonCode)],
      ];
    case 'AllergyIntolerance':
      return [
        ['Reaction', concepts(resource.reaction?.flatMap(({ manifestation }) => manifestation ?? []))],
        ['How severe', resource.reaction?.find(({ severity }) => severity !== undefined)?.severity],
        ['Risk', resource.criticality === 'high' ? 'High' : undefined],
        ['Status', conceptText(resource.clinicalStatus)],
        ['Confirmed', conceptText(resource.verificationStatus)],
        ['Recorded', day(resource.recordedDate)],
      ];
    case 'Condition':
      return [
        ['Status', conceptText(resource.clinicalStatus)],
        ['Since', day(resource.onsetDateTime ?? resource.onsetPeriod?.start)],
        ['Until', day(resource.abatementDateTime)],
        ['Recorded', day(resource.recordedDate)],
      ];
    case 'Immunization':
      return [
        ['Given', resource.status === 'not-done' ? 'Not given' : day(resource.occurrenceDateTime)],
        ['Why not', conceptText(resource.statusReason)],
        ['Where on the body', conceptText(resource.site)],
        ['How', conceptText(resource.route)],
        ['Maker', referenceText(resource.manufacturer)],
        ['Lot', resource.lotNumber],
        ['Vaccine code', resource.vaccineCode?.coding?.find(({ system }) => system?.endsWith('/cvx'))?.code],
      ];
    case 'Observation': {
      const readings = vitalReadings(resource).map(({ key, value }): Fact => {
        const shown = vitalDisplay(key, value, units);
        return [vitalSign(key).label, `${shown.value} ${shown.unit}`];
      });
      return [
        ...readings,
        ...(readings.length > 0 ? [] : [['Value', valueText(resource)] as const]),
        ['Meaning', concepts(resource.interpretation)],
        ['Taken', dateText(recordDate(resource), { timeZone, time: true })],
      ];
    }
    case 'DiagnosticReport':
      return [
        ['Date', dateText(recordDate(resource), { timeZone, time: true })],
        ['Status', statusText(resource)],
        ['What it says', resource.conclusion],
        ['Done by', resource.performer?.map(referenceText).filter(Boolean).join(', ')],
      ];
    case 'Encounter':
      return [
        ['Date', dateText(resource.period?.start, { timeZone, time: true })],
        ['Why', concepts(resource.reasonCode)],
        [
          'With',
          resource.participant
            ?.map(({ individual }) => referenceText(individual))
            .filter(Boolean)
            .join(', '),
        ],
        ['Where', referenceText(resource.serviceProvider)],
        ['Status', resource.status === 'finished' ? undefined : statusText(resource)],
      ];
    case 'Appointment':
      return [
        ['When', dateText(resource.start, { timeZone, time: true })],
        ['With', appointmentWith(resource)],
        ['For', concepts(resource.reasonCode)],
        ['Status', statusText(resource)],
      ];
    case 'Communication':
      return [
        ['From', referenceText(resource.sender)],
        ['Sent', dateText(resource.sent, { timeZone, time: true })],
        ['Message', messageText(resource)],
      ];
    default:
      return [
        ['Kind', kindText(resource.resourceType)],
        ['Date', day(recordDate(resource))],
        ['Status', statusText(resource)],
      ];
  }
}

const concepts = (list: readonly CodeableConcept[] | undefined): string | undefined => {
  const words = list?.map(conceptText).filter((text) => text !== undefined);
  return words === undefined || words.length === 0 ? undefined : firstUpper(words.join(', '));
};

function valueText(part: Extract<Resource, { resourceType: 'Observation' }>): string | undefined {
  const panel = part.component?.map(
    ({ code, valueQuantity, valueCodeableConcept, valueString }) =>
      `${conceptText(code) ?? ''} ${quantityText(valueQuantity) ?? conceptText(valueCodeableConcept) ?? valueString ?? ''}`,
  );
  return (
    quantityText(part.valueQuantity) ??
    conceptText(part.valueCodeableConcept) ??
    part.valueString ??
    (part.valueBoolean === undefined ? undefined : part.valueBoolean ? 'Yes' : 'No') ??
    panel?.join(', ')
  );
}
