/** Who of a family reads a record, and what a change of that does, in sentences. Pure. */
import type { PatientView } from '@keychart/chart';
import { listText } from '../words/staff-words.ts';

type Guardian = PatientView['guardians'][number];

/** Still reads now. @param now ISO instant or ms. */
export const readsNow = ({ until }: Guardian, now: number): boolean =>
  until === undefined || Date.parse(until) > now;

export interface PartlyReading {
  readonly guardian: Guardian;
  readonly facts: string;
  /** Among the guardians of the chart that stayed. */
  readonly listed: boolean;
}

/** Guardians who read some of the entries a merged chart shows, and not the others. */
export function partlyReading(
  { guardians, merged = [] }: Pick<PatientView, 'guardians' | 'merged'>,
  now: number,
): readonly PartlyReading[] {
  const reads = (list: readonly Guardian[], npub: string) =>
    list.some((each) => each.npub === npub && readsNow(each, now));
  const known = new Map(
    [...merged.flatMap((each) => each.guardians), ...guardians].map((each) => [each.npub, each]),
  );
  return [...known.values()].flatMap((guardian): PartlyReading[] => {
    const { npub } = guardian;
    const listed = reads(guardians, npub);
    const missing = merged.filter((each) => !reads(each.guardians, npub));
    if (listed) {
      if (missing.length === 0) return [];
      return [{ guardian, listed, facts: 'not what was in the chart that was merged into this one' }];
    }
    return missing.length === merged.length
      ? []
      : [{ guardian, listed, facts: 'only what was in the chart that was merged into this one' }];
  });
}

/** Everybody who is a guardian in any of the entries this chart shows. */
export const guardiansIn = ({ guardians, merged = [] }: PatientView): readonly Guardian[] => [
  ...guardians,
  ...merged.flatMap((each) => each.guardians),
];

interface Family {
  readonly patient: string;
  readonly guardians: readonly Guardian[];
  /** True while the practice alone has the patient's key. */
  readonly heldHere: boolean;
}

/** What happens when a guardian is taken off: the case to think of is parents who have separated. */
export function removalPoints(gone: Guardian, { patient, guardians, heldHere }: Family, now: number) {
  const others = guardians.filter((each) => each.npub !== gone.npub && readsNow(each, now));
  const staying = others.map(({ name }) => name);
  return [
    `${gone.name} stops reading the record of ${patient} at once. A portal that is open is cut off.`,
    staying.length === 0
      ? `Nobody else looks after this record in the portal then${heldHere ? '' : `; ${patient} can still read it`}.`
      : `${listText(staying)} ${staying.length === 1 ? 'keeps' : 'keep'} reading, and ${staying.length === 1 ? 'needs' : 'need'} to do nothing.`,
    `Other children of ${gone.name} are not touched: each record has guardians of its own.`,
    `What ${gone.name} has read or copied until now cannot be taken back.`,
  ];
}

/** What happens when somebody on the staff reads this record by name no more. */
export const endPoints = (name: string, patient: string, confidential: boolean): readonly string[] =>
  confidential
    ? [
        `The confidential part of the record of ${patient} closes for ${name} at once; the rest stays open to them.`,
        'What is written there next has new keys. What they have read until now cannot be taken back.',
      ]
    : [
        `${name} stops reading and writing in the record of ${patient} at once. It leaves a screen that is open.`,
        'What is written there next has new keys. What they have read or copied until now cannot be taken back.',
        'Other patients of theirs are not touched. An administrator can hand this one over again, under Staff or Services.',
      ];

export type NewKeyReason = 'lost' | 'stolen' | 'own';

export const NEW_KEY_REASONS: readonly {
  readonly reason: NewKeyReason;
  readonly label: string;
  readonly explained: string;
}[] = [
  {
    reason: 'lost',
    label: 'The key is lost',
    explained: 'Nobody has it any more. A new one is made and handed over.',
  },
  {
    reason: 'stolen',
    label: 'Somebody else has the key',
    explained: 'Stolen, or seen by the wrong eyes. A new one is made and handed over.',
  },
  {
    reason: 'own',
    label: 'The patient brings a key of their own',
    explained: 'For a grown child who takes their record over.',
  },
];

export function newKeyPoints(reason: NewKeyReason, { patient, guardians }: Family, now: number) {
  const readers = guardians.filter((each) => readsNow(each, now)).map(({ name }) => name);
  const stopped = {
    lost: 'The old key stops reading at once; should it be found, it opens nothing any more.',
    stolen:
      'The old key stops reading at once. What was read or copied with it until now cannot be taken back.',
    own: 'The key until now stops reading at once.',
  }[reason];
  return [
    stopped,
    reason === 'own'
      ? `The key that ${patient} brings reads the whole record from its beginning.`
      : 'The new key reads the whole record from its beginning. You hand it over in the next step.',
    readers.length === 0
      ? 'What was signed stays signed.'
      : `What was signed stays signed. ${listText(readers)} ${readers.length === 1 ? 'keeps' : 'keep'} reading.`,
  ];
}

/** `key replaced once` */
export const replacedText = (times: number): string | undefined => {
  if (times === 0) return undefined;
  return times === 1 ? 'key replaced once' : `key replaced ${times} times`;
};
