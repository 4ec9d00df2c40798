/**
 * Alerts as data. A rule is about one kind of fact; the first rule whose conditions all hold for a fact speaks. `{field}` in a
 * reason is filled in from the fact. Figures come in as facts: nothing is measured or computed here.
 */
import type { Severity } from '../finding.ts';

export type AlertFactKind = 'bmi' | 'blood-pressure' | 'result' | 'immunization';

export interface AlertCondition {
  readonly field: string;
  readonly is: '=' | '>=' | '<';
  readonly value: number | string | boolean;
}

export interface AlertRule {
  readonly id: string;
  readonly about: AlertFactKind;
  readonly where: readonly AlertCondition[];
  readonly kind: string;
  readonly severity: Severity;
  readonly reason: string;
  readonly source: string;
}

const at = (field: string, is: AlertCondition['is'], value: AlertCondition['value']): AlertCondition => ({
  field,
  is,
  value,
});

const OBESITY = 'AAP obesity guideline 2023 (Hampl et al., Pediatrics 151:e2022060640)';
const PRESSURE = 'AAP blood pressure guideline 2017 (Flynn et al., Pediatrics 140:e20171904)';
const ADULT_PRESSURE = 'ACC/AHA blood pressure guideline 2017';
const CRITICAL = 'Joint Commission NPSG.02.03.01: critical results are reported in time';
const RESULTS = 'Practice policy: every abnormal result is seen and acknowledged by a person';
const CDC = 'CDC immunization schedule';

