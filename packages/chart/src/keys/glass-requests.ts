/**
 * Requests for the confidential part of one chart, as the gift wraps that reached this key tell them: who asked, who
 * answered, whether it is over. What somebody says who was not entitled to say it is left out.
 */
import {
  BREAK_GLASS_REQUEST,
  type CharterChain,
  memberAt,
  opens,
  opensForAll,
  parseBreakGlass,
} from '@keychart/protocol';
import type { StoredGrant } from './stored-grant.ts';

export interface GlassRequest {
  /** Id of the rumor that asked. */
  readonly id: string;
  /** Public key of who asks. */
  readonly by: string;
  readonly patientId: string;
  readonly reason: string;
  /** From the answer on. */
  readonly seconds: number;
  /** Seconds. */
  readonly at: number;
  readonly answer?: {
    readonly by: string;
    readonly at: number;
    readonly allowed: boolean;
    readonly until?: number;
  };
  /** Given back, or taken back, before its time. */
  readonly endedAt?: number;
  /** This administrator has taken note. */
  readonly noted: boolean;
}

/** A question nobody has answered is none any more after a day. */
export const LAPSES_AFTER = 86_400;

export type GlassState = 'asked' | 'allowed' | 'declined' | 'ended' | 'lapsed';

export function glassState({ at, answer, endedAt }: GlassRequest, now: number): GlassState {
  if (!answer) return endedAt !== undefined ? 'ended' : now >= at + LAPSES_AFTER ? 'lapsed' : 'asked';
  if (!answer.allowed) return 'declined';
  return endedAt !== undefined || (answer.until ?? 0) <= now ? 'ended' : 'allowed';
}

/** The latest question first. */
export function glassRequests(
  grants: readonly StoredGrant[],
  chain: CharterChain,
  me: string,
): readonly GlassRequest[] {
  const said = grants
    .filter(({ kind }) => kind === BREAK_GLASS_REQUEST)
    .flatMap((grant) => {
      const parsed = parseBreakGlass(grant.content);
      return parsed.ok ? [{ ...grant, body: parsed.value }] : [];
    })
    .sort((a, b) => a.at - b.at || (a.wrapId < b.wrapId ? -1 : 1));
  const requests = new Map<string, GlassRequest>();
  for (const { body, rumor, sender, at } of said) {
    if (body.type !== 'ask' || rumor === undefined || requests.has(rumor)) continue;
    const member = memberAt(chain, sender, at);
    if (!member || !opens(member, 'clin') || opensForAll(member, 'sens')) continue;
    const { patient: patientId, reason, seconds } = body;
    requests.set(rumor, { id: rumor, by: sender, patientId, reason, seconds, at, noted: false });
  }
  for (const { body, sender, at } of said) {
    const known = body.type === 'ask' ? undefined : requests.get(body.request);
    if (!known || body.type === 'ask') continue;
    const member = memberAt(chain, sender, at);
    const holds = member !== undefined && opensForAll(member, 'sens');
    if (body.type === 'noted' && sender === me) requests.set(known.id, { ...known, noted: true });
    if (body.type === 'end' && (holds || sender === known.by) && known.endedAt === undefined)
      requests.set(known.id, { ...known, endedAt: at });
    // Two may answer at once: keys handed over are handed over, whatever the other said.
    if (body.type === 'answer' && holds && sender !== known.by && !known.answer?.allowed) {
      const { allowed, until } = body;
      const answer = { by: sender, at, allowed, ...(until !== undefined && { until }) };
      if (allowed || !known.answer) requests.set(known.id, { ...known, answer });
    }
  }
  return [...requests.values()].sort((a, b) => b.at - a.at);
}
