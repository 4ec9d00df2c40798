/** FHIR R4: types, validation, references, dates, bundles. Pure: no platform, no I/O. */
export { isKnownResourceType, isR4ResourceType } from './definition-table.ts';
export { MAX_DEPTH } from './depth.ts';
export * from './display.ts';
export { type ExportOptions, exportBundle } from './export-bundle.ts';
export * from './fhir-date.ts';
export type { SkippedEntry } from './import-candidates.ts';
export { linkPatients } from './link-patients.ts';
export * from './outcome.ts';
export { namedOwner } from './patient-of.ts';
export {
  type ImportOptions,
  type ImportPlan,
  type PatientImport,
  planImport,
} from './plan-import.ts';
export {
  MAX_FILE_BYTES,
  type ReadBundle,
  type ReadLimits,
  type ReadResource,
  readBundle,
} from './read-bundle.ts';
export { recordDate } from './record-date.ts';
export * from './reference.ts';
export type * from './types.ts';
export { isValid, validate } from './validate.ts';
export { checkXhtml } from './xhtml.ts';
export { dateTimeIn, foreignZoneName, instantAt } from './zone-clock.ts';
