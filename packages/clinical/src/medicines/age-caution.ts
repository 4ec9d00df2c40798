/** Drugs that are forbidden or dangerous below an age, whatever the dose. */
import type { Finding, Severity } from '../finding.ts';
import type { Drug } from './drug.ts';
import { isDrugClass } from './drug-class.ts';
import { capital } from './interactions.ts';

/** class or ingredient | below this age in days | severity | why | source */
const TABLE = `
codeine | 4382 | high | some children turn it into too much morphine and stop breathing; forbidden under 12 years, and under 18 after tonsillectomy. | FDA safety communication 2017
codeine | 6573 | moderate | forbidden under 18 years after tonsillectomy, and not for 12 to 18 years with obesity, sleep apnea or lung disease; some stop breathing. | FDA safety communication 2017
tramadol | 4382 | high | some children turn it into too much of its active form and stop breathing; forbidden under 12 years, and under 18 after tonsillectomy. | FDA safety communication 2017
tramadol | 6573 | moderate | forbidden under 18 years after tonsillectomy, and not for 12 to 18 years with obesity, sleep apnea or lung disease; some stop breathing. | FDA safety communication 2017
macrolide | 42 | moderate | pyloric stenosis is more common after it under 6 weeks; watch for vomiting. | FDA labels, azithromycin, erythromycin; AAP Red Book 2024
propylthiouracil | 6573 | high | liver failure in children; only when nothing else can be given. | FDA boxed warning, propylthiouracil
lidocaine | 1095 | high | not for teething: convulsions and heart block after swallowing it under 3 years. | FDA safety communication 2014
serotonin-reuptake-inhibitor | 9131 | low | suicidal thoughts are more common under 25 years, most in the first weeks; watch for them. | FDA boxed warning, antidepressants
tca | 9131 | low | suicidal thoughts are more common under 25 years, most in the first weeks; watch for them. | FDA boxed warning, antidepressants
promethazine | 730 | high | it can stop breathing under 2 years; forbidden. | FDA boxed warning, promethazine
loperamide | 730 | high | it can stop breathing and the heart under 2 years; forbidden. | FDA label, loperamide
aspirin | 6939 | high | risk of Reye syndrome with influenza or chickenpox; only for the few diseases that need it. | FDA (21 CFR 201.314)
bismuth subsalicylate | 4382 | high | a salicylate: risk of Reye syndrome with influenza or chickenpox; not under 12 years. | FDA label, bismuth subsalicylate
benzocaine | 730 | high | methemoglobinemia; not for the mouth under 2 years. | FDA safety communication 2018
ceftriaxone | 29 | high | in newborns it displaces bilirubin and forms crystals with calcium; forbidden with jaundice, prematurity or calcium by vein. | FDA label, ceftriaxone
sulfonamide-antibiotic | 59 | high | it displaces bilirubin in the first 2 months; forbidden. | FDA label, sulfamethoxazole–trimethoprim
nitrofurantoin | 29 | high | hemolysis in the first month; forbidden. | FDA label, nitrofurantoin
tetracycline-class | 2920 | moderate | it stains teeth under 8 years; doxycycline for 3 weeks or less is an exception. | AAP Red Book 2024
fluoroquinolone | 6573 | low | not a first choice under 18 years: joints and tendons. | AAP 2016 (Pediatrics 138:e20162706)
ibuprofen | 180 | high | not studied under 6 months; kidneys and bleeding. | FDA label, ibuprofen
acetaminophen | 84 | moderate | fever under 12 weeks needs an examination before it is treated. | AAP dosing table 2022
diphenhydramine | 730 | high | sedation and convulsions under 2 years; forbidden in newborns. | FDA label, diphenhydramine
h1-sedating | 730 | moderate | sedation or agitation under 2 years; not for colds. | FDA safety communication 2008
decongestant | 1459 | high | convulsions and fast heart; not for coughs and colds under 4 years. | FDA 2008; labels
dextromethorphan | 1459 | moderate | not for coughs and colds under 4 years. | FDA 2008; labels
guaifenesin | 730 | moderate | not for coughs and colds under 2 years. | FDA safety communication 2008
benzonatate | 3650 | high | deaths after swallowing it under 10 years. | FDA safety communication 2010
metoclopramide | 365 | moderate | movement disorders are more common in infants. | FDA label, metoclopramide
valproic acid | 730 | high | fatal liver failure is most common under 2 years. | FDA boxed warning, valproate
montelukast | 180 | moderate | not studied under 6 months. | FDA label, Singulair
isotretinoin | 4382 | moderate | not studied under 12 years. | FDA label, isotretinoin
hydrocodone | 6573 | moderate | for cough not under 18 years; for pain only when nothing else will do. | FDA safety communication 2018
ketorolac | 6207 | moderate | by mouth not studied under 17 years. | FDA label, ketorolac
propranolol | 35 | moderate | not studied under 5 weeks. | FDA label, Hemangeol
`;

const cautions = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [what = '', below = '', severity = '', why = '', source = ''] = line
      .split('|')
      .map((c) => c.trim());
    return { what, below: Number(below), severity: severity as Severity, why, source };
  });

/** What speaks against giving the drug at that age. */
export function findAgeCautions({ ingredients }: Drug, ageDays: number): readonly Finding[] {
  return ingredients.flatMap(({ name, classes }) => {
    const found = cautions.find(
      ({ what, below }) => ageDays < below && (isDrugClass(what) ? classes.has(what) : what === name),
    );
    if (found === undefined) return [];
    const { severity, why, source } = found;
    return [{ kind: 'age-caution', severity, reason: `${capital(name)}: ${why}`, source }];
  });
}
