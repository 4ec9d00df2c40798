/**
 * What this key is entitled to: the charter chain, the names behind it, and the secrets handed over in grants.
 * Everything in here is public to members or addressed to this key; a grant counts only if its sender was
 * entitled to give it by the charter.
 */
import type { ConversationKey, Nip44, VerifiedEvent } from '@keychart/nostr';
import {
  BREAK_GLASS_REQUEST,
  CHARTER,
  CHARTER_APPROVAL,
  type Charter,
  type CharterChain,
  charterAt,
  charterInForce,
  EPOCH_GRANT,
  EPOCH_LINK,
  type EpochGrant,
  foldCharters,
  GUARDIAN_GRANT,
  type GuardianGrant,
  INVITATION_CLAIM,
  isAdmin,
  type Member,
  memberAt,
  memberOf,
  PAIR_GRANT,
  type PatientKeyring,
  parseEpochGrant,
  parseStaffDirectory,
  permissionsOf,
  ROOT_SUCCESSION,
  STAFF_DIRECTORY,
  STAFF_INVITATION,
  type StaffDirectory,
} from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';
import { emptyGrants, isOfFamily, parseFamilyGrant } from './emptied-grants.ts';
import { followLinks, mayLink, tryOpen } from './epoch-links.ts';
import { type GlassRequest, glassRequests } from './glass-requests.ts';
import type { Loan } from './lent-keys.ts';
import * as lending from './lent-keys.ts';
import { type Proposal, proposalsOf } from './proposals.ts';
import type { StoredGrant } from './stored-grant.ts';

export interface GovernanceState {
  readonly events: readonly VerifiedEvent[];
  readonly grants: readonly StoredGrant[];
  /** Ids of the charters this device has seen in force: a rival that turns up later does not replace them. */
  readonly relied?: readonly string[];
}

/** The patient a family key reads, from a keyring or a guardian grant. */
export interface FamilyGrant {
  readonly P: string;
  readonly id: string;
  readonly keys: PatientKeyring['keys'];
  /** Of a guardian: as the practice calls them. */
  readonly name?: string;
  readonly until?: number;
  /** The patient whose chart shows these records, and since when this is said, seconds. */
  readonly link?: { readonly mergedInto: string; readonly statusAt: number };
}

export interface Governance {
  /** Answers whether anything new came in. */
  addEvents(events: readonly VerifiedEvent[]): boolean;
  addGrants(grants: readonly StoredGrant[]): boolean;
  /** Known, and nothing of it missing that is good for something at that time. */
  hasWrap(id: string, at: number): boolean;
  readonly state: GovernanceState;
  readonly chain: CharterChain | undefined;
  readonly charter: Charter | undefined;
  member(at: number): Member | undefined;
  secret(c: string, n: number): Uint8Array | undefined;
  /** Epochs of `c` this key has the secret of, ascending. */
  epochs(c: string): readonly number[];
  currentEpoch(c: string): number | undefined;
  family(at: number): readonly FamilyGrant[];
  /** Ids of patients whose access by this key, as family or by name, has ended, and whose keys are still here. */
  ended(at: number): readonly string[];
  /** The keys to these patients' channels leave the grants; that there were some stays known. */
  forgetKeys(ids: readonly string[]): void;
  /** Keys of some patients only, lent to this member and not over. */
  loans(at: number): readonly Loan[];
  /** When the next loan is over; `undefined` where none has an end. */
  nextLoanEnd(at: number): number | undefined;
  /** Keys of loans that are over go for good; answers whether there were any. */
  forgetOver(at: number): boolean;
  /** Who asked for the confidential part of whose chart, the latest first. */
  glass(): readonly GlassRequest[];
  readonly directory: StaffDirectory | undefined;
  readonly directoryKey: string | undefined;
  nameOf(pubkey: string): string | undefined;
  /** Everybody who ever had a name here, by public key. */
  readonly names: ReadonlyMap<string, string>;
  /** Charters that would follow the one in force and wait for approvals only, and who has given theirs. */
  proposals(): readonly Proposal[];
  /** By administrators of their time, oldest first. */
  invitations(): readonly VerifiedEvent[];
  /** Answers to invitations, as they came. */
  claims(): readonly StoredGrant[];
  refusedGrants(): readonly { readonly grant: StoredGrant; readonly reason: string }[];
}

