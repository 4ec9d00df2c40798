/** What was answered so far, kept on this device so that a reload goes on where it was. Never a key, a code or a sheet. */
import type { Policies, StaffRole } from '@keychart/chart';
import { policyBounds, policyDefaults } from '@keychart/chart/browser';
import type { SetUpAnswers } from '@keychart/chart/set-up';

/** As typed. */
export interface Typed {
  readonly name: string;
  readonly timeZone: string;
  /** Lines, as in a letter. */
  readonly address: string;
  readonly phone: string;
  readonly letterhead: string;
  readonly person: string;
  readonly role: StaffRole;
  readonly hasSecond: boolean;
  readonly secondName: string;
  readonly secondRole: StaffRole;
  readonly secondKey: string;
  readonly approvals: boolean;
  readonly guardianUntil: string;
  readonly confidentialFrom: string;
  readonly idleMinutes: string;
  readonly split: boolean;
  /** Steps that were finished. */
  readonly done: readonly Step[];
}

export const STEPS = ['practice', 'person', 'policies', 'keys'] as const;
export type Step = (typeof STEPS)[number];

const KEPT = 'keychart-set-up';
const MOST_LINES = 8;
const MOST_CHARACTERS = 200;

const atFirst = (): Typed => ({
  name: '',
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  address: '',
  phone: '',
  letterhead: '',
  person: '',
  role: 'doctor',
  hasSecond: false,
  secondName: '',
  secondRole: 'doctor',
  secondKey: '',
  approvals: false,
  guardianUntil: '18',
  confidentialFrom: '12',
  idleMinutes: String(policyDefaults.idleMinutes),
  split: true,
  done: [],
});

export function keptAnswers(): Typed {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Typed>;
    return { ...atFirst(), ...kept };
  } catch {
    return atFirst(); // nothing is kept here, or not by us
  }
}

export function keepAnswers(typed: Typed): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(typed));
  } catch {
    // A browser that keeps nothing: a reload begins anew, which harms nobody.
    return;
  }
}

export function forgetAnswers(): void {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    return; // it kept nothing
  }
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export type Errors = Partial<Record<keyof Typed, string>>;

export function practiceErrors({ name, timeZone, address, phone, letterhead }: Typed): Errors {
  return {
    ...(name.trim() === '' && { name: 'Type the name of the practice.' }),
    ...(name.length > MOST_CHARACTERS && { name: 'This name is too long.' }),
    ...(timeZone === '' && { timeZone: 'Choose a time zone.' }),
    ...(areTooLong(address) && { address: TOO_LONG }),
    ...(phone.length > MOST_CHARACTERS && { phone: 'This number is too long.' }),
    ...(areTooLong(letterhead) && { letterhead: TOO_LONG }),
  };
}

const TOO_LONG = `At most ${MOST_LINES} lines of ${MOST_CHARACTERS} characters.`;

function areTooLong(text: string): boolean {
  const lines = linesOf(text);
  return lines.length > MOST_LINES || lines.some(({ length }) => length > MOST_CHARACTERS);
}

/** @param whyNotKey what is wrong with somebody's public key */
export function policyErrors(typed: Typed, whyNotKey: (text: string) => string | undefined): Errors {
  const { hasSecond, secondName, secondKey } = typed;
  const key = hasSecond ? whyNotKey(secondKey) : undefined;
  return {
    ...wrongNumber('guardianUntil', typed.guardianUntil),
    ...wrongNumber('confidentialFrom', typed.confidentialFrom),
    ...wrongNumber('idleMinutes', typed.idleMinutes),
    ...(hasSecond && secondName.trim() === '' && { secondName: 'Type their name.' }),
    ...(key !== undefined && { secondKey: key }),
  };
}

function wrongNumber(name: keyof typeof policyBounds, text: string): Errors {
  const { least, most } = policyBounds[name];
  const typed = text.trim();
  if (typed === '') return {};
  const value = /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
  if (value >= least && value <= most) return {};
  return { [name]: `A whole number from ${least} to ${most}, or nothing.` };
}

export function answersOf(typed: Typed): SetUpAnswers {
  const { name, timeZone, address, phone, letterhead, person, role, hasSecond } = typed;
  const second = { name: typed.secondName.trim(), role: typed.secondRole, npub: typed.secondKey.trim() };
  return {
    practice: {
      name: name.trim(),
      timeZone,
      address: linesOf(address),
      phone: phone.trim(),
      letterhead: linesOf(letterhead),
    },
    admin: { name: person.trim(), role },
    ...(hasSecond && { second }),
    approvals: hasSecond && typed.approvals ? 1 : 0,
    policies: policiesOf(typed),
  };
}

function policiesOf(typed: Typed): Policies {
  const names = ['guardianUntil', 'confidentialFrom', 'idleMinutes'] as const;
  return Object.fromEntries(
    names.flatMap((name) => (typed[name].trim() === '' ? [] : [[name, Number(typed[name])]])),
  );
}
