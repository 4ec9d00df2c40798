/** Calculators: kidney function, body surface, corrected QT, vital signs by age, units. */
export * from './convert-unit.ts';
