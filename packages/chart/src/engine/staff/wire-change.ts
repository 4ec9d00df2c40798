/** A change of the staff as screens ask for it, as the wire has it: keys out of npubs, seconds out of dates. Pure. */
import { parseNpub } from '@keychart/nostr';
import { type Permission, permissions, roles, type StaffChange as WireChange } from '@keychart/protocol';
import type { StaffChange } from '../../api/chart.ts';

/** Names what is wrong with what was asked for. */
export function wireChange(wanted: StaffChange): WireChange | { reason: string } {
  if (wanted.kind === 'renew' || wanted.kind === 'policies') return wanted as WireChange;
  const pk = parseNpub(wanted.npub);
  if (typeof pk !== 'string') return { reason: pk.error };
  if (wanted.kind === 'replace') {
    const by = parseNpub(wanted.by);
    return typeof by === 'string' ? { kind: 'replace', pk, by } : { reason: by.error };
  }
  if (wanted.kind !== 'add' && wanted.kind !== 'change') return { kind: wanted.kind, pk };
  if (wanted.name.trim() === '') return { reason: 'a person on the staff needs a name' };
  const role: string = wanted.role;
  if (!roles.some((each) => each === role)) return { reason: `there is no role called ${role}` };
  const unknown = wanted.permissions?.find((each) => !permissions.some((known) => known === each));
  if (unknown !== undefined) return { reason: `there is no permission called ${unknown}` };
  const until = wanted.until === undefined ? undefined : Math.floor(Date.parse(wanted.until) / 1000);
  if (Number.isNaN(until)) return { reason: `the end of the access is not a date: ${wanted.until}` };
  return {
    kind: wanted.kind,
    pk,
    role: wanted.role,
    ...(wanted.permissions && { permissions: wanted.permissions as readonly Permission[] }),
    ...(wanted.compartments && { compartments: wanted.compartments }),
    ...(until !== undefined && { until }),
    ...(wanted.patients && { named: true }),
    ...(wanted.noHistory === true && { noHistory: true }),
  };
}

/** For the outbox. */
export function labelOf(change: StaffChange): string {
  switch (change.kind) {
    case 'add':
      return `add ${change.name}`;
    case 'change':
      return `change ${change.name}`;
    case 'renew':
      return 'new keys';
    case 'policies':
      return 'policies';
    default:
      return change.kind;
  }
}
