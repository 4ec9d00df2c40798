/**
 * Broken glass: the confidential part of one chart for a while, for somebody whose role does not hold its keys. Nobody
 * has keys they may not use, so a colleague's device has to hand them over; that colleague is asked, and answers with
 * one click. Reading only.
 */
import { npubEncode, type VerifiedEvent } from '@keychart/nostr';
import {
  BREAK_GLASS_LIMITS,
  BREAK_GLASS_REQUEST,
  type BreakGlass,
  isAdmin,
  type Member,
  opens,
  opensForAll,
} from '@keychart/protocol';
import type { AuditNote, ConfidentialRequest, PatientId, WriteOutcome } from '../../api/chart.ts';
import { type GlassRequest, glassState, LAPSES_AFTER } from '../../keys/glass-requests.ts';
import { wrapGrant } from '../../keys/wrapping.ts';
import { type Refusal, refusal } from '../../record/compose-record.ts';
import type { EngineContext } from '../state/context.ts';
import type { NamedAccess } from './named-access.ts';

export interface BreakingGlass {
  ask(patientId: PatientId, reason: string, minutes: number): Promise<WriteOutcome>;
  answer(request: string, allowed: boolean): Promise<WriteOutcome>;
  end(request: string): Promise<WriteOutcome>;
  note(request: string): Promise<WriteOutcome>;
  view(): readonly ConfidentialRequest[];
}

export interface GlassParts {
  readonly named: Pick<NamedAccess, 'lend' | 'close'>;
  /** Stores events and sends them, in this order. */
  readonly send: (patientId: PatientId, events: readonly VerifiedEvent[]) => Promise<void>;
  /** What was sent to this login itself is known here at once, relay or not. */
  readonly keep: (events: readonly VerifiedEvent[]) => Promise<void>;
  /** The access log: what happened, in one word, with whom and why. */
  readonly log: (entry: GlassEntry) => Promise<void>;
}

interface GlassEntry {
  readonly action: 'asked' | 'allowed' | 'declined' | 'ended';
  readonly patientId: PatientId;
  readonly reason: string;
  /** Seconds. */
  readonly until?: number;
}

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

const logWords = {
  asked: 'Asked for the confidential part of the chart',
  allowed: 'Allowed a colleague to read the confidential part of the chart',
  declined: 'Declined a request for the confidential part of the chart',
  ended: 'Ended access to the confidential part of the chart',
} as const;

/** As the access log has it. The reason stands where the confidential part is read, and not where the desk reads. */
export function glassNote({ action, patientId, reason, until }: GlassEntry): AuditNote {
  const end = until === undefined ? '' : `, until ${iso(until)}`;
  const why = action === 'allowed' || action === 'declined' ? `: ${reason}` : '';
  return { action: 'break-glass', patientId, confidential: true, detail: `${logWords[action]}${end}${why}` };
}

const DONE: WriteOutcome = { ok: true, ids: [] };

