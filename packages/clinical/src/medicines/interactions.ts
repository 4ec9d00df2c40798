/**
 * Interactions between the drugs of one patient, by pairs of classes. The high-priority list follows the consensus for the
 * Office of the National Coordinator (Phansalkar et al. 2012); the others come from labels. Says nothing about dose or route.
 */
import { bySeverity, type Finding, type Severity, severities } from '../finding.ts';
import type { Drug } from './drug.ts';
import { isDrugClass } from './drug-class.ts';
import type { Ingredient } from './ingredient.ts';
import { INTERACTIONS } from './interaction-table.ts';

export interface PairFinding extends Finding {
  /** The two names as they were given; of an allergy, the drug first. */
  readonly between: readonly [string, string];
}

interface Rule {
  readonly sides: readonly [readonly string[], readonly string[]];
  readonly severity: Severity;
  readonly why: string;
  readonly source: string;
}

const ONC = 'ONC high-priority drug–drug interactions (Phansalkar et al., J Am Med Inform Assoc 2012;19:735)';

const rules: readonly Rule[] = INTERACTIONS.trim()
  .split('\n')
  .map((line): Rule => {
    const [one = '', other = '', severity = '', why = '', source = ''] = line.split('|').map((c) => c.trim());
    return {
      sides: [one.split(', '), other.split(', ')],
      severity: severity as Severity,
      why,
      source:
        source === 'ONC' ? ONC : source.replace(/^label of/, 'FDA labels of').replace(/^label/, 'FDA label,'),
    };
  })
  // Of several rules for one pair the first one holds: the most severe, in the order of the table.
  .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));

/** The most severe interaction of each two drugs; two names of one ingredient are no interaction (duplicate-therapy.ts). */
export function findInteractions(drugs: readonly Drug[]): readonly PairFinding[] {
  return bySeverity(
    drugs.flatMap((drug, index) =>
      drugs.slice(index + 1).flatMap((other) => interactionOf(drug, other) ?? []),
    ),
  );
}

function interactionOf(drug: Drug, other: Drug): PairFinding | undefined {
  let first: { at: number; one: Ingredient; two: Ingredient } | undefined;
  for (const one of drug.ingredients) {
    for (const two of other.ingredients) {
      if (one.name === two.name) continue;
      const at = Math.min(firstRule(one, two), firstRule(two, one));
      if (at < (first?.at ?? rules.length)) first = { at, one, two };
    }
  }
  if (first === undefined) return undefined;
  const { severity, why, source } = rules[first.at]!;
  const reason = `${capital(first.one.name)} with ${first.two.name}: ${why}`;
  return { kind: 'interaction', severity, between: [drug.text, other.text], reason, source };
}

/** The first rule with one ingredient on its left and the other on its right; the number of rules where there is none. */
function firstRule(left: Ingredient, right: Ingredient): number {
  const onRight = rulesOfSide(right)[1];
  return rulesOfSide(left)[0].find((at) => onRight.includes(at)) ?? rules.length;
}

const found = new WeakMap<Ingredient, readonly [left: readonly number[], right: readonly number[]]>();

/** The rules that have the ingredient on their left and on their right, itself or by one of its classes. */
function rulesOfSide(of: Ingredient): readonly [left: readonly number[], right: readonly number[]] {
  const known = found.get(of);
  if (known !== undefined) return known;
  const on = (side: 0 | 1) => rules.flatMap(({ sides }, at) => (isOn(of, sides[side]) ? [at] : []));
  const both = [on(0), on(1)] as const;
  found.set(of, both);
  return both;
}

const isOn = ({ name, classes }: Ingredient, side: readonly string[]): boolean =>
  side.some((each) => (isDrugClass(each) ? classes.has(each) : each === name));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
