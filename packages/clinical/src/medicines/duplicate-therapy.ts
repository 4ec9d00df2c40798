/** Two prescriptions that do the same: one ingredient twice, or two drugs of a class that is given one at a time. */
import { bySeverity, type Severity } from '../finding.ts';
import type { Drug } from './drug.ts';
import { drugClass } from './drug-class.ts';
import { capital, type PairFinding } from './interactions.ts';

const SOURCE = 'Duplicate therapy: same ingredient, or same class by its FDA labels';

/** Classes of which one at a time is enough. Stimulants are low: long- and short-acting ones are often combined on purpose. */
const ONE_AT_A_TIME: Readonly<Record<string, Severity>> = {
  nsaid: 'moderate',
  'h1-antihistamine': 'low',
  ppi: 'moderate',
  'h2-blocker': 'low',
  statin: 'moderate',
  ssri: 'moderate',
  snri: 'moderate',
  tca: 'moderate',
  benzodiazepine: 'moderate',
  opioid: 'moderate',
  'ace-inhibitor': 'moderate',
  arb: 'moderate',
  'beta-blocker': 'moderate',
  'calcium-blocker-dihydropyridine': 'moderate',
  thiazide: 'moderate',
  'loop-diuretic': 'moderate',
  'systemic-corticosteroid': 'moderate',
  saba: 'low',
  laba: 'moderate',
  'leukotriene-antagonist': 'moderate',
  'amphetamine-like': 'low',
  triptan: 'moderate',
  antipsychotic: 'low',
  'z-drug': 'moderate',
  decongestant: 'low',
  'muscle-relaxant': 'low',
  gabapentinoid: 'moderate',
  macrolide: 'moderate',
  penicillin: 'moderate',
  cephalosporin: 'moderate',
  fluoroquinolone: 'moderate',
  'tetracycline-class': 'moderate',
  'azole-antifungal': 'moderate',
  '5ht3-antagonist': 'low',
  sulfonylurea: 'moderate',
  'dpp4-inhibitor': 'moderate',
  'sglt2-inhibitor': 'moderate',
  'glp1-agonist': 'moderate',
  'insulin-long': 'low',
  estrogen: 'low',
  'bladder-antimuscarinic': 'moderate',
  'thyroid-hormone': 'low',
  iron: 'low',
};

/** One finding for each two drugs that double each other. */
export function findDuplicates(drugs: readonly Drug[]): readonly PairFinding[] {
  return bySeverity(
    drugs.flatMap((drug, index) => drugs.slice(index + 1).flatMap((other) => duplicateOf(drug, other) ?? [])),
  );
}

function duplicateOf(drug: Drug, other: Drug): PairFinding | undefined {
  const found = (severity: Severity, reason: string): PairFinding => ({
    kind: 'duplicate-therapy',
    severity,
    between: [drug.text, other.text],
    reason,
    source: SOURCE,
  });
  const same = drug.ingredients.find((one) => other.ingredients.some((two) => two.name === one.name));
  if (same !== undefined)
    return found('moderate', `${capital(same.name)} is in both; count the doses together.`);
  for (const [id, severity] of Object.entries(ONE_AT_A_TIME)) {
    const one = drug.ingredients.find(({ classes }) => classes.has(id));
    const two = other.ingredients.find(({ classes }) => classes.has(id));
    if (one !== undefined && two !== undefined)
      return found(severity, `${capital(one.name)} and ${two.name} are both ${drugClass(id).label}.`);
  }
  return undefined;
}
