/** Preventive care: well visits, screenings, alerts, and questionnaires with scores. */
export * from './alert-rules.ts';
export * from './alerts.ts';
export { screeningsOf } from './done-screenings.ts';
export { gad7, type Instrument, phq2, phq9, type ScoreBand } from './instruments.ts';
export * from './score-instrument.ts';
export * from './score-questionnaire.ts';
export { type Done, dueScreenings, type Screening, type ScreeningDue, screenings } from './screenings.ts';
export * from './well-visits.ts';
