/** A record in one short sentence: what it is, and the number that matters. Pure. */
import { vitalReadings, vitalSign } from '@keychart/clinical';
import type { Immunization, Resource } from '@keychart/fhir';
import { conceptText, quantityText, resourceTitle, type UnitSystem, vitalDisplay } from '@keychart/ui';

export function latestLine(resource: Resource, units: UnitSystem): string {
  switch (resource.resourceType) {
    case 'Encounter':
      return conceptText(resource.type?.[0]) ?? resource.class?.display ?? 'Visit';
    case 'Composition':
      return resource.title ?? 'Note';
    case 'Observation': {
      const [reading] = vitalReadings(resource);
      if (reading !== undefined) {
        const { value, unit } = vitalDisplay(reading.key, reading.value, units);
        return `${vitalSign(reading.key).label} ${value} ${unit}`;
      }
      const value =
        quantityText(resource.valueQuantity) ??
        conceptText(resource.valueCodeableConcept) ??
        resource.valueString;
      return [conceptText(resource.code) ?? 'Result', value].filter(Boolean).join(' ');
    }
    case 'MedicationRequest':
    case 'MedicationStatement':
      return (
        conceptText(resource.medicationCodeableConcept) ??
        resource.medicationReference?.display ??
        'Medication'
      );
    case 'Immunization':
      return vaccineText(resource);
    case 'DocumentReference':
      return resource.description ?? conceptText(resource.type) ?? 'Document';
    default:
      return resourceTitle(resource);
  }
}

const vaccineText = ({ vaccineCode, status }: Immunization): string =>
  `${conceptText(vaccineCode) ?? 'Vaccine'}${status === 'not-done' ? ' (not given)' : ''}`;
