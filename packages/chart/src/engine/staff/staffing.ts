/**
 * Changes of the staff (wire.md §5). One change is one chain of events: grants of the keys first, links to the
 * keys before them, and last the charter that puts them in force, so that whatever is cut off in between either
 * changed nothing or goes on from the outbox. Where another admin's charter came first, the change is made anew.
 */
import { parseNpub, type VerifiedEvent } from '@keychart/nostr';
import {
  CHARTER,
  CHARTER_APPROVAL,
  charterContent,
  charterInForce,
  EPOCH_GRANT,
  EPOCH_LINK,
  type EpochGrant,
  epochLinkKey,
  epochLinkTags,
  invitationTags,
  isAdmin,
  planStaffChange,
  roleDefaults,
  STAFF_DIRECTORY,
  STAFF_DIRECTORY_TAGS,
  STAFF_INVITATION,
  type StaffPlan,
} from '@keychart/protocol';
import { bytesToHex } from '@noble/hashes/utils.js';
import type {
  Policies,
  PoliciesView,
  StaffChange,
  StaffOutcome,
  StaffView,
  WriteOutcome,
} from '../../api/chart.ts';
import { directoryContent } from '../../keys/directory.ts';
import { knownInvitations } from '../../keys/invitations.ts';
import { wrapGrant } from '../../keys/wrapping.ts';
import { CannotWriteError, type Refusal, refusal } from '../../record/compose-record.ts';
import { jsonPut } from '../../store/index.ts';
import { whyNotHand } from '../lent/named-access.ts';
import type { EngineContext } from '../state/context.ts';
import { staffView } from './staff-view.ts';
import { labelOf, wireChange } from './wire-change.ts';

export interface Staffing {
  view(): Omit<StaffView, 'invitations'>;
  policies(): PoliciesView;
  preview(change: StaffChange): Promise<StaffOutcome>;
  change(change: StaffChange): Promise<StaffOutcome>;
  approve(proposal: string): Promise<WriteOutcome>;
  /** Looks whether the change under way is in force, or has to be made anew. After every answer and charter. */
  settle(): Promise<void>;
}

/** What was asked for, kept until it is in force. */
interface Pending {
  readonly change: StaffChange;
  readonly charter: string;
  readonly seq: number;
  readonly rows: readonly string[];
  readonly tries: number;
  readonly refused?: string;
}

const PATH = ['staff-change'];
/** What the relay says of a charter that others have overtaken: `whyNotNext`. */
const NOT_NEXT = 'does not follow the charter in force';
/** Against admins who overtake each other without end. */
const MOST_TRIES = 8;

