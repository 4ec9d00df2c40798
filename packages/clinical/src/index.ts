/** Clinical rules: FHIR or plain numbers in, findings out. Pure; knows no screen and no store. */
export * from './age-text.ts';
export * from './finding.ts';
export * from './input-problem.ts';
export * from './plausibility.ts';
export * from './read-vitals.ts';
export * from './unit-conversion.ts';
export * from './vital-observations.ts';
export * from './vital-signs.ts';
