/** What families were granted, without its keys once their time is over here; that there was something stays known. */
import { GUARDIAN_GRANT, PATIENT_KEYRING, parseGuardianGrant, parsePatientKeyring } from '@keychart/protocol';
import type { StoredGrant } from './stored-grant.ts';

/** `undefined`: not a family's. */
export function parseFamilyGrant({ kind, content }: StoredGrant) {
  if (kind === PATIENT_KEYRING) return parsePatientKeyring(content);
  return kind === GUARDIAN_GRANT ? parseGuardianGrant(content) : undefined;
}

/** The grants about these patients lose their keys. */
export function emptyGrants(grants: Map<string, StoredGrant>, ids: readonly string[]): void {
  for (const grant of grants.values()) {
    const parsed = parseFamilyGrant(grant);
    if (!parsed?.ok || !ids.includes(parsed.value.id) || parsed.value.keys.length === 0) continue;
    const content = JSON.stringify({ ...parsed.value, keys: [] });
    grants.set(grant.wrapId, { ...grant, content, emptied: true });
  }
}

/** The grant is about a patient this key reads at that time: a clock set far ahead made the device forget too soon. */
export function isOfFamily(
  grant: StoredGrant,
  family: readonly { readonly id: string; readonly until?: number }[],
  at: number,
): boolean {
  const parsed = parseFamilyGrant(grant);
  return family.some(
    ({ id, until }) => parsed?.ok && id === parsed.value.id && (until === undefined || at < until),
  );
}
