/** Whose record is it? The patient each resource of a bundle belongs to. R4 compartmentdefinition-patient.html, simplified. */
import type { Resource } from '@medplum/fhirtypes';
import { referenceKey } from './reference.ts';

interface Linked {
  key: string;
  resource: Resource;
  references: string[];
}
type RefLike = { reference?: string };

/** The elements that name the patient, in the order in which they decide. */
const OWNERS = ['subject', 'patient', 'for', 'beneficiary'] as const;

/** @returns `Patient/id` by resource key. A resource without an owner of its own belongs to the one patient its references lead to. */
export function patientsOf(
  resources: readonly Linked[],
  byKey: ReadonlyMap<string, Linked>,
): Map<string, string> {
  const owners = new Map<string, string>();
  const undecided: Linked[] = [];
  for (const linked of resources) {
    const named = namedOwner(linked.resource);
    if (named === undefined) undecided.push(linked);
    else if (byKey.has(named) && named.startsWith('Patient/')) owners.set(linked.key, named);
  }
  // Provenance of a Provenance …: each round can decide more; as many rounds as there are levels.
  for (let changed = true; changed; ) {
    changed = false;
    for (const linked of undecided) {
      if (owners.has(linked.key)) continue;
      const found = new Set(
        linked.references.map((key) =>
          byKey.has(key) ? (owners.get(key) ?? patientItself(key)) : undefined,
        ),
      );
      found.delete(undefined);
      if (found.size !== 1) continue;
      owners.set(linked.key, [...found][0]!);
      changed = true;
    }
  }
  return owners;
}

/** `Type/id` that the resource itself names as its subject; Appointments name theirs among the participants. */
export function namedOwner(resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') return `Patient/${resource.id}`;
  const fields = resource as unknown as Record<string, unknown>;
  for (const name of OWNERS) {
    const value = fields[name] as RefLike | RefLike[] | undefined;
    const key = Array.isArray(value) ? undefined : referenceKey(value as { reference: string } | undefined);
    if (key !== undefined) return key;
  }
  if (resource.resourceType !== 'Appointment') return undefined;
  return resource.participant.map((p) => referenceKey(p.actor)).find((key) => key?.startsWith('Patient/'));
}

const patientItself = (key: string): string | undefined => (key.startsWith('Patient/') ? key : undefined);
