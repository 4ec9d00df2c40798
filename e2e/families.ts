/** People of the made-up practice that the stories are about, each named once. Who they are: `apps/cli/src/demo`. */

export const staff = {
  doctor: 'Dr. Mireille Vega',
  otherDoctor: 'Dr. Obadiah Stone',
  nurse: 'Priya Fernwood, RN',
  frontDesk: 'Benno Ash',
} as const;

/** One guardian, two children: what is written about one must never show under the other. */
export const vandermeer = {
  guardian: 'Gia Castellano',
  first: 'Bas Vandermeer',
  second: 'Juno Vandermeer',
} as const;

/** One guardian, one child. */
export const brightwater = { guardian: 'Ernestine Brightwater', child: 'Elias Brightwater' } as const;

/** The longest chart of the demo. */
export const holloway = { guardian: 'Desmond Holloway', child: 'Ezra Holloway' } as const;

/** A name that does not fit anywhere. */
export const longestName = 'Leopoldina Featherstonehaugh-Cholmondeley-Wriothesley';
