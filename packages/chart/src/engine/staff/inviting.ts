/**
 * Invitations to the staff: made by an administrator with everything already chosen, answered by somebody with a key of
 * their own, completed by whichever administrator's device reads the answer first. The invite key lives in the link
 * only; what was chosen is sealed under the directory key, so that any administrator can complete it.
 */
import {
  type ConversationKey,
  generateSecretKey,
  getPublicKey,
  npubEncode,
  type VerifiedEvent,
} from '@keychart/nostr';
import {
  type Invitation,
  invitationLinkBytes,
  invitationTags,
  invitedPatients,
  isAdmin,
  type Permission,
  STAFF_INVITATION,
} from '@keychart/protocol';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type {
  InvitationMade,
  NewInvitation,
  StaffChange,
  StaffInvitation,
  WriteOutcome,
} from '../../api/chart.ts';
import { type KnownInvitation, knownInvitations } from '../../keys/invitations.ts';
import { type Refusal, refusal } from '../../record/compose-record.ts';
import type { EngineContext } from '../state/context.ts';
import type { Intake } from '../sync/intake.ts';
import type { Staffing } from './staffing.ts';

export interface Inviting {
  list(): readonly StaffInvitation[];
  invite(input: NewInvitation): Promise<InvitationMade | Refusal>;
  withdraw(id: string): Promise<WriteOutcome>;
  /** When those that are open end, seconds. */
  ends(): readonly number[];
  /** Completes what was answered. After every answer, charter and grant. */
  settle(): Promise<void>;
}

const DAY = 86_400;
const DEFAULT_EXPIRES = 3 * DAY;
const LONGEST_EXPIRES = 30 * DAY;
/** An answer that came in time, and no administrator was there to see it: so long it still counts. */
const GRACE = 4 * DAY;
/** Closed ones stay on the list so long. */
const SHOWN = 14 * DAY;

const firstUpper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
const secondsOf = (date: string) => Math.floor(Date.parse(date) / 1000);

