/** Terminologies: ICD-10-CM with search and import, LOINC codes in use, SNOMED CT identifiers. Tables load when asked for. */
export { buildCodeIndex, type CodeEntry, type CodeHit, type CodeIndex } from './code-index.ts';
export * from './icd10.ts';
export * from './loinc.ts';
export { type OrderFile, readOrderFile } from './order-file.ts';
export { parseSctid, type Sctid, SNOMED_SYSTEM } from './sctid.ts';
