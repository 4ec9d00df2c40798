/** Medicines: formulary, matching of names, interactions, allergies, duplicates, doses. */
export { findAgeCautions } from './age-caution.ts';
export { type Allergy, findAllergy, findAllergyConflicts } from './allergies.ts';
export * from './assess-medicines.ts';
export * from './calculate-dose.ts';
export { checkDose, type DoseFinding, type DoseVerdict } from './check-dose.ts';
export { type Drug, findDrug, findDrugByRxcui } from './drug.ts';
export { findDuplicates } from './duplicate-therapy.ts';
export { type FormularyDrug, formulary, formularyDrug, parseStrength, type Strength } from './formulary.ts';
export { type Ingredient, ingredients } from './ingredient.ts';
export { findInteractions, type PairFinding } from './interactions.ts';
export * from './read-medication.ts';
export * from './rxnorm-release.ts';
