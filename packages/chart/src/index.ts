/** The encrypted record: FHIR in, FHIR out. What it stands on is in `keys`, `record`, `engine` and `store`. */
export type * from './api/chart.ts';
export type { ChartExtras } from './api/extras.ts';
export { type ChartCrypto, plainCrypto } from './crypto.ts';
export { type Founding, type FoundingStaff, foundPractice } from './founding.ts';
export { type OpenChartOptions, openChart } from './open-chart.ts';
export {
  type AuditTrailEntry,
  verifyAuditTrail,
} from './record/audit-trail.ts';
export { type AdminChange, changeAdmins, succeedRoot } from './root-change.ts';
export { memoryStore, type Store, WrongKeyError } from './store/index.ts';
