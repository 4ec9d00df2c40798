/** Interactions, duplicates and allergies, through the request the command line takes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '../finding.ts';
import { ALLERGY_WORDS, CROSS_REACTIVITY } from './allergy-table.ts';
import { assessMedicines } from './assess-medicines.ts';
import { findDrug, findDrugByRxcui } from './drug.ts';
import { isDrugClass } from './drug-class.ts';
import { formulary } from './formulary.ts';
import { ingredient, ingredients } from './ingredient.ts';
import { INTERACTIONS } from './interaction-table.ts';

const findings = (drugs: string[], allergies: string[] = []) =>
  assessMedicines({ drugs, allergies }).findings ?? [];
const severityOf = (kind: string, drugs: string[], allergies: string[] = []) =>
  findings(drugs, allergies).find((each) => each.kind === kind)?.severity;

describe('tables', () => {
  const cells = (table: string) =>
    table
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((c) => c.trim()));
  const isKnown = (side: string) => isDrugClass(side) || ingredient(side).name === side;

  test('name only classes and ingredients there are, with a severity, a reason and a source', () => {
    for (const table of [INTERACTIONS, CROSS_REACTIVITY]) {
      for (const line of cells(table)) {
        const [one = '', other = '', severity = '', why = '', source = ''] = line;
        expect(line, line.join('|')).toHaveLength(5);
        expect([...one.split(', '), ...other.split(', ')].every(isKnown), one).toBe(true);
        expect(severities).toContain(severity);
        expect(why.endsWith('.') && source !== '', why).toBe(true);
      }
    }
    for (const [, id = ''] of cells(ALLERGY_WORDS)) expect(isDrugClass(id), id).toBe(true);
  });

  test('no two ingredients share a name or a code, and the formulary is made of ingredients', () => {
    const names = ingredients.flatMap(({ name, otherNames }) => [name, ...otherNames]);
    expect(new Set(names).size).toBe(names.length);
    const codes = ingredients.flatMap(({ rxcui }) => rxcui ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^\d+$/.test(code))).toBe(true);
    for (const drug of formulary)
      expect(drug.ingredients.map((name) => ingredient(name).name)).toEqual(drug.ingredients);
    expect(formulary.length).toBeGreaterThanOrEqual(150);
  });
});

describe('names', () => {
  test.each([
    ['Amoxicillin 400 MG/5ML Oral Suspension [Amoxil]', 'amoxicillin'],
    ['AUGMENTIN ES-600', 'amoxicillin + clavulanate'],
    ['clavulanate potassium / amoxicillin', 'amoxicillin + clavulanate'],
    ['tmp-smx', 'trimethoprim + sulfamethoxazole'],
    ['St. John’s Wort', 'st john s wort'],
    ['Sudafed PE', 'phenylephrine'],
    ['Sudafed 30 mg', 'pseudoephedrine'],
    ['Metformin hydrochloride 500 mg', 'metformin'],
  ])('%s is %s', (text, name) => {
    expect(findDrug(text)?.name).toBe(name);
  });

  test('an unknown name is no drug', () => {
    expect(findDrug('blue tablets')).toBeUndefined();
    expect(findDrugByRxcui('723')?.name).toBe('amoxicillin');
    expect(findDrugByRxcui('1')).toBeUndefined();
  });

  test('every generic and brand name is found in any case', () => {
    for (const { name, otherNames } of ingredients)
      for (const each of [name, ...otherNames])
        expect(
          findDrug(each.toUpperCase())?.ingredients.map((one) => one.name),
          each,
        ).toEqual([name]);
  });
});

describe('interactions', () => {
  test.each([
    [['warfarin', 'Bactrim'], 'high'],
    [['Zoloft', 'phenelzine'], 'high'],
    [['simvastatin', 'clarithromycin'], 'high'],
    [['oxycodone', 'Xanax'], 'high'],
    [['lisinopril', 'spironolactone'], 'high'],
    [['allopurinol', 'azathioprine'], 'high'],
    [['Sprintec', 'carbamazepine'], 'high'],
    [['levothyroxine', 'ferrous sulfate'], 'moderate'],
    [['sertraline', 'ibuprofen'], 'low'],
  ] as const)('%j is %s', (drugs, severity) => {
    expect(severityOf('interaction', [...drugs])).toBe(severity);
  });

  test.each([
    [['amoxicillin', 'acetaminophen']],
    [['cetirizine', 'fluticasone']],
    [['albuterol', 'prednisolone']],
    [['azithromycin', 'carbamazepine']],
    [['Percocet']],
  ])('%j has none', (drugs) => {
    expect(findings(drugs)).toEqual([]);
  });

  test('order does not matter, and no drug interacts with itself', () => {
    const name = fc.constantFrom(...ingredients.map((each) => each.name));
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [there, back] = [findings([one, other]), findings([other, one])];
        expect(there.map(({ kind, severity }) => [kind, severity])).toEqual(
          back.map(({ kind, severity }) => [kind, severity]),
        );
        if (one === other) expect(there.every(({ kind }) => kind !== 'interaction')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('duplicates', () => {
  test('one ingredient under two names, two drugs of a class, not two of a combination', () => {
    expect(severityOf('duplicate-therapy', ['Tylenol', 'Norco'])).toBe('moderate');
    expect(severityOf('duplicate-therapy', ['ibuprofen', 'naproxen'])).toBe('moderate');
    expect(severityOf('duplicate-therapy', ['Augmentin'])).toBeUndefined();
  });
});

describe('allergies', () => {
  test.each([
    ['amoxicillin', 'penicillin', 'high'],
    ['Augmentin', 'PCN', 'high'],
    ['cephalexin', 'amoxicillin', 'high'],
    ['ceftriaxone', 'amoxicillin', 'low'],
    ['cefdinir', 'penicillins', 'low'],
    ['cefpodoxime', 'ceftriaxone', 'high'],
    ['aztreonam', 'ceftazidime', 'high'],
    ['aztreonam', 'penicillin', 'info'],
    ['Bactrim', 'sulfa drugs', 'high'],
    ['furosemide', 'sulfa', 'info'],
    ['ibuprofen', 'aspirin', 'high'],
    ['acetaminophen', 'NSAIDs', 'info'],
    ['azithromycin', 'erythromycin', 'moderate'],
    ['oxcarbazepine', 'carbamazepine', 'high'],
    ['lisinopril', 'enalapril', 'high'],
  ])('%s for one allergic to %s: %s', (drug, allergy, severity) => {
    expect(severityOf('allergy', [drug], [allergy])).toBe(severity);
  });

  test('what does not cross-react gives nothing; what is no drug is said to be unchecked', () => {
    expect(severityOf('allergy', ['azithromycin'], ['penicillin'])).toBeUndefined();
    expect(assessMedicines({ drugs: ['amoxicillin'], allergies: ['peanut'] })).toEqual({
      findings: [],
      uncheckedAllergies: ['peanut'],
    });
  });
});

describe('bad input', () => {
  test.each([
    [{}, 'drugs'],
    [{ drugs: [] }, 'drugs'],
    [{ drugs: ['amoxicillin', 7] }, 'drugs[1]'],
    [{ drugs: ['amoxicillin'], allergies: 'penicillin' }, 'allergies'],
    [{ drugs: ['warfarin', 'no such drug'] }, 'drugs[1]'],
  ])('%j names %s', (request, field) => {
    expect(assessMedicines(request)).toMatchObject({ error: { field } });
  });

  test('one unknown drug does not hide what the others do', () => {
    const answer = assessMedicines({ drugs: ['warfarin', 'xyz', 'ibuprofen'] });
    expect(answer.findings?.[0]).toMatchObject({ kind: 'interaction', severity: 'high' });
  });
});

test('an allergy misspelled is asked about, one to a food is named as not checked, no allergy is neither', () => {
  expect(assessMedicines({ drugs: ['amoxicillin'], allergies: ['penicilin'] })).toMatchObject({
    error: { field: 'allergies[0]', message: expect.stringContaining('is penicillin meant?') },
    uncheckedAllergies: ['penicilin'],
  });
  expect(assessMedicines({ drugs: ['amoxicillin'], allergies: ['peanut', 'NKDA', 'none'] })).toEqual({
    findings: [],
    uncheckedAllergies: ['peanut'],
  });
});