export function openInviting(
  context: EngineContext,
  intake: Intake,
  staffing: Staffing,
  /** @param what happened, for the access log. */
  published: (what: string) => void,
): Inviting {
  const { governance, me, now, outbox, sealed, notifier, crypto } = context;
  /** Why an answer could not be completed under the charter of then; tried again under another one. */
  const failed = new Map<string, { charter: string; reason: string }>();
  let turn: Promise<unknown> = Promise.resolve();

  const mayInvite = () => governance.charter !== undefined && isAdmin(governance.charter, me);

  const known = (): readonly KnownInvitation[] =>
    mayInvite() ? knownInvitations(governance, crypto.nip44) : [];

  /** Why the answer is not to be acted upon; nothing where it is good. */
  function objection({ answers, expires, by }: KnownInvitation): string | undefined {
    const [answer, second] = answers;
    if (!answer) return 'nobody has answered yet';
    if (second) return 'two different keys have answered: withdraw it and make a new one';
    if (answer.at >= expires || now() >= expires + GRACE)
      return 'the answer came too late: withdraw it and make a new one';
    if (!governance.charter || !isAdmin(governance.charter, by))
      return 'who made it is no administrator any more: make a new one';
    return undefined;
  }

  function stateOf(item: KnownInvitation): Pick<StaffInvitation, 'state' | 'reason'> {
    if (item.closed !== undefined) return { state: item.closed };
    if (item.answers.length > 0) {
      const wrong = objection(item) ?? failed.get(item.pk)?.reason;
      return wrong === undefined ? { state: 'accepted' } : { state: 'stopped', reason: wrong };
    }
    if (now() >= item.expires) return { state: 'expired' };
    return { state: outbox.waiting().some(({ event }) => event.id === item.eventId) ? 'unsent' : 'sent' };
  }

  function list(): readonly StaffInvitation[] {
    return known()
      .filter(({ closed, at, expires }) => Math.max(at, closed ? at : expires) > now() - SHOWN)
      .map((item) => ({
        id: item.pk,
        name: item.invitation.name,
        role: item.invitation.role,
        ...(item.invitation.patients && { patients: item.invitation.patients.length }),
        by: governance.nameOf(item.by) ?? '',
        made: iso(item.invitation.made),
        expires: iso(item.expires),
        ...stateOf(item),
      }));
  }

  async function publish(
    tags: Parameters<typeof invitationTags>[0],
    content: string,
    label: string,
  ): Promise<VerifiedEvent> {
    const event = await context.signer.signEvent({
      kind: STAFF_INVITATION,
      created_at: Math.max(
        now(),
        ...known()
          .filter(({ pk }) => pk === tags.pk)
          .map(({ at }) => at + 1),
      ),
      tags: invitationTags(tags),
      content,
    });
    const rows = outbox.prepare([{ event, label, resourceType: 'Staff' }]);
    await sealed.write({ puts: rows.puts });
    rows.commit();
    await intake.governance([event]);
    notifier.changed('status');
    notifier.changed('staff');
    published(firstUpper(label));
    return event;
  }

  async function invite(input: NewInvitation): Promise<InvitationMade | Refusal> {
    const { charter, directoryKey } = governance;
    if (!charter || directoryKey === undefined) return refusal('the practice has not been reached yet');
    const expires = input.expires === undefined ? now() + DEFAULT_EXPIRES : secondsOf(input.expires);
    if (!(expires > now() && expires <= now() + LONGEST_EXPIRES))
      return refusal('an invitation ends within thirty days');
    if (input.patients?.length === 0) return refusal('no patient was named');
    if ((input.patients?.length ?? 0) > invitedPatients)
      return refusal(`an invitation names at most ${invitedPatients} patients: add the others afterwards`);
    const secret = generateSecretKey();
    const pk = getPublicKey(secret);
    const { expires: _end, ...person } = input;
    // Everything that would stop the change itself is said now, not when somebody has answered.
    const preview = await staffing.preview({ kind: 'add', npub: npubEncode(pk), ...person });
    if (!preview.ok) return preview;
    const content: Invitation = {
      v: 1,
      name: input.name.trim(),
      role: input.role,
      ...(input.permissions && { permissions: input.permissions as Permission[] }),
      ...(input.compartments && { compartments: [...input.compartments] }),
      ...(input.until !== undefined && { until: secondsOf(input.until) }),
      ...(input.patients && { patients: [...input.patients] }),
      made: now(),
    };
    const text = crypto.nip44.encrypt(JSON.stringify(content), hexToBytes(directoryKey) as ConversationKey);
    await publish({ pk, expires, state: 'open' }, text, `invitation: ${content.name}, ${content.role}`);
    const bytes = invitationLinkBytes({
      k: bytesToHex(secret),
      r: context.root,
      a: charter.admins,
      e: expires,
    });
    secret.fill(0);
    return { ok: true, id: pk, token: base64url(bytes), expires: iso(expires) };
  }

  async function withdraw(id: string): Promise<WriteOutcome> {
    if (!mayInvite()) return refusal('only an administrator of the practice withdraws an invitation');
    const item = known().find(({ pk }) => pk === id);
    if (!item) return refusal('this invitation is not known here');
    if (item.closed !== undefined) return refusal('this invitation is closed already');
    await publish(
      { pk: id, expires: item.expires, state: 'withdrawn' },
      item.content,
      `invitation withdrawn: ${item.invitation.name}`,
    );
    return { ok: true, ids: [] };
  }

  async function settle(): Promise<void> {
    if (!mayInvite() || staffing.view().pending?.state === 'waiting') return;
    for (const item of known()) {
      const charter = governance.charter?.id ?? '';
      const [answer] = item.answers;
      if (!answer || item.closed !== undefined || objection(item) !== undefined) continue;
      if (failed.get(item.pk)?.charter === charter) continue;
      const outcome = await staffing.change(joining(item, answer.pubkey));
      if (outcome.ok) return;
      failed.set(item.pk, { charter, reason: outcome.reason });
      notifier.changed('staff');
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  return {
    list,
    ends: () => known().flatMap(({ closed, expires }) => (closed === undefined ? [expires] : [])),
    invite: (input) => inTurn(() => invite(input)),
    withdraw: (id) => inTurn(() => withdraw(id)),
    settle: () => inTurn(settle),
  };
}

function joining({ pk, invitation }: KnownInvitation, pubkey: string): StaffChange {
  const { name, role, permissions, compartments, until, patients } = invitation;
  return {
    kind: 'add',
    npub: npubEncode(pubkey),
    name,
    role,
    ...(permissions && { permissions }),
    ...(compartments && { compartments }),
    ...(until !== undefined && { until: iso(until) }),
    ...(patients && { patients }),
    invitation: pk,
  };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
