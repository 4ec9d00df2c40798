/**
 * Founds a practice: the genesis charter signed by the root, the staff directory, and an epoch grant to every
 * member. The events come in the order in which a relay must take them. Keeps nothing: the root secret and the
 * epoch secrets are the caller's to forget.
 */
import { finalizeEvent, getPublicKey, type Signer, type VerifiedEvent } from '@keychart/nostr';
import {
  CHARTER,
  type CharterBody,
  charterContent,
  compartmentNames,
  compartmentsOf,
  EPOCH_GRANT,
  type EpochGrant,
  type Member,
  type PracticeEntry,
  type Role,
  roleDefaults,
  rootCommitment,
  STAFF_DIRECTORY,
  STAFF_DIRECTORY_TAGS,
  type StaffDirectory,
  whyNotPolicies,
} from '@keychart/protocol';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Policies } from './api/chart.ts';
import { directoryContent } from './keys/directory.ts';
import { wrapGrant } from './keys/wrapping.ts';

export interface FoundingStaff {
  readonly name: string;
  readonly role: Role;
  readonly pubkey: string;
  readonly admin?: boolean;
}

export interface Founding {
  readonly name: string;
  readonly timeZone: string;
  /** Lines of the postal address. */
  readonly address?: readonly string[];
  readonly phone?: string;
  /** Lines on top of what is printed. */
  readonly letterhead?: readonly string[];
  /** Throws TypeError where they are out of bounds. */
  readonly policies?: Policies;
  /** Approvals of other administrators every later change of the staff needs. */
  readonly approvals?: number;
  /** R; 32 bytes. */
  readonly rootSecret: Uint8Array;
  /** Public key of the pre-committed successor root, hex. */
  readonly nextRoot: string;
  /** Signs directory and grants; must be one of the admins in `staff`. */
  readonly admin: Signer;
  readonly staff: readonly FoundingStaff[];
  /** Seconds. */
  readonly at: number;
}

const random32 = () => bytesToHex(crypto.getRandomValues(new Uint8Array(32)));

export async function foundPractice(input: Founding): Promise<{ root: string; events: VerifiedEvent[] }> {
  const admins = input.staff.filter(({ admin }) => admin).map(({ pubkey }) => pubkey);
  if (!admins.includes(await input.admin.getPublicKey()))
    throw new TypeError('founding: the signing admin must be on the staff');
  const approvals = input.approvals ?? 0;
  // A practice that needs more approvals than it has other admins could never change anything again.
  if (approvals > admins.length - 1)
    throw new TypeError(`founding: ${approvals} approvals of others need ${approvals + 1} administrators`);
  const wrong = whyNotPolicies(input.policies ?? {});
  if (wrong !== undefined) throw new TypeError(`founding: ${wrong}`);
  const roster: Member[] = input.staff.map((person) => member(person, input.at));
  const charter: CharterBody = {
    v: 1,
    seq: 0,
    admins,
    approvals,
    roster,
    compartments: Object.fromEntries(compartmentNames.map((name) => [name, { epoch: 1 }])),
    nextRoot: rootCommitment(input.nextRoot),
    ...(input.policies && { policies: writable(input.policies) }),
  };
  const genesis = finalizeEvent(
    { kind: CHARTER, created_at: input.at, tags: [['-']], content: charterContent(charter) },
    input.rootSecret,
  );
  const directoryKey = random32();
  const secrets = compartmentNames.map((c) => ({ c, n: 1, s: random32() }));
  const events = [genesis, await directoryEvent(input, directoryKey)];
  for (const person of roster) {
    const opened = compartmentsOf(person);
    const content: EpochGrant = {
      charter: genesis.id,
      grants: secrets.filter(({ c }) => opened.includes(c)),
      directoryKey,
    };
    events.push(await wrapGrant({ kind: EPOCH_GRANT, content, to: person.pk, at: input.at }, input.admin));
  }
  return { root: getPublicKey(input.rootSecret), events };
}

/** An admin who also sees patients keeps the clinical role and adds the administrative permissions. */
function member({ pubkey, role, admin }: FoundingStaff, at: number): Member {
  const entry: Member = { pk: pubkey, role, from: at };
  if (!admin || role === 'admin') return entry;
  return { ...entry, permissions: [...roleDefaults[role].permissions, 'admin', 'settings'] };
}

function writable({ confidentialCategories, ...rest }: Policies) {
  return { ...rest, ...(confidentialCategories && { confidentialCategories: [...confidentialCategories] }) };
}

function practiceEntry({ name, timeZone, address, phone, letterhead }: Founding): PracticeEntry {
  return {
    name,
    timeZone,
    ...(address?.length && { address: [...address] }),
    ...(phone && { phone }),
    ...(letterhead?.length && { letterhead: [...letterhead] }),
  };
}

async function directoryEvent(input: Founding, directoryKey: string): Promise<VerifiedEvent> {
  const directory: StaffDirectory = {
    practice: practiceEntry(input),
    staff: input.staff.map(({ pubkey, name }) => ({ pk: pubkey, name })),
  };
  return input.admin.signEvent({
    kind: STAFF_DIRECTORY,
    created_at: input.at,
    tags: STAFF_DIRECTORY_TAGS.map((tag) => [...tag]),
    content: directoryContent(directory, directoryKey),
  });
}
