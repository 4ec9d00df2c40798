/** Does a problem, allergy or medication still hold today? Pure. */
import type { AllergyIntolerance, Condition, MedicationRequest, MedicationStatement } from '@keychart/fhir';

const OVER = new Set(['inactive', 'resolved', 'remission']);
const STOPPED = new Set(['stopped', 'completed', 'cancelled', 'entered-in-error', 'not-taken']);

/** True unless the record says that it is over. */
export function isCurrent(
  resource: Condition | AllergyIntolerance | MedicationRequest | MedicationStatement,
): boolean {
  if (resource.resourceType === 'MedicationRequest' || resource.resourceType === 'MedicationStatement') {
    return !STOPPED.has(resource.status ?? '');
  }
  const ended =
    resource.resourceType === 'Condition' &&
    (resource.abatementDateTime ?? resource.abatementString ?? resource.abatementPeriod) !== undefined;
  return !ended && !(resource.clinicalStatus?.coding ?? []).some(({ code }) => OVER.has(code ?? ''));
}
