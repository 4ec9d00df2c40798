/** Medicines: formulary, matching of names, interactions, allergies, duplicates. */
export { type Allergy, findAllergy, findAllergyConflicts } from './allergies.ts';
export * from './assess-medicines.ts';
export { type Drug, findDrug, findDrugByRxcui } from './drug.ts';
export { findDuplicates } from './duplicate-therapy.ts';
export { type FormularyDrug, formulary, parseStrength, type Strength } from './formulary.ts';
export { type Ingredient, ingredients } from './ingredient.ts';
export { findInteractions, type PairFinding } from './interactions.ts';
