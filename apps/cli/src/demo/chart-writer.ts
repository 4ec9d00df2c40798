/** Collects one child's records while the story is told: gives ids, subjects and authors. */
import type { Patient, Resource } from '@keychart/fhir';
import type { Sex } from './growth-model.ts';
import type { Random } from './random.ts';
import type { DemoRecord, DemoRole, DemoStaff } from './types.ts';

/** A resource that still lacks its id. */
type Draft<R extends Resource> = Omit<R, 'id'> & { resourceType: R['resourceType'] };

export interface ChartWriter {
  readonly patient: Patient;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly today: string;
  readonly random: Random;
  readonly subject: { reference: string };
  readonly records: DemoRecord[];
  /** Adds a record and gives the resource its id. */
  add<R extends Resource>(
    role: DemoRole,
    at: string,
    draft: Draft<R>,
    options?: { confidential?: boolean },
  ): R & { id: string };
  /** Name of the staff member of this role who looks after this child. */
  staffName(role: DemoRole): string;
}

/** `team`: for each role, the index in `staff` of the member who looks after this child. */
export function chartWriter(
  patient: Patient & { id: string; birthDate: string; gender: Sex },
  story: {
    today: string;
    random: Random;
    staff: readonly DemoStaff[];
    team: Readonly<Record<DemoRole, number>>;
  },
): ChartWriter {
  const records: DemoRecord[] = [];
  return {
    patient,
    birthDate: patient.birthDate,
    sex: patient.gender,
    today: story.today,
    random: story.random,
    subject: { reference: `Patient/${patient.id}` },
    records,
    staffName: (role) => story.staff[story.team[role]]!.name,
    add: <R extends Resource>(
      role: DemoRole,
      at: string,
      draft: Draft<R>,
      options: { confidential?: boolean } = {},
    ) => {
      const { resourceType, ...rest } = draft;
      const resource = { resourceType, id: story.random.uuid(), ...rest } as unknown as R & { id: string };
      const record: DemoRecord = { resource, authorRole: role, author: story.team[role], at };
      if (options.confidential === true) record.confidential = true;
      records.push(record);
      return resource;
    },
  };
}
