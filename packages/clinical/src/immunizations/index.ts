/** Immunizations: a schedule as data, an evaluator and a forecaster after CDC's CDSi logic specification 4.6. */
export { builtInSchedule } from './built-in/built-in-schedule.ts';
export { parsePeriod } from './calendar-date.ts';
export * from './forecast-immunizations.ts';
export * from './forecast-record.ts';
export * from './match-vaccine-text.ts';
export { type PreparedSchedule, prepareSchedule } from './prepared-schedule.ts';
export type { ImmunizationRequest, RequestDose } from './read-request.ts';
export * from './read-schedule.ts';
export type * from './schedule.ts';
export * from './schedule-difference.ts';
export * from './schedule-overlay.ts';
export * from './vaccine-products.ts';
