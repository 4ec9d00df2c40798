/** Calculators: kidney function, body surface, corrected QT, vital signs by age, units. */
export * from './body-surface.ts';
export * from './convert-quantity.ts';
export * from './convert-unit.ts';
export * from './corrected-qt.ts';
export * from './kidney-function.ts';
export * from './vital-ranges.ts';
