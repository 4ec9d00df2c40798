/** The wire: kinds, keys, governance and records of Keychart as pure functions over Nostr events. */
export * from './audit-head.ts';
export * from './break-glass.ts';
export * from './channel-access.ts';
export * from './charter.ts';
export * from './compartments.ts';
export * from './connection.ts';
export * from './family-entry.ts';
export * from './grants.ts';
export * from './invitation.ts';
export {
  combineShares,
  describeShare,
  findShares,
  type KeyShare,
  type SheetKey,
  splitKey,
} from './key-share.ts';
export * from './kinds.ts';
export * from './pair-key.ts';
export * from './patient-index.ts';
export { type Policies, whyNotPolicies } from './policies.ts';
export { policyBounds, policyDefaults } from './policy-bounds.ts';
export * from './record.ts';
export * from './roles.ts';
export { namedServices, type Service, type ServiceScope, serviceScopes, services } from './services.ts';
export type { Parsed } from './shapes.ts';
export * from './staff-change.ts';
export * from './staff-directory.ts';
export * from './survivors.ts';
