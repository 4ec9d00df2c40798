/** Roles, what a key opens and what a person may do, in plain words. Pure. */
import type { StaffRole } from '@keychart/chart';

/** What the keys of a compartment open, in the order in which they are said. */
export const AREAS = ['clin', 'sens', 'msg', 'desk'] as const;

const AREA_WORDS: Readonly<Record<string, string>> = {
  clin: 'charts',
  sens: 'confidential records',
  msg: 'messages',
  desk: 'appointments and contact data',
};

export const areaText = (area: string): string => AREA_WORDS[area] ?? `“${area}”`;

/** Known areas first, in their order; those a practice has added behind. */
export function inOrder(areas: readonly string[]): readonly string[] {
  const known = AREAS.filter((area) => areas.includes(area));
  return [...known, ...areas.filter((area) => !AREAS.some((each) => each === area))];
}

/** `charts, messages and contact data`; `nothing` where there is none. */
export const areasText = (areas: readonly string[]): string => listText(inOrder(areas).map(areaText));

/** `a`, `a and b`, `a, b and c`; where the last part has an `and` of its own, that one is enough. */
export function listText(parts: readonly string[]): string {
  if (parts.length === 0) return 'nothing';
  if (parts.length === 1) return parts[0] ?? '';
  const joint = parts.at(-1)?.includes(' and ') ? ', ' : ' and ';
  return `${parts.slice(0, -1).join(', ')}${joint}${parts.at(-1)}`;
}

/** `2 named patients` */
export const namedCountText = (count: number): string =>
  count === 1 ? '1 named patient' : `${count} named patients`;

interface RoleChoice {
  readonly role: StaffRole;
  readonly label: string;
  readonly explained: string;
}

/** Those a person can be given; services are made elsewhere. */
export const ROLES: readonly RoleChoice[] = [
  {
    role: 'doctor',
    label: 'Doctor',
    explained: 'Reads and writes everything, orders, prescribes and signs.',
  },
  {
    role: 'nurse',
    label: 'Nurse',
    explained: 'Reads everything; writes notes, vitals, immunizations and allergies.',
  },
  {
    role: 'assistant',
    label: 'Medical assistant',
    explained: 'Reads charts, but not confidential records; takes vitals, gives immunizations.',
  },
  {
    role: 'frontdesk',
    label: 'Front desk',
    explained: 'Appointments, contact data and messages. Has no key for charts.',
  },
  {
    role: 'biller',
    label: 'Billing',
    explained: 'Contact data and bills. Has no key for charts or messages.',
  },
  {
    role: 'admin',
    label: 'Administrator',
    explained:
      'Reads everything, keeps schedule and settings, writes no notes. Who changes the staff is settled with the practice’s root key.',
  },
];

interface Ability {
  readonly permission: string;
  readonly label: string;
  /** After “may” and “may not”. */
  readonly words: string;
  /** The area without which it comes to nothing. */
  readonly needs?: string;
}

export const ABILITIES: readonly Ability[] = [
  { permission: 'read', label: 'Read', words: 'read' },
  { permission: 'write', label: 'Write notes', words: 'write notes', needs: 'clin' },
  { permission: 'sign', label: 'Sign', words: 'sign', needs: 'clin' },
  { permission: 'vitals', label: 'Take vitals', words: 'take vitals', needs: 'clin' },
  { permission: 'immunizations', label: 'Give immunizations', words: 'give immunizations', needs: 'clin' },
  { permission: 'allergies', label: 'Record allergies', words: 'record allergies', needs: 'clin' },
  { permission: 'order', label: 'Order tests', words: 'order tests', needs: 'clin' },
  { permission: 'prescribe', label: 'Prescribe', words: 'prescribe', needs: 'clin' },
  { permission: 'messages', label: 'Answer messages', words: 'answer messages', needs: 'msg' },
  { permission: 'schedule', label: 'Keep the schedule', words: 'keep the schedule', needs: 'desk' },
  { permission: 'billing', label: 'Bill', words: 'bill', needs: 'desk' },
  { permission: 'settings', label: 'Change settings', words: 'change settings' },
  { permission: 'admin', label: 'Administer keys', words: 'administer keys' },
];

export const abilityText = (permission: string): string =>
  ABILITIES.find((ability) => ability.permission === permission)?.words ?? permission;
