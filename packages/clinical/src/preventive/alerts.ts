/**
 * All alerts about one patient: visits and screenings that are due, rules over facts, and findings of the other rooms (doses,
 * interactions, allergies, growth), in one list. Each has a key under which it can be dismissed with a reason.
 */
import type { Observation } from '@keychart/fhir';
import { bySeverity, type Finding } from '../finding.ts';
import { type InputProblem, inputProblem } from '../input-problem.ts';
import { type AlertCondition, type AlertFactKind, type AlertRule, alertRules } from './alert-rules.ts';
import { daysBetween, isFullDate } from './calendar.ts';
import { type Done, dueScreenings } from './screenings.ts';
import { wellVisitState } from './well-visits.ts';

/** A fact rules can be about; the fields each rule reads stand in alert-rules.ts. */
export interface AlertFact {
  readonly about: AlertFactKind;
  /** What it was read from, as a FHIR reference: part of the alert's key. */
  readonly reference?: string;
  readonly [field: string]: number | string | boolean | undefined;
}

export interface Alert extends Finding {
  /** The same for the same alert on every device and day, as long as nothing changes: dismissals are kept by it. */
  readonly key: string;
  readonly about?: string;
}

export interface AlertInput {
  /** Full dates. */
  readonly birthDate: string;
  readonly on: string;
  readonly sex?: 'female' | 'male';
  /** Dates of the well visits made. */
  readonly visits?: readonly string[];
  /** Screenings made, by the ids of screening-table.ts. */
  readonly screenings?: readonly Done[];
  /** Risks on record that screenings ask for: `overweight`, `sexually-active`… */
  readonly risks?: readonly string[];
  readonly facts?: readonly AlertFact[];
  /** What other rooms found: doses, interactions, allergies, growth. */
  readonly findings?: readonly Finding[];
}

/** The most severe first. A date that is wrong is a problem that names it. */
export function findAlerts(input: AlertInput): readonly Alert[] | InputProblem {
  const { birthDate, on, sex, visits = [], screenings = [], risks = [], facts = [], findings = [] } = input;
  if (!isFullDate(birthDate)) return inputProblem('birthDate', 'is not a full date');
  if (!isFullDate(on)) return inputProblem('on', 'is not a full date');
  if (on < birthDate) return inputProblem('on', 'is before birth');
  const wrongVisit = visits.findIndex((date) => !isFullDate(date) || date < birthDate);
  if (wrongVisit >= 0) return inputProblem(`visits[${wrongVisit}]`, 'is not a full date after birth');
  const wrongDone = screenings.findIndex(({ date }) => !isFullDate(date));
  if (wrongDone >= 0) return inputProblem(`screenings[${wrongDone}].date`, 'is not a full date');

  const { open, findings: visitFindings } = wellVisitState(birthDate, visits, on);
  const due = dueScreenings({
    birthDate,
    on,
    done: screenings,
    risks,
    ...(sex === undefined ? {} : { sex }),
  });
  return bySeverity([
    ...visitFindings.map((finding) => ({ ...finding, key: `visit:${open?.due}` })),
    ...due.map(({ id, due: since, isOverdue, ...finding }) => ({
      ...finding,
      key: `screening:${id}:${since}`,
    })),
    ...facts.flatMap((fact) => alertOf(fact) ?? []),
    ...findings.map((finding) => ({ ...finding, key: `${finding.kind}:${finding.reason}` })),
  ]);
}

function alertOf(fact: AlertFact): Alert | undefined {
  const rule = alertRules.find(
    (each) => each.about === fact.about && each.where.every((one) => holds(one, fact)),
  );
  if (rule === undefined) return undefined;
  const { id, kind, severity, source } = rule;
  return {
    kind,
    severity,
    reason: fill(rule, fact),
    source,
    key: `${id}:${fact.reference ?? ''}`,
    ...(fact.reference === undefined ? {} : { about: fact.reference }),
  };
}

/** A field that is missing holds for nothing. */
function holds({ field, is, value }: AlertCondition, fact: AlertFact): boolean {
  const given = fact[field];
  if (is === '=') return given === value;
  if (typeof given !== 'number' || typeof value !== 'number') return false;
  return is === '>=' ? given >= value : given < value;
}

const fill = ({ reason }: AlertRule, fact: AlertFact): string =>
  reason.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = fact[field];
    return typeof value === 'number' ? String(Math.round(value * 10) / 10) : String(value ?? 'unknown');
  });

const CRITICAL = ['HH', 'LL', 'AA', 'HU', 'LU'];
const ABNORMAL = ['H', 'L', 'A', 'POS', 'DET', 'R'];

/** The fact of a laboratory result by its interpretation codes; undefined for one that is not flagged. */
export function resultFact(result: Observation, isAcknowledged: boolean, on: string): AlertFact | undefined {
  const codes = (result.interpretation ?? []).flatMap(({ coding = [] }) =>
    coding.map(({ code }) => code ?? ''),
  );
  const flag = codes.some((code) => CRITICAL.includes(code))
    ? 'critical'
    : codes.some((code) => ABNORMAL.includes(code))
      ? 'abnormal'
      : undefined;
  if (flag === undefined) return undefined;
  const date = result.issued ?? result.effectiveDateTime;
  return {
    about: 'result',
    flag,
    acknowledged: isAcknowledged,
    what: result.code?.text ?? result.code?.coding?.[0]?.display ?? 'a result',
    ...(isFullDate(date) ? { daysSince: daysBetween(date, on) } : {}),
    ...(result.id === undefined ? {} : { reference: `Observation/${result.id}` }),
  };
}
