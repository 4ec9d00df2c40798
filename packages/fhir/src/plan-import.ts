/**
 * Decides, before anything is written, what becomes of each entry of a bundle: taken with a patient, or skipped with a
 * reason. Every entry is counted exactly once: counts.total = taken + skipped. Takes the resources as they are, but for
 * references to entries of the same bundle, which become `Type/id`.
 */
import type { OperationOutcomeIssue, Patient, Resource } from '@medplum/fhirtypes';
import { inDependencyOrder } from './dependency-order.ts';
import { type Candidate, candidatesOf, type SkippedEntry } from './import-candidates.ts';
import { warningIssue } from './outcome.ts';
import { patientsOf } from './patient-of.ts';
import type { ReadBundle } from './read-bundle.ts';

export interface ImportOptions {
  /** Does the chart have a record kind for this resource type? */
  acceptsType: (type: string) => boolean;
  /** Bytes of JSON one record can hold; default 20,000. */
  maxResourceBytes?: number;
}

export interface PatientImport {
  patient: Patient;
  /** The patient's records, the patient first, each after what it refers to. Shared ones (Organization …) are with every patient that refers to them. */
  resources: Resource[];
}

export interface ImportPlan {
  patients: PatientImport[];
  skipped: SkippedEntry[];
  /** About entries that were taken: references that lead nowhere. */
  warnings: OperationOutcomeIssue[];
  /** Entries in the bundle; taken and skipped by type. */
  counts: { total: number; taken: Record<string, number>; skipped: Record<string, number> };
}

const MAX_RESOURCE_BYTES = 20_000;
/** Not a patient's own: they come with the records that refer to them. */
const SHARED = new Set(
  'Organization Practitioner PractitionerRole Location Medication Device HealthcareService Questionnaire Group Schedule Slot'.split(
    ' ',
  ),
);

/** Plans the import of a bundle that `readBundle` could open. */
export function planImport(bundle: ReadBundle, options: ImportOptions): ImportPlan {
  const { candidates, skipped } = candidatesOf(
    bundle,
    options.acceptsType,
    options.maxResourceBytes ?? MAX_RESOURCE_BYTES,
  );
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  const owners = patientsOf(candidates, byKey);
  const groups = new Map<string, Set<Candidate>>();
  for (const candidate of candidates) {
    if (candidate.resource.resourceType === 'Patient') groups.set(candidate.key, new Set([candidate]));
  }
  for (const candidate of candidates) {
    if (candidate.resource.resourceType === 'Patient' || SHARED.has(candidate.resource.resourceType))
      continue;
    const owner = owners.get(candidate.key);
    if (owner !== undefined) groups.get(owner)?.add(candidate);
  }
  for (const group of groups.values()) addShared(group, byKey);
  const taken = new Set([...groups.values()].flatMap((group) => [...group]));
  for (const candidate of candidates) if (!taken.has(candidate)) skipped.push(withoutPatient(candidate));
  return {
    patients: [...groups].map(([key, group]) => ({
      patient: byKey.get(key)!.resource as Patient,
      resources: inDependencyOrder([...group]).map((candidate) => candidate.resource),
    })),
    skipped,
    warnings: [...taken].flatMap((candidate) => danglingReferences(candidate, taken, byKey)),
    counts: {
      total: bundle.resources.length,
      taken: countByType([...taken].map((candidate) => candidate.resource.resourceType)),
      skipped: countByType(skipped.map((entry) => entry.type)),
    },
  };
}

/** Adds what the group refers to, and what that refers to. */
function addShared(group: Set<Candidate>, byKey: Map<string, Candidate>): void {
  // A Set's iteration reaches what is added during it, so this is the whole closure.
  for (const candidate of group) {
    for (const key of candidate.references) {
      const target = byKey.get(key);
      if (target !== undefined && SHARED.has(target.resource.resourceType)) group.add(target);
    }
  }
}

function withoutPatient(candidate: Candidate): SkippedEntry {
  const type = candidate.resource.resourceType;
  const reason = SHARED.has(type)
    ? `No patient's record in the file refers to this ${type}.`
    : `This ${type} belongs to no patient who can be taken: its patient is missing from the file or was skipped.`;
  return { type, id: candidate.resource.id!, path: candidate.path, reason };
}

function danglingReferences(
  candidate: Candidate,
  taken: Set<Candidate>,
  byKey: Map<string, Candidate>,
): OperationOutcomeIssue[] {
  return [...new Set(candidate.references)]
    .filter((key) => !taken.has(byKey.get(key)!))
    .map((key) =>
      warningIssue('not-found', `refers to ${key}, which was not imported`, `${candidate.path}.resource`),
    );
}

function countByType(types: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of types.sort()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
