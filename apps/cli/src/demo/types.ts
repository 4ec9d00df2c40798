/** What the generator makes: FHIR resources with who wrote them and when. No keys, no events. */
import type { Patient, Resource } from '@keychart/fhir';

export type DemoRole = 'doctor' | 'nurse' | 'assistant' | 'frontdesk';

export interface DemoStaff {
  role: DemoRole;
  name: string;
}

export interface DemoRecord {
  resource: Resource;
  authorRole: DemoRole;
  /** Index in `DemoPractice.staff`; always somebody of `authorRole`. */
  author: number;
  /** ISO instant (UTC) at which it was signed. */
  at: string;
  /** Guardians must not see it: belongs into the `sens` compartment. */
  confidential?: true;
}

interface DemoGuardian {
  name: string;
  /** Plain word: mother, father, grandmother … */
  relationship: string;
  /** The guardian is also a patient: index in `children` of the same family. */
  isChild?: number;
  /** What the front desk should know. */
  note?: string;
}

export interface DemoChild {
  patient: Patient;
  /** In order of `at`; the Patient record is not among them. */
  records: DemoRecord[];
  /** The Patient record: by the front desk, at registration. */
  registration: DemoRecord;
  /** Indexes in the family's `guardians`. */
  guardianIndexes: number[];
  /** The patient has a login of their own. */
  portalLogin: boolean;
}

export interface DemoFamily {
  name: string;
  guardians: DemoGuardian[];
  children: DemoChild[];
}

export interface DemoPractice {
  practice: { name: string };
  staff: DemoStaff[];
  families: DemoFamily[];
}

export interface DemoOptions {
  /** Same seed and day, same practice, byte for byte. */
  seed: number;
  /** `YYYY-MM-DD`; nothing but appointments is later. */
  today: string;
  /** Only the first families, for quick tests; default all. */
  families?: number;
}
