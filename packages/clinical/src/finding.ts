/** What every room of this package finds: why it matters, how much, and on whose authority. */

export const severities = ['info', 'low', 'moderate', 'high'] as const;

/** `high`: stop and look before going on. `moderate`: act or decide. `low`: keep in mind. `info`: for the record. */
export type Severity = (typeof severities)[number];

export interface Finding {
  /** What sort of finding: `interaction`, `allergy`, `dose`, `overdue-visit`… Each room names its own. */
  readonly kind: string;
  readonly severity: Severity;
  /** A sentence for the person who reads it. */
  readonly reason: string;
  /** Where the rule or figure comes from, with its year or edition. */
  readonly source: string;
}

/** The most severe first; equal ones stay in their order. */
export function bySeverity<T extends { readonly severity: Severity }>(findings: readonly T[]): readonly T[] {
  return findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}