export const alertRules: readonly AlertRule[] = [
  // BMI: years, percentile, percentOf95 (percent of the 95th percentile), value (kg/m²).
  {
    id: 'bmi-class-3',
    about: 'bmi',
    where: [at('years', '<', 20), at('percentOf95', '>=', 140)],
    kind: 'bmi-follow-up',
    severity: 'high',
    reason:
      'BMI is {percentOf95} % of the 95th percentile (class 3 obesity): look for complications now, offer treatment including medicine or surgery.',
    source: OBESITY,
  },
  {
    id: 'bmi-class-2',
    about: 'bmi',
    where: [at('years', '<', 20), at('percentOf95', '>=', 120)],
    kind: 'bmi-follow-up',
    severity: 'moderate',
    reason:
      'BMI is {percentOf95} % of the 95th percentile (class 2 obesity): check lipids, glucose and ALT, offer intensive treatment.',
    source: OBESITY,
  },
  {
    id: 'bmi-class-1',
    about: 'bmi',
    where: [at('years', '<', 20), at('percentile', '>=', 95)],
    kind: 'bmi-follow-up',
    severity: 'moderate',
    reason:
      'BMI is at the {percentile} percentile (obesity): offer intensive treatment; from 10 years check lipids, glucose and ALT.',
    source: OBESITY,
  },
  {
    id: 'bmi-overweight',
    about: 'bmi',
    where: [at('years', '<', 20), at('percentile', '>=', 85)],
    kind: 'bmi-follow-up',
    severity: 'low',
    reason:
      'BMI is at the {percentile} percentile (overweight): talk about food, movement and sleep; from 10 years check lipids.',
    source: OBESITY,
  },
  {
    id: 'bmi-underweight',
    about: 'bmi',
    where: [at('years', '<', 20), at('years', '>=', 2), at('percentile', '<', 5)],
    kind: 'bmi-follow-up',
    severity: 'low',
    reason: 'BMI is at the {percentile} percentile (underweight): look at the curve and at intake.',
    source: 'CDC BMI categories',
  },
  {
    id: 'bmi-adult-obesity',
    about: 'bmi',
    where: [at('years', '>=', 20), at('value', '>=', 30)],
    kind: 'bmi-follow-up',
    severity: 'low',
    reason: 'BMI is {value} kg/m² (obesity): offer intensive behavioral treatment.',
    source: 'USPSTF 2018',
  },
  // Blood pressure: stage, years, daysSince (the measurement), visits (in a row at this stage or above).
  {
    id: 'bp-stage-2-late',
    about: 'blood-pressure',
    where: [at('stage', '=', 'stage2'), at('daysSince', '>=', 8)],
    kind: 'bp-follow-up',
    severity: 'high',
    reason:
      'Blood pressure was stage 2, {daysSince} days ago, and has not been measured since; it should have been within a week.',
    source: PRESSURE,
  },
  {
    id: 'bp-stage-2',
    about: 'blood-pressure',
    where: [at('stage', '=', 'stage2')],
    kind: 'bp-follow-up',
    severity: 'high',
    reason: 'Blood pressure is stage 2: measure again within a week or refer; with symptoms, emergency care.',
    source: PRESSURE,
  },
  {
    id: 'bp-stage-1-confirmed',
    about: 'blood-pressure',
    where: [at('stage', '=', 'stage1'), at('visits', '>=', 3)],
    kind: 'bp-follow-up',
    severity: 'high',
    reason:
      'Blood pressure was stage 1 at {visits} visits: confirm with ambulatory measurement, look for a cause, begin treatment.',
    source: PRESSURE,
  },
  {
    id: 'bp-stage-1-late',
    about: 'blood-pressure',
    where: [at('stage', '=', 'stage1'), at('daysSince', '>=', 15)],
    kind: 'bp-follow-up',
    severity: 'moderate',
    reason:
      'Blood pressure was stage 1, {daysSince} days ago, and has not been measured since; it should have been within 2 weeks.',
    source: PRESSURE,
  },
  {
    id: 'bp-stage-1',
    about: 'blood-pressure',
    where: [at('stage', '=', 'stage1')],
    kind: 'bp-follow-up',
    severity: 'moderate',
    reason: 'Blood pressure is stage 1: measure again in 1 to 2 weeks.',
    source: PRESSURE,
  },
  {
    id: 'bp-elevated-late',
    about: 'blood-pressure',
    where: [at('stage', '=', 'elevated'), at('daysSince', '>=', 184)],
    kind: 'bp-follow-up',
    severity: 'moderate',
    reason:
      'Blood pressure was elevated, {daysSince} days ago, and has not been measured since; it should have been within 6 months.',
    source: PRESSURE,
  },
  {
    id: 'bp-elevated-adult',
    about: 'blood-pressure',
    where: [at('stage', '=', 'elevated'), at('years', '>=', 18)],
    kind: 'bp-follow-up',
    severity: 'low',
    reason: 'Blood pressure is elevated: talk about habits, measure again in 3 to 6 months.',
    source: ADULT_PRESSURE,
  },
  {
    id: 'bp-elevated',
    about: 'blood-pressure',
    where: [at('stage', '=', 'elevated')],
    kind: 'bp-follow-up',
    severity: 'low',
    reason: 'Blood pressure is elevated: talk about habits, measure again in 6 months.',
    source: PRESSURE,
  },
  // Results: what, flag (critical or abnormal), acknowledged, daysSince.
  {
    id: 'result-critical',
    about: 'result',
    where: [at('acknowledged', '=', false), at('flag', '=', 'critical')],
    kind: 'result-unacknowledged',
    severity: 'high',
    reason: 'Critical result that nobody has acknowledged: {what}.',
    source: CRITICAL,
  },
  {
    id: 'result-abnormal-late',
    about: 'result',
    where: [at('acknowledged', '=', false), at('flag', '=', 'abnormal'), at('daysSince', '>=', 3)],
    kind: 'result-unacknowledged',
    severity: 'high',
    reason: 'Abnormal result that nobody has acknowledged for {daysSince} days: {what}.',
    source: RESULTS,
  },
  {
    id: 'result-abnormal',
    about: 'result',
    where: [at('acknowledged', '=', false), at('flag', '=', 'abnormal')],
    kind: 'result-unacknowledged',
    severity: 'moderate',
    reason: 'Abnormal result that nobody has acknowledged: {what}.',
    source: RESULTS,
  },
  // Immunizations: vaccine (in words), status (due or overdue), since (date).
  {
    id: 'immunization-overdue',
    about: 'immunization',
    where: [at('status', '=', 'overdue')],
    kind: 'immunization-due',
    severity: 'moderate',
    reason: 'Overdue: {vaccine}, since {since}.',
    source: CDC,
  },
  {
    id: 'immunization-due',
    about: 'immunization',
    where: [at('status', '=', 'due')],
    kind: 'immunization-due',
    severity: 'low',
    reason: 'Due: {vaccine}, since {since}.',
    source: CDC,
  },
];