const charterKinds = [CHARTER, CHARTER_APPROVAL, ROOT_SUCCESSION];
const kinds = [...charterKinds, EPOCH_LINK, STAFF_DIRECTORY, STAFF_INVITATION];
export const governanceKinds: readonly number[] = kinds;

export function governance(me: string, root: string, nip44: Nip44, initial: GovernanceState): Governance {
  const events = new Map<string, VerifiedEvent>();
  const grants = new Map<string, StoredGrant>();
  const relied = new Set(initial.relied);
  let view = emptyView();

  function refresh(): void {
    view = derive([...events.values()], [...grants.values()], root, me, nip44, relied);
    for (const { id } of view.chain ?? []) relied.add(id);
  }

  function addEvents(arrived: readonly VerifiedEvent[]): boolean {
    const before = events.size;
    for (const event of arrived) if (kinds.includes(event.kind)) events.set(event.id, event);
    if (events.size !== before) refresh();
    return events.size !== before;
  }

  function addGrants(arrived: readonly StoredGrant[]): boolean {
    const isNews = ({ wrapId }: StoredGrant) => grants.get(wrapId)?.emptied ?? !grants.has(wrapId);
    const changed = arrived.some(isNews);
    for (const grant of arrived) grants.set(grant.wrapId, grant);
    if (changed) refresh();
    return changed;
  }

  const isOver = (loan: Loan, at: number) => lending.isLoanOver(loan, at, view.glass, me);

  /** Its keys were forgotten too soon: they are taken from the relay again. */
  const isWanted = (grant: StoredGrant, at: number) =>
    isOfFamily(grant, view.family, at) ||
    lending.loansIn(grant, view.loans).some((loan) => !isOver(loan, at));

  addEvents(initial.events);
  addGrants(initial.grants);

  return {
    addEvents,
    addGrants,
    hasWrap(id, at) {
      const grant = grants.get(id);
      return grant !== undefined && !(grant.emptied && isWanted(grant, at));
    },
    get state() {
      return { events: [...events.values()], grants: [...grants.values()], relied: [...relied] };
    },
    get chain() {
      return view.chain;
    },
    get charter() {
      return view.chain && charterInForce(view.chain);
    },
    member: (at) => memberOf(view.chain && charterInForce(view.chain), me, at),
    secret: (c, n) => view.secrets.get(`${c}:${n}`),
    epochs: (c) =>
      [...view.secrets.keys()]
        .filter((key) => key.startsWith(`${c}:`))
        .map((key) => Number(key.slice(c.length + 1)))
        .sort((a, b) => a - b),
    currentEpoch: (c) => (view.chain ? charterInForce(view.chain).compartments[c]?.epoch : undefined),
    loans: (at) => [...view.loans.values()].filter((loan) => !isOver(loan, at)),
    nextLoanEnd: (at) => lending.nextEnd(view.loans.values(), at),
    forgetOver(at) {
      const found = lending.forgetLoans(grants, view.loans, (loan) => isOver(loan, at));
      if (found) refresh();
      return found;
    },
    glass: () => view.glass,
    family: (at) => view.family.filter(({ until }) => until === undefined || at < until),
    ended: (at) => [
      ...view.family.flatMap(({ id, until }) => (until !== undefined && until <= at ? id : [])),
      ...lending.patientsOver(view.loans.values(), (loan) => isOver(loan, at)),
    ],
    forgetKeys(ids) {
      emptyGrants(grants, ids);
      refresh();
    },
    get directory() {
      return view.directory;
    },
    get directoryKey() {
      return view.directoryKey;
    },
    nameOf: (pubkey) => view.names.get(pubkey),
    get names() {
      return view.names;
    },
    proposals: () => (view.chain ? proposalsOf([...events.values()], charterInForce(view.chain), root) : []),
    invitations: () => {
      const { chain } = view;
      if (!chain) return [];
      return [...events.values()]
        .filter(({ kind, pubkey, created_at: at }) => {
          const then = kind === STAFF_INVITATION ? charterAt(chain, at) : undefined;
          return then !== undefined && isAdmin(then, pubkey);
        })
        .sort((a, b) => a.created_at - b.created_at || (a.id < b.id ? -1 : 1));
    },
    claims: () => [...grants.values()].filter(({ kind }) => kind === INVITATION_CLAIM),
    refusedGrants: () => view.refused,
  };
}

