/** A change of the staff before and after, in sentences that promise no more than it does. Pure. */
import type { StaffChange, StaffMember, StaffProposal } from '@keychart/chart';
import { dateText, firstUpper, roleText } from '@keychart/ui';
import { lastDay } from '../asking/last-day.ts';
import { policyLines } from '../policies/policy-words.ts';
import { abilityText, areasText, listText, namedCountText } from '../words/staff-words.ts';
import { takenAway } from './person-form.ts';

export interface Foretold {
  readonly title: string;
  readonly points: readonly string[];
  /** On the button. */
  readonly act: string;
}

interface Circumstances {
  /** Of the person the change is about; empty for new keys. */
  readonly name: string;
  /** As they stand on the list now. */
  readonly before?: StaffMember | undefined;
  readonly timeZone: string | undefined;
}

type Preview = { readonly renewed: readonly string[]; readonly granted: number };

export function foretell(change: StaffChange, preview: Preview, about: Circumstances): Foretold {
  const { name } = about;
  const named = about.before?.patients?.length;
  const keys = keysText(preview);
  const signed = `What ${name} signed stays in the charts under that name.`;
  const seen = `What ${name} has seen or copied until now cannot be taken back.`;
  const unsent = 'What colleagues have written and not yet sent is kept, and sent under the new keys.';
  switch (change.kind) {
    case 'remove':
      return {
        title: `Remove ${name}?`,
        act: 'Remove',
        points: [
          `${name} stops reading and writing at once. A workstation that is open is cut off.`,
          ...keys,
          unsent,
          seen,
          signed,
        ],
      };
    case 'suspend':
      return {
        title: `Suspend ${name}?`,
        act: 'Suspend',
        points: [
          `${name} stops reading and writing at once, stays on the list, and can be let in again.`,
          ...(named === undefined
            ? []
            : [
                `${namedCountText(named)}: kept for them, with the last days they have. What is written there meanwhile has new keys.`,
              ]),
          ...keys,
          unsent,
          seen,
        ],
      };
    case 'renew':
      return {
        title: 'New keys for everybody?',
        act: 'Make new keys',
        points: [
          'The old keys open nothing that is written from now on. The charts until now stay readable for everybody on the staff.',
          ...keys,
          unsent,
          'A key that belongs to a person still lets that person in. Where a stranger may have that one, remove the person and add them with a new key.',
        ],
      };
    case 'replace':
      return {
        title: `A new key for ${name}?`,
        act: 'Replace the key',
        points: ['The old key stops reading and writing at once.', ...keys, unsent],
      };
    case 'policies':
      return { title: 'Change the practice’s policies?', act: 'Change', points: keys };
    case 'resume':
      return {
        title: `Let ${name} in again?`,
        act: 'Let in again',
        points: [
          named === undefined
            ? `${name} reads everything they missed.`
            : `${name} reads and writes in the charts of the same ${namedCountText(named)} again, until the same last days.`,
          ...keys,
        ],
      };
    case 'add':
      return { title: `Add ${name}?`, act: 'Add', points: keys };
    case 'change':
      return {
        title: `Change ${name}?`,
        act: 'Change',
        points: [...lossText(change, about), ...keys, ...(preview.renewed.length > 0 ? [unsent, seen] : [])],
      };
  }
}

function keysText({ renewed, granted }: Preview): readonly string[] {
  if (renewed.length === 0) return [];
  const who =
    granted === 1
      ? 'You are handed the new ones'
      : `${granted} people, you among them, are handed the new ones`;
  return [`New keys are made for ${areasText(renewed)}. ${who} and need to do nothing.`];
}