export function breakingGlass(context: EngineContext, parts: GlassParts): BreakingGlass {
  const { governance, me, now, people } = context;

  const holdsSens = (member: Member) => opensForAll(member, 'sens');
  const mayAnswer = (request: GlassRequest) => {
    const member = governance.member(now());
    return member !== undefined && holdsSens(member) && request.by !== me;
  };
  const isAdministrator = () => governance.charter !== undefined && isAdmin(governance.charter, me);
  const stateOf = (request: GlassRequest) => glassState(request, now());

  const present = (): readonly Member[] =>
    (governance.charter?.roster ?? []).filter(
      ({ from, to }) => from <= now() && (to === undefined || now() < to),
    );

  /** Everybody who holds the keys, every administrator, who asked, and this login's other devices. */
  function audience(asker: string): readonly string[] {
    const admins = governance.charter?.admins;
    const told = present().filter((member) => holdsSens(member) || admins?.includes(member.pk));
    return [...new Set([me, asker, ...told.map(({ pk }) => pk)])];
  }

  /** Who can answer this login, by name. */
  const holders = () =>
    present()
      .filter((member) => holdsSens(member) && member.pk !== me)
      .flatMap(({ pk }) => governance.nameOf(pk) ?? []);

  async function say(body: BreakGlass, to: readonly string[]): Promise<VerifiedEvent[]> {
    const at = now();
    const events: VerifiedEvent[] = [];
    for (const pk of to)
      events.push(await wrapGrant({ kind: BREAK_GLASS_REQUEST, content: body, to: pk, at }, context.signer));
    return events;
  }

  function find(id: string): GlassRequest | Refusal {
    return (
      governance.glass().find((request) => request.id === id) ?? refusal('this request is not known here')
    );
  }

  async function ask(patientId: PatientId, reason: string, minutes: number): Promise<WriteOutcome> {
    const member = governance.member(now());
    if (!member || !opens(member, 'clin'))
      return refusal('only those who work with charts can ask for the confidential part');
    if (holdsSens(member)) return refusal('this login reads the confidential part already');
    if (!people.get(patientId)) return refusal('this patient is not known here');
    const words = reason.trim();
    if (words.length < 3) return refusal('a reason is needed: in a few words, why you need to read it now');
    if (words.length > 500) return refusal('the reason is too long: 500 characters at most');
    const seconds = Math.round(minutes * 60);
    const { least, most } = BREAK_GLASS_LIMITS;
    if (!(seconds >= least && seconds <= most))
      return refusal('between 15 minutes and 24 hours can be asked for');
    const open = governance
      .glass()
      .some(
        (request) =>
          request.by === me &&
          request.patientId === patientId &&
          ['asked', 'allowed'].includes(stateOf(request)),
      );
    if (open) return refusal('you have asked for this already');
    const to = audience(me);
    if (to.length < 2) return refusal('nobody in this practice holds these keys');
    const events = await say({ type: 'ask', patient: patientId, reason: words, seconds }, to);
    await parts.send(patientId, events);
    await parts.keep(events);
    await parts.log({ action: 'asked', patientId, reason: words });
    return DONE;
  }

  async function answer(id: string, allowed: boolean): Promise<WriteOutcome> {
    const request = find(id);
    if ('ok' in request) return request;
    if (!mayAnswer(request)) return refusal('this login does not hold the keys that are asked for');
    if (stateOf(request) !== 'asked') return refusal('this request has been answered, or is over');
    const { patientId, reason, seconds, by } = request;
    if (!people.get(patientId)?.index) return refusal('this patient is not known here');
    const asker = governance.charter?.roster.find(({ pk }) => pk === by);
    if (!asker || (asker.to !== undefined && asker.to <= now()))
      return refusal('who asked is not on the staff any more');
    const until = now() + seconds;
    const body: BreakGlass = { type: 'answer', request: id, allowed, ...(allowed && { until }) };
    const events = await say(body, audience(by));
    if (isAdministrator()) events.push(...(await say({ type: 'noted', request: id }, [me])));
    if (allowed) await parts.named.lend(patientId, { pk: by, c: 'sens', until }, events);
    else await parts.send(patientId, events);
    await parts.keep(events);
    await parts.log({
      action: allowed ? 'allowed' : 'declined',
      patientId,
      reason,
      ...(allowed && { until }),
    });
    return DONE;
  }

  async function end(id: string): Promise<WriteOutcome> {
    const request = find(id);
    if ('ok' in request) return request;
    if (request.by !== me && !mayAnswer(request)) return refusal('this is between others');
    if (!['asked', 'allowed'].includes(stateOf(request))) return refusal('this is over already');
    const events = await say({ type: 'end', request: id }, audience(request.by));
    await parts.send(request.patientId, events);
    if (mayAnswer(request))
      await parts.named.close(request.patientId, ({ pk, c }) => pk === request.by && c === 'sens');
    await parts.keep(events);
    await parts.log({ action: 'ended', patientId: request.patientId, reason: request.reason });
    return DONE;
  }

  async function note(id: string): Promise<WriteOutcome> {
    const request = find(id);
    if ('ok' in request) return request;
    const events = await say({ type: 'noted', request: id }, [me]);
    await parts.send(request.patientId, events);
    await parts.keep(events);
    return DONE;
  }

  function view(): readonly ConfidentialRequest[] {
    const nameOf = (pk: string) => governance.nameOf(pk) ?? '';
    return governance.glass().map((request) => {
      const { id, by, patientId, reason, seconds, at, answer: given, endedAt, noted } = request;
      const state = stateOf(request);
      const role = governance.charter?.roster.find(({ pk }) => pk === by)?.role;
      return {
        id,
        patientId,
        by: { npub: npubEncode(by), name: nameOf(by), me: by === me, ...(role && { role }) },
        reason,
        minutes: Math.round(seconds / 60),
        askedAt: iso(at),
        holders: by === me && state === 'asked' ? holders() : [],
        lapsesAt: iso(at + LAPSES_AFTER),
        state,
        ...(given && { answeredBy: nameOf(given.by), answeredAt: iso(given.at) }),
        ...(given?.until !== undefined && { until: iso(Math.min(given.until, endedAt ?? given.until)) }),
        mayAnswer: state === 'asked' && mayAnswer(request),
        mayEnd: ['asked', 'allowed'].includes(state) && (by === me || mayAnswer(request)),
        toNote: isAdministrator() && !noted && by !== me,
      };
    });
  }

  return { ask, answer, end, note, view };
}
