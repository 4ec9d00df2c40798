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
  for (const { sides, severity, why, source } of rules) {
    for (const one of drug.ingredients) {
      for (const two of other.ingredients) {
        if (one.name === two.name || !isPair(one, two, sides)) continue;
        const reason = `${capital(one.name)} with ${two.name}: ${why}`;
        return { kind: 'interaction', severity, between: [drug.text, other.text], reason, source };
      }
    }
  }
  return undefined;
}

const isPair = (one: Ingredient, two: Ingredient, [left, right]: Rule['sides']): boolean =>
  (isOn(one, left) && isOn(two, right)) || (isOn(two, left) && isOn(one, right));

/** Is the ingredient named on this side of a rule, itself or by one of its classes? */
const isOn = ({ name, classes }: Ingredient, side: readonly string[]): boolean =>
  side.some((each) => (isDrugClass(each) ? classes.has(each) : each === name));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