export async function openStaffing(
  context: EngineContext,
  delivered: () => void,
  /** What follows a change in force; false: not possible yet, to be asked again. */
  inForce: (change: StaffChange) => Promise<boolean>,
): Promise<Staffing> {
  const { governance, me, now, outbox, sealed, notifier } = context;
  let pending = (await sealed.getJson(PATH)) as Pending | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: two changes made of the same charter would exclude each other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  const whyNotAdmin = () =>
    governance.charter && isAdmin(governance.charter, me)
      ? undefined
      : 'only an administrator of the practice changes the staff';

  const waits = () => pending !== undefined && pending.refused === undefined;

  async function change(wanted: StaffChange): Promise<StaffOutcome> {
    if (waits())
      return refusal('a change of the staff is still on its way; make the next one when it has arrived');
    const planned = plan(context, wanted);
    if (!('plan' in planned)) return planned;
    await send(wanted, planned.plan, [], 1);
    return outcome(planned.plan);
  }

  async function send(
    wanted: StaffChange,
    made: StaffPlan,
    instead: readonly string[],
    tries: number,
  ): Promise<void> {
    const events = await composeChange(context, wanted, made);
    const charter = events.find(({ kind }) => kind === CHARTER)!;
    const rows = outbox.replace(
      instead,
      events.map((event) => ({ event, label: labelOf(wanted), resourceType: 'Staff' })),
    );
    const next: Pending = {
      change: wanted,
      charter: charter.id,
      seq: made.body.seq,
      rows: events.map(({ id }) => id),
      tries,
    };
    await sealed.write({ puts: [...rows.puts, jsonPut(PATH, next)], deletes: rows.deletes });
    rows.commit();
    pending = next;
    notifier.changed('staff');
    notifier.changed('status');
    delivered();
  }

  async function settle(): Promise<void> {
    if (!pending || pending.refused !== undefined) return;
    const { charter, change: wanted, rows, tries, seq } = pending;
    if (governance.chain?.some(({ id }) => id === charter)) {
      // Before it is forgotten: cut off in between, it is done again, which changes nothing.
      return (await inForce(wanted)) ? finish(undefined) : undefined;
    }
    const answer = outbox.delivery(charter);
    const overtaken = (governance.charter?.seq ?? 0) >= seq;
    // Refused for a charter that has not come here yet: that one is on its way, and the change is made on top of it.
    const isRival = answer.state === 'refused' && answer.reason.includes(NOT_NEXT);
    if (!overtaken && (answer.state !== 'refused' || isRival)) return;
    const left = rows.filter((id) => outbox.waiting().some(({ event }) => event.id === id));
    const planned = plan(context, wanted);
    if ('plan' in planned && overtaken && tries < MOST_TRIES) {
      return send(wanted, planned.plan, left, tries + 1);
    }
    if (answer.state !== 'refused' && !overtaken) return;
    // Another administrator's device has completed the same invitation first: that is what was wanted.
    if (wanted.kind === 'add' && wanted.invitation !== undefined && isOnRoster(governance, wanted.npub))
      return finish(undefined, left);
    await finish('plan' in planned ? reasonOf(answer) : planned.reason, left);
  }

  /** In force (no reason), or given up: the rows go, the wish stays to be seen. */
  async function finish(reason: string | undefined, left: readonly string[] = []): Promise<void> {
    const gone = outbox.replace(left, []);
    const kept = reason === undefined || !pending ? undefined : { ...pending, refused: reason };
    await sealed.write({
      puts: [...gone.puts, ...(kept ? [jsonPut(PATH, kept)] : [])],
      deletes: [...gone.deletes, ...(kept ? [] : [PATH])],
    });
    gone.commit();
    pending = kept;
    notifier.changed('staff');
    notifier.changed('status');
  }

  async function approve(id: string): Promise<WriteOutcome> {
    const proposal = governance.proposals().find(({ charter }) => charter.id === id);
    if (!proposal) return refusal('this proposal is in force already, or another change came before it');
    if (!governance.charter || !isAdmin(governance.charter, me))
      return refusal('only an administrator of the practice approves a change');
    if (proposal.charter.author === me) return refusal('a change is approved by others, not by who made it');
    if (proposal.approvedBy.includes(me)) return refusal('you have approved this already');
    const event = await context.signer.signEvent({
      kind: CHARTER_APPROVAL,
      created_at: Math.max(now(), proposal.charter.createdAt),
      tags: [['e', id], ['-']],
      content: '',
    });
    const rows = outbox.prepare([{ event, label: 'approval', resourceType: 'Staff' }]);
    await sealed.write({ puts: rows.puts });
    rows.commit();
    notifier.changed('status');
    delivered();
    return { ok: true, ids: [event.id] };
  }

  return {
    approve: (id) => inTurn(() => approve(id)),
    preview: async (wanted) => {
      const planned = plan(context, wanted);
      return 'plan' in planned ? outcome(planned.plan) : planned;
    },
    change: (wanted) => inTurn(() => change(wanted)),
    settle: () => inTurn(settle),
    policies: () => {
      const whyNot = whyNotAdmin();
      const { change: wanted, refused: reason } = pending ?? {};
      return {
        policies: (governance.charter?.policies ?? {}) as Policies,
        ...(whyNot !== undefined && { whyNot }),
        ...(wanted?.kind === 'policies' && {
          pending: {
            policies: wanted.policies,
            state: reason === undefined ? ('waiting' as const) : ('refused' as const),
            ...(reason !== undefined && { reason }),
          },
        }),
      };
    },
    view: () => {
      const { chain } = governance;
      const view = chain
        ? staffView(context, chain, now())
        : { members: [], former: [], renewalDue: [], proposals: [] };
      const whyNot = whyNotAdmin();
      return {
        ...view,
        ...(whyNot !== undefined && { whyNot }),
        ...(pending && {
          pending: {
            change: pending.change,
            state: pending.refused === undefined ? ('waiting' as const) : ('refused' as const),
            ...(pending.refused !== undefined && { reason: pending.refused }),
          },
        }),
      };
    },
  };
}

const isOnRoster = ({ charter }: EngineContext['governance'], npub: string) =>
  charter?.roster.some(({ pk }) => pk === parseNpub(npub)) ?? false;

const reasonOf = (answer: { state: string; reason?: string }) =>
  answer.reason ?? 'others changed the staff at the same time again and again';

const outcome = ({ renewed, grants }: StaffPlan): StaffOutcome => ({
  ok: true,
  renewed,
  granted: grants.length,
});

function plan(context: EngineContext, wanted: StaffChange): { plan: StaffPlan } | Refusal {
  const { governance, me, now } = context;
  if (!governance.chain) return refusal('the practice has not been reached yet');
  const change = wireChange(wanted);
  if ('reason' in change) return refusal(change.reason);
  const planned = planStaffChange(governance.chain, change, me, signedAt(context));
  if ('reason' in planned) return refusal(planned.reason);
  const current = charterInForce(governance.chain);
  // Links need the secret before, grants the secret of now.
  const needed = new Set([...planned.renewed, ...planned.grants.flatMap(({ compartments }) => compartments)]);
  for (const c of needed) {
    if (!governance.secret(c, current.compartments[c]?.epoch ?? 0))
      return refusal(`this login does not hold the keys of ${c}, which this change has to hand on`);
  }
  const unable = whyNotNamed(context, wanted);
  if (unable !== undefined) return refusal(unable);
  if (!governance.directory || !governance.directoryKey)
    return refusal('the names of the staff have not been read yet');
  return now() > 0 ? { plan: planned } : refusal('this device has no clock');
}

