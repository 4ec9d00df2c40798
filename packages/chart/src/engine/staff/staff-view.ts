/** The staff as a screen shows it: who is on the list, who was, and what waits to be approved. */
import { npubEncode } from '@keychart/nostr';
import {
  type Charter,
  type CharterChain,
  charterInForce,
  compartmentsOf,
  isAdmin,
  type Member,
  namedReadersOf,
  permissionsOf,
  renewalDue,
} from '@keychart/protocol';
import type { Policies, StaffMember, StaffProposal, StaffView } from '../../api/chart.ts';
import type { Proposal } from '../../keys/proposals.ts';
import type { EngineContext } from '../state/context.ts';

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

export function staffView(
  context: EngineContext,
  chain: CharterChain,
  at: number,
): Pick<StaffView, 'members' | 'former' | 'renewalDue' | 'proposals'> {
  const { governance, me } = context;
  const current = charterInForce(chain);
  const name = (pk: string) => governance.nameOf(pk) ?? '';
  const state = ({ from, to }: Member): StaffMember['state'] => {
    if (to !== undefined && to <= at) return 'ended';
    return from > at ? 'upcoming' : 'active';
  };
  const members = current.roster.map((member) => ({
    npub: npubEncode(member.pk),
    name: name(member.pk),
    role: member.role,
    permissions: permissionsOf(member),
    compartments: compartmentsOf(member),
    from: iso(member.from),
    ...(member.to !== undefined && { until: iso(member.to) }),
    state: state(member),
    admin: isAdmin(current, member.pk),
    me: member.pk === me,
    ...(member.named && { patients: patientsOf(context, member.pk) }),
  }));
  const proposals = governance.proposals().map((proposal) => proposalView(proposal, current, me, name));
  return { members, former: formerStaff(chain, name), renewalDue: renewalDue(chain, at), proposals };
}

function patientsOf(context: EngineContext, pk: string): NonNullable<StaffMember['patients']> {
  const known = context.people.all().flatMap(({ id, index }) => {
    const line = index && namedReadersOf(index).find((entry) => entry.pk === pk && entry.c === undefined);
    return line ? [{ patientId: id, ...(line.until !== undefined && { until: iso(line.until) }) }] : [];
  });
  // Not as they arrived, which is another order on every device.
  return known.sort((a, b) => (a.patientId < b.patientId ? -1 : 1));
}

function proposalView(
  { charter, approvedBy }: Proposal,
  current: Charter,
  me: string,
  name: (pk: string) => string,
): StaffProposal {
  const line = (kind: 'added' | 'removed' | 'changed', { pk, role }: Member) => ({
    kind,
    npub: npubEncode(pk),
    name: name(pk),
    role,
  });
  const before = new Map(current.roster.map((member) => [member.pk, member]));
  const after = new Map(charter.roster.map((member) => [member.pk, member]));
  const changes = [
    ...charter.roster.flatMap((member) => {
      const known = before.get(member.pk);
      if (!known) return [line('added', member)];
      return JSON.stringify(known) === JSON.stringify(member) ? [] : [line('changed', member)];
    }),
    ...current.roster.filter(({ pk }) => !after.has(pk)).map((member) => line('removed', member)),
  ];
  const policies = JSON.stringify(charter.policies) !== JSON.stringify(current.policies);
  return {
    id: charter.id,
    ...(policies && { policies: (charter.policies ?? {}) as Policies }),
    by: name(charter.author),
    at: iso(charter.createdAt),
    approvals: approvedBy.length,
    needed: current.approvals,
    mayApprove: isAdmin(current, me) && charter.author !== me && !approvedBy.includes(me),
    changes,
    renewed: Object.entries(charter.compartments)
      .filter(([c, { epoch }]) => epoch !== current.compartments[c]?.epoch)
      .map(([c]) => c),
  };
}

function formerStaff(chain: CharterChain, name: (pk: string) => string): StaffView['former'] {
  const present = new Set(charterInForce(chain).roster.map(({ pk }) => pk));
  const last = new Map<string, { member: Member; until: number }>();
  for (const [i, charter] of chain.entries()) {
    const next = chain[i + 1];
    for (const member of charter.roster) {
      if (present.has(member.pk)) continue;
      last.set(member.pk, { member, until: Math.min(member.to ?? Infinity, next?.createdAt ?? Infinity) });
    }
  }
  return [...last.values()]
    .sort((a, b) => b.until - a.until)
    .map(({ member, until }) => ({
      npub: npubEncode(member.pk),
      name: name(member.pk),
      role: member.role,
      from: iso(member.from),
      until: iso(until),
    }));
}
