/** Molar masses in g/mol (IUPAC standard atomic weights) of what laboratories report as mass or as amount. */
export const MOLAR_MASS = {
  bilirubin: 584.66,
  calcium: 40.078,
  cholesterol: 386.65,
  creatinine: 113.12,
  iron: 55.845,
  glucose: 180.156,
  lead: 207.2,
  magnesium: 24.305,
  phosphorus: 30.974,
  /** By convention, as triolein. */
  triglycerides: 885.4,
  urate: 168.11,
  urea: 60.056,
  /** Two nitrogens of a molecule of urea. */
  ureaNitrogen: 28.014,
  vitaminD25Hydroxy: 400.64,
} as const;