interface View {
  chain: CharterChain | undefined;
  secrets: Map<string, Uint8Array>;
  family: FamilyGrant[];
  loans: Map<string, Loan>;
  glass: readonly GlassRequest[];
  directory: StaffDirectory | undefined;
  /** Handed over, the latest first; any member may have sent a wrong one. */
  directoryKeys: string[];
  directoryKey: string | undefined;
  names: Map<string, string>;
  refused: { grant: StoredGrant; reason: string }[];
}

function emptyView(): View {
  return {
    chain: undefined,
    secrets: new Map(),
    family: [],
    loans: new Map(),
    glass: [],
    directory: undefined,
    directoryKeys: [],
    directoryKey: undefined,
    names: new Map(),
    refused: [],
  };
}

function derive(
  events: readonly VerifiedEvent[],
  grants: readonly StoredGrant[],
  root: string,
  me: string,
  nip44: Nip44,
  relied: ReadonlySet<string>,
): View {
  const view = emptyView();
  view.chain = foldCharters(
    events.filter(({ kind }) => charterKinds.includes(kind)),
    root,
    relied,
  )?.chain;
  if (!view.chain) return view;
  const chain = view.chain;
  const links = events.filter((event) => event.kind === EPOCH_LINK && mayLink(chain, event));
  const sorted = inOrder(grants, charterInForce(chain));
  const first = sorted.filter((grant) => isOfPresentAdmin(grant, charterInForce(chain)));
  // Attack: somebody who is an admin no more hands a new colleague a wrong secret for an epoch of his time, and the
  // history stays closed. What the keys of today lead to comes before it.
  for (const round of [first, sorted.slice(first.length)]) {
    for (const grant of round) {
      const reason = takeGrant(view, chain, grant, me);
      if (reason) view.refused.push({ grant, reason });
    }
    followLinks(view.secrets, links, nip44);
  }
  view.glass = glassRequests(grants, chain, me);
  openDirectory(
    view,
    events.filter(({ kind }) => kind === STAFF_DIRECTORY),
    nip44,
  );
  return view;
}

/** Those of present admins before all others, then by time; the order of arrival decides nothing. */
function inOrder(grants: readonly StoredGrant[], charter: Charter): StoredGrant[] {
  const rank = (grant: StoredGrant) => (isOfPresentAdmin(grant, charter) ? 0 : 1);
  return [...grants].sort(
    (a, b) => rank(a) - rank(b) || a.at - b.at || (a.wrapId < b.wrapId ? -1 : a.wrapId > b.wrapId ? 1 : 0),
  );
}

const isOfPresentAdmin = ({ kind, sender }: StoredGrant, charter: Charter) =>
  kind === EPOCH_GRANT && isAdmin(charter, sender);