/** Patients are handed over by the device that makes the change: said before, not found out after. */
function whyNotNamed(context: EngineContext, wanted: StaffChange): string | undefined {
  if (!('patients' in wanted) || !wanted.patients?.length) return undefined;
  return whyNotHand(context, wanted.compartments ?? roleDefaults[wanted.role].compartments);
}

/** Later than the charter it follows, so that every record lies on one side of it. */
const signedAt = ({ governance, now }: EngineContext) =>
  Math.max(now(), (governance.charter?.createdAt ?? 0) + 1);

async function composeChange(
  context: EngineContext,
  wanted: StaffChange,
  { body, renewed, grants }: StaffPlan,
): Promise<VerifiedEvent[]> {
  const { governance, signer, crypto } = context;
  const at = signedAt(context);
  const current = governance.charter;
  const directoryKey = governance.directoryKey;
  if (!current || directoryKey === undefined)
    throw new CannotWriteError('the practice has not been reached yet');
  const fresh = new Map(
    renewed.map((c) => [c, globalThis.crypto.getRandomValues(new Uint8Array(32))] as const),
  );
  const held = (c: string) => governance.secret(c, current.compartments[c]?.epoch ?? 0);
  const templates = renewed.map((c) => {
    const link = { c, n: current.compartments[c]!.epoch, s: bytesToHex(held(c)!) };
    return {
      kind: EPOCH_LINK,
      created_at: at,
      tags: epochLinkTags(link),
      content: crypto.nip44.encrypt(JSON.stringify(link), epochLinkKey(fresh.get(c)!)),
    };
  });
  const charter = { kind: CHARTER, created_at: at, tags: [['-']], content: charterContent(body) };
  const directory = directoryOf(context, wanted, at);
  const closing = closingOf(context, wanted, at);
  const after = [directory, closing].filter((template) => template !== undefined);
  const signed = await signer.signEvents([...templates, charter, ...after]);
  const links = signed.slice(0, templates.length);
  const rest = signed.slice(templates.length);
  const wraps: VerifiedEvent[] = [];
  for (const { pk, compartments } of grants) {
    const content: EpochGrant = {
      charter: rest[0]!.id,
      grants: compartments.map((c) => ({
        c,
        n: body.compartments[c]!.epoch,
        s: bytesToHex(fresh.get(c) ?? held(c)!),
      })),
      directoryKey,
    };
    wraps.push(await wrapGrant({ kind: EPOCH_GRANT, content, to: pk, at }, signer));
  }
  for (const secret of fresh.values()) secret.fill(0);
  return [...wraps, ...links, ...rest];
}

/** The invitation that led here is used up with the charter that lets its person in. */
function closingOf({ governance, crypto }: EngineContext, wanted: StaffChange, at: number) {
  if (wanted.kind !== 'add' || wanted.invitation === undefined) return undefined;
  const item = knownInvitations(governance, crypto.nip44).find(({ pk }) => pk === wanted.invitation);
  if (!item) return undefined;
  return {
    kind: STAFF_INVITATION,
    created_at: Math.max(at, item.at + 1),
    tags: invitationTags({ pk: item.pk, expires: item.expires, state: 'used' }),
    content: item.content,
  };
}

/** Names are added, never taken away: old notes keep the names of those who signed them. */
function directoryOf({ governance }: EngineContext, wanted: StaffChange, at: number) {
  const called = nameGiven(governance, wanted);
  if (!called || !governance.directory || governance.directoryKey === undefined) return undefined;
  const pk = parseNpub(called.npub);
  if (typeof pk !== 'string' || governance.nameOf(pk) === called.name) return undefined;
  const names = new Map([...governance.names, [pk, called.name]]);
  const staff = [...names].map(([key, name]) => ({ pk: key, name }));
  return {
    kind: STAFF_DIRECTORY,
    created_at: at,
    tags: STAFF_DIRECTORY_TAGS.map((tag) => [...tag]),
    content: directoryContent({ practice: governance.directory.practice, staff }, governance.directoryKey),
  };
}

function nameGiven(
  governance: EngineContext['governance'],
  wanted: StaffChange,
): { npub: string; name: string } | undefined {
  if ('name' in wanted) return wanted;
  if (wanted.kind !== 'replace') return undefined;
  const old = parseNpub(wanted.npub);
  const name = typeof old === 'string' ? governance.nameOf(old) : undefined;
  return name === undefined ? undefined : { npub: wanted.by, name };
}
