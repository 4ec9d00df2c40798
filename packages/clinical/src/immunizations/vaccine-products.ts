/** stub */
export const knownVaccine = (_code: string): boolean => false;
