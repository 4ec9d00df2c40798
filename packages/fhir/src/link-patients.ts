/** Says in FHIR's words which patients are one person: `Patient.link`, on both sides. */
import type { Patient, PatientLink, Resource } from '@medplum/fhirtypes';

export interface MergedPatient {
  /** Ids of Patient resources. */
  readonly duplicate: string;
  readonly survivor: string;
}

/** Patients among the resources get their links; everything else stays as it is. Links already there stay. */
export function linkPatients(resources: readonly Resource[], merged: readonly MergedPatient[]): Resource[] {
  return resources.map((resource) => {
    if (resource.resourceType !== 'Patient') return resource;
    const added = merged.flatMap(({ duplicate, survivor }): PatientLink[] => {
      if (resource.id === survivor) return [link(duplicate, 'replaces')];
      return resource.id === duplicate ? [link(survivor, 'replaced-by')] : [];
    });
    const isNew = ({ other, type }: PatientLink) =>
      !resource.link?.some((known) => known.other.reference === other.reference && known.type === type);
    const fresh = added.filter(isNew);
    return fresh.length === 0
      ? resource
      : ({ ...resource, link: [...(resource.link ?? []), ...fresh] } satisfies Patient);
  });
}

const link = (id: string, type: PatientLink['type']): PatientLink => ({
  other: { reference: `Patient/${id}` },
  type,
});
