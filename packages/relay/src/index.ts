/** The door of @keychart/relay. */
export { type AuditEntry, canonicalJson, type Detail } from './audit/audit-entry.ts';
export { type AuditLog, openAuditLog, readAuditLog } from './audit/audit-log.ts';
export type { Happening } from './audit/happening.ts';
export { namedInLog } from './audit/named-events.ts';
export { type AuditFault, type AuditReport, verifyAudit } from './audit/verify-audit.ts';
export type { LogEntry } from './hub.ts';
export { defaultLimits, type RelayLimits } from './limits.ts';
export { openPolicy } from './open-policy.ts';
export type { Peer, ReadScope, Refusal, RelayPolicy } from './policy.ts';
export { type PracticeOptions, practicePolicy } from './practice/practice-policy.ts';
export {
  createRelay,
  type PublishResult,
  type Relay,
  type RelayOptions,
  type RelayStats,
} from './relay.ts';
export type { RelayInfo } from './relay-info.ts';
export { openSqliteStore, type SqliteEventStore, type StoredName } from './store/sqlite-store.ts';
export { type EventStore, StoreError } from './store/store.ts';