function lossText(
  change: Extract<StaffChange, { kind: 'add' | 'change' }>,
  { name, before, timeZone }: Circumstances,
): readonly string[] {
  if (before === undefined) return [];
  const lost = takenAway(before, change);
  return [
    ...(lost.areas.length > 0 ? [`The key of ${name} opens ${areasText(lost.areas)} no more.`] : []),
    ...(lost.permissions.length > 0
      ? [`${name} may no longer ${listText(lost.permissions.map(abilityText)).replace(' and ', ' or ')}.`]
      : []),
    ...(lost.patients
      ? [
          'Charts that are not named any more close for them at once, and what is written there next has new keys.',
        ]
      : []),
    ...(lost.sooner && change.until !== undefined
      ? [`Access ends by itself after ${dateText(lastDay(timeZone, change.until))}.`]
      : []),
  ];
}

/** What has been done, as a heading and what belongs to it. */
export function reportText(
  change: StaffChange,
  { renewed, granted }: Preview,
  name: string,
): { readonly title: string; readonly points: readonly string[] } {
  const keys =
    renewed.length === 0
      ? []
      : [
          `New keys for ${areasText(renewed)}, handed to ${granted} ${granted === 1 ? 'person' : 'people'} who ${granted === 1 ? 'stays' : 'stay'}.`,
        ];
  switch (change.kind) {
    case 'add':
      return {
        title: `${name} is on the staff`,
        points: [`Their key opens ${areasText(change.compartments ?? [])}.`, ...keys],
      };
    case 'change':
      return { title: `${name} is changed`, points: keys };
    case 'remove':
      return { title: `${name} is removed`, points: ['They can read and write nothing any more.', ...keys] };
    case 'suspend':
      return { title: `${name} is suspended`, points: ['They can read and write nothing for now.', ...keys] };
    case 'replace':
      return { title: `${name} has a new key`, points: keys };
    case 'resume':
      return { title: `${name} is let in again`, points: ['They read what they missed.', ...keys] };
    case 'renew':
      return { title: 'New keys are in force', points: keys };
    case 'policies':
      return { title: 'The policies are changed', points: keys };
  }
}

/** While it is under way: `removing Priya Fernwood`. */
export function underWay(change: StaffChange, name: string): string {
  switch (change.kind) {
    case 'add':
      return `adding ${name}`;
    case 'change':
      return `changing ${name}`;
    case 'remove':
      return `removing ${name}`;
    case 'suspend':
      return `suspending ${name}`;
    case 'replace':
      return `changing the key of ${name}`;
    case 'resume':
      return `letting ${name} in again`;
    case 'renew':
      return 'making new keys';
    case 'policies':
      return 'changing the policies';
  }
}

const CHANGED = { added: 'add', removed: 'remove', changed: 'change' } as const;

/** `Remove Nora Sample (nurse)`; `New keys for everybody` or `Change the policies` where nobody comes or goes. */
export function proposalText({ changes, policies }: Pick<StaffProposal, 'changes' | 'policies'>): string {
  if (changes.length === 0) return policies ? 'Change the practice’s policies' : 'New keys for everybody';
  const parts = changes.map(
    ({ kind, name, role }) => `${CHANGED[kind]} ${name === '' ? 'somebody new' : name} (${roleText(role)})`,
  );
  return firstUpper(listText(parts));
}

/** What an approval leads to. */
export function proposalPoints(proposal: StaffProposal): readonly string[] {
  const left = proposal.needed - proposal.approvals - 1;
  const gone = proposal.changes.filter(({ kind }) => kind === 'removed').map(({ name }) => name);
  return [
    `${proposalText(proposal)}.`,
    ...(gone.length > 0 ? [`${listText(gone)} can read and write nothing from then on.`] : []),
    ...(proposal.policies ? policyLines(proposal.policies) : []),
    ...(proposal.renewed.length > 0
      ? [`New keys are made for ${areasText(proposal.renewed)} and handed to those who stay.`]
      : []),
    left <= 0
      ? 'With your approval it is in force. It cannot be taken back, only changed again.'
      : `${left} more ${left === 1 ? 'approval is' : 'approvals are'} needed after yours.`,
  ];
}