/** Attack: anybody who may send a wrap could hand over a secret of his own and read what is written under it. */
function takeGrant(view: View, chain: CharterChain, grant: StoredGrant, me: string): string | undefined {
  // Gives nothing: an administrator's device looks at it (`invitations.ts`).
  if (grant.kind === INVITATION_CLAIM) return undefined;
  if (grant.kind === EPOCH_GRANT) {
    const parsed = parseEpochGrant(grant.content);
    if (!parsed.ok) return parsed.reason;
    // Attack: a removed admin dates a grant back to his time. Its own date therefore counts for nothing: the
    // charter it names must list him, and know the epochs he hands out.
    const charter = chain.find(({ id }) => id === parsed.value.charter);
    if (!charter) return 'an epoch grant must name a charter of this practice';
    if (!isAdmin(charter, grant.sender)) return 'an epoch grant must come from an admin';
    if (parsed.value.grants.some(({ c, n }) => n > (charter.compartments[c]?.epoch ?? 0)))
      return 'an epoch grant hands out an epoch that its charter does not know';
    takeEpochGrant(view, parsed.value);
    return undefined;
  }
  if (grant.kind === PAIR_GRANT) {
    const lent = lending.judgePairGrant(chain, grant);
    if ('reason' in lent) return lent.reason;
    lending.takeLoans(view.loans, lent, grant.at);
    view.directoryKeys.unshift(lent.directoryKey);
    return undefined;
  }
  if (grant.kind === BREAK_GLASS_REQUEST) return undefined;
  const member = memberAt(chain, grant.sender, grant.at);
  const may =
    member &&
    member.named !== true &&
    permissionsOf(member).some((held) => held === 'write' || held === 'schedule' || held === 'admin');
  if (!may) return 'this access was not granted by somebody entitled to grant it';
  const parsed = parseFamilyGrant(grant);
  if (!parsed) return `kind ${grant.kind} is no grant`;
  if (!parsed.ok) return parsed.reason;
  const P = grant.kind === GUARDIAN_GRANT ? (parsed.value as GuardianGrant).P : me;
  takeFamilyGrant(view, parsed.value, P, grant.at);
  return undefined;
}

/** The first stands: a second secret for one epoch would lead to channels that nobody else knows. */
function takeEpochGrant(view: View, grant: EpochGrant): void {
  for (const { c, n, s } of grant.grants) {
    const name = `${c}:${n}`;
    if (!view.secrets.has(name)) view.secrets.set(name, hexToBytes(s));
  }
  view.directoryKeys.unshift(grant.directoryKey);
}

/** Keys add up (the front desk grants without clinical ones); how long it holds is what the latest grant says. */
function takeFamilyGrant(view: View, grant: PatientKeyring | GuardianGrant, P: string, at: number): void {
  const { until, mergedInto } = grant;
  // By the patient, not by the key: a patient who lost theirs has a new one.
  const before = view.family.find((known) => known.id === grant.id);
  const keys = [...new Map([...(before?.keys ?? []), ...grant.keys].map((key) => [key.Q, key])).values()];
  // Said again with every key that comes after it, it is as old as when it was said first.
  const statusAt = before?.link?.mergedInto === mergedInto ? (before?.link?.statusAt ?? at) : at;
  view.family = view.family.filter((known) => known.id !== grant.id);
  view.family.push({
    P,
    id: grant.id,
    keys,
    ...('name' in grant && { name: grant.name }),
    ...(until !== undefined && { until }),
    ...(mergedInto !== undefined && { link: { mergedInto, statusAt } }),
  });
  view.directoryKeys.unshift(grant.directoryKey);
}

/** The newest directory of an administrator that one of the keys opens; that key is the one handed on. */
function openDirectory(view: View, events: readonly VerifiedEvent[], nip44: Nip44): void {
  view.directoryKey = view.directoryKeys[0];
  if (!view.chain) return;
  const chain = view.chain;
  const charter = charterInForce(chain);
  // What administrators of earlier days wrote stays readable; those of today have the last word.
  const present = ({ pubkey }: VerifiedEvent) => (isAdmin(charter, pubkey) ? 1 : 0);
  const wasAdmin = ({ pubkey, created_at: at }: VerifiedEvent) => {
    const then = charterAt(chain, at);
    return then !== undefined && isAdmin(then, pubkey);
  };
  const oldest = events
    .filter((event) => present(event) === 1 || wasAdmin(event))
    .sort((a, b) => present(a) - present(b) || a.created_at - b.created_at || (a.id < b.id ? 1 : -1));
  for (const event of oldest) {
    for (const key of new Set(view.directoryKeys)) {
      const opened = tryOpen(nip44, event.content, hexToBytes(key) as ConversationKey);
      const parsed = opened === undefined ? undefined : parseStaffDirectory(opened);
      if (!parsed?.ok) continue;
      view.directoryKey = key;
      view.directory = parsed.value;
      // Each admin keeps one: a name that the newest lacks (two wrote at once) is still a name.
      for (const { pk, name } of parsed.value.staff) view.names.set(pk, name);
      break;
    }
  }
}
