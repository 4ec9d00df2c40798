/** A person on the staff as a form, what is wrong with it, and the change it asks for. Pure. */
import type { StaffChange, StaffMember, StaffRole } from '@keychart/chart';
import { roleDefaults } from '@keychart/chart/browser';
import { endOfDay, lastDay } from '../asking/last-day.ts';
import { ABILITIES } from '../words/staff-words.ts';

export interface PersonForm {
  readonly address: string;
  readonly name: string;
  /** Empty until one is chosen. */
  readonly role: StaffRole | '';
  readonly permissions: readonly string[];
  readonly areas: readonly string[];
  /** Last day of access, `2026-12-24`; empty: no end. */
  readonly lastDay: string;
  /** Ids, where the person works with these patients only; undefined: with all. */
  readonly patients?: readonly string[] | undefined;
}

export type PersonErrors = Partial<
  Record<'address' | 'name' | 'role' | 'lastDay' | 'areas' | 'patients', string>
>;

export const EMPTY_PERSON: PersonForm = {
  address: '',
  name: '',
  role: '',
  permissions: [],
  areas: [],
  lastDay: '',
};

/** Another role starts with what is usual for it. */
export const withRole = (form: PersonForm, role: StaffRole): PersonForm => ({
  ...form,
  role,
  permissions: roleDefaults[role].permissions,
  areas: roleDefaults[role].compartments,
});

export const formOf = (member: StaffMember, timeZone: string | undefined): PersonForm => ({
  address: member.npub,
  name: member.name,
  role: member.role,
  permissions: member.permissions,
  areas: member.compartments,
  lastDay: member.until === undefined ? '' : lastDay(timeZone, member.until),
  patients: member.patients?.map(({ patientId }) => patientId),
});

/** @param today calendar date in the practice's zone. */
export function checkPerson(form: PersonForm, today: string): PersonErrors {
  const errors: PersonErrors = {};
  if (form.name.trim() === '') errors.name = 'Type the name that stands under what they sign.';
  if (form.role === '') errors.role = 'Choose a role.';
  else if (form.areas.length === 0) errors.areas = 'With none of these the person sees nothing at all.';
  if (form.patients?.length === 0) errors.patients = 'Choose at least one patient, or all patients.';
  if (form.lastDay !== '') {
    if (endOfDay('UTC', form.lastDay) === undefined) errors.lastDay = 'This day does not exist.';
    else if (form.lastDay < today)
      errors.lastDay = 'This day is over. To end access now, suspend the person.';
  }
  return errors;
}

/** @returns undefined while no role is chosen. */
export function changeOf(
  kind: 'add' | 'change',
  form: PersonForm,
  timeZone: string | undefined,
): Extract<StaffChange, { role: StaffRole }> | undefined {
  if (form.role === '') return undefined;
  const until = endOfDay(timeZone, form.lastDay);
  return {
    kind,
    npub: form.address.trim(),
    name: form.name.trim(),
    role: form.role,
    permissions: form.permissions,
    compartments: form.areas,
    ...(until !== undefined && { until }),
    ...(form.patients && { patients: form.patients }),
  };
}

/** How somebody differs from what is usual for the role. */
export function adjustments({ role, permissions }: Pick<StaffMember, 'role' | 'permissions'>): {
  readonly more: readonly string[];
  readonly less: readonly string[];
} {
  const usual: readonly string[] = roleDefaults[role].permissions;
  return {
    more: permissions.filter((permission) => !usual.includes(permission)),
    less: usual.filter((permission) => !permissions.includes(permission)),
  };
}

export function isUsual({ role, permissions, areas }: PersonForm): boolean {
  if (role === '') return true;
  const { more, less } = adjustments({ role, permissions });
  const usual: readonly string[] = roleDefaults[role].compartments;
  return (
    more.length + less.length === 0 &&
    usual.length === areas.length &&
    areas.every((area) => usual.includes(area))
  );
}

/** Permissions that come to nothing, since the key to what they are for is missing. */
export const withoutKey = ({ permissions, areas }: PersonForm): readonly string[] =>
  ABILITIES.filter(
    ({ permission, needs }) =>
      permissions.includes(permission) && needs !== undefined && !areas.includes(needs),
  ).map(({ permission }) => permission);

/** What a change takes from somebody; all empty where it only gives. */
export function takenAway(
  before: StaffMember,
  after: Extract<StaffChange, { role: StaffRole }>,
): {
  readonly areas: readonly string[];
  readonly permissions: readonly string[];
  readonly sooner: boolean;
  /** Some they worked with until now, by name or all of them. */
  readonly patients: boolean;
} {
  const { compartments = before.compartments, permissions = before.permissions, until } = after;
  return {
    areas: before.compartments.filter((area) => !compartments.includes(area)),
    permissions: before.permissions.filter((permission) => !permissions.includes(permission)),
    patients:
      after.patients !== undefined &&
      (before.patients === undefined ||
        before.patients.some(({ patientId }) => !after.patients?.includes(patientId))),
    sooner:
      until !== undefined && (before.until === undefined || Date.parse(until) < Date.parse(before.until)),
  };
}

/** The errors that still stand after some fields were typed in. */
export const errorsAfter = (errors: PersonErrors, typed: Partial<PersonForm>): PersonErrors =>
  Object.fromEntries(Object.entries(errors).filter(([key]) => !(key in typed)));
