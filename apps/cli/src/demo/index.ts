/** The made-up practice behind `keychart demo`. */
export { generateDemo } from './demo-practice.ts';
export type * from './types.ts';
