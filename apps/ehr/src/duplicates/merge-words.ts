/** What merging two charts does and does not, in sentences; and which of two patients' facts differ. Pure. */
import type { MergedChart, PatientView } from '@keychart/chart';
import { displayAddress, type Patient, telecomValue } from '@keychart/fhir';
import { dateText, sexText } from '@keychart/ui';
import { listText } from '../words/staff-words.ts';

type Guardian = PatientView['guardians'][number];

export interface Compared {
  readonly label: string;
  readonly duplicate: string;
  readonly survivor: string;
  readonly differs: boolean;
}

const MISSING = 'not recorded';

/** Side by side; what only one of the two has is no contradiction, but still differs. */
export function comparePatients(duplicate: Patient, survivor: Patient): readonly Compared[] {
  const row = (label: string, of: (patient: Patient) => string | undefined): Compared => {
    const [left, right] = [of(duplicate) || MISSING, of(survivor) || MISSING];
    return { label, duplicate: left, survivor: right, differs: left !== right };
  };
  const name = ({ name }: Patient) => name?.find(({ use }) => use === 'official') ?? name?.[0];
  return [
    row('Given names', (patient) => name(patient)?.given?.join(' ')),
    row('Family name', (patient) => name(patient)?.family),
    row('Date of birth', ({ birthDate }) => birthDate && dateText(birthDate)),
    row('Sex', ({ gender }) => gender && sexText(gender)),
    row('Phone', ({ telecom }) => telecomValue(telecom, 'phone')),
    row('E-mail', ({ telecom }) => telecomValue(telecom, 'email')),
    row('Address', ({ address }) => displayAddress(address?.[0])),
  ];
}

const same = (a: Guardian, b: Guardian) => a.npub === b.npub;
export const onlyIn = (these: readonly Guardian[], those: readonly Guardian[]): readonly Guardian[] =>
  these.filter((one) => !those.some((other) => same(one, other)));

interface Sides {
  /** Words for each, which may have the same name. */
  readonly duplicate: string;
  readonly survivor: string;
  readonly ofDuplicate: readonly Guardian[];
  readonly ofSurvivor: readonly Guardian[];
}

/** In one sentence what happens, then whose access will differ: a merge opens nothing to anybody. */
export function mergePoints({ duplicate, survivor, ofDuplicate, ofSurvivor }: Sides): readonly string[] {
  const partly = (guardians: readonly Guardian[], where: string) =>
    `${listText(guardians.map(({ name }) => name))} ${guardians.length === 1 ? 'goes' : 'go'} on reading only what was in the chart of ${where}, until you allow more.`;
  const left = onlyIn(ofDuplicate, ofSurvivor);
  const right = onlyIn(ofSurvivor, ofDuplicate);
  return [
    `The chart of ${survivor} shows the records of both from now on, and everything new is written there.`,
    'Nothing is copied, moved or signed anew. It can be undone at any time.',
    ...(left.length > 0 ? [partly(left, duplicate)] : []),
    ...(right.length > 0 ? [partly(right, survivor)] : []),
  ];
}

export const unmergePoints = (duplicate: string, survivor: string): readonly string[] => [
  `${duplicate} has a chart of their own again, with every record that was in it.`,
  `What was written in the chart of ${survivor} in the meantime stays there; corrections and addenda stay with the records they belong to.`,
  `A key that was handed over for ${survivor} stops reading the records of ${duplicate} at once.`,
];

/** `2 charts merged` */
export const mergedText = (merged: readonly MergedChart[]): string => `${merged.length + 1} charts merged`;
