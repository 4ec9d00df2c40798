/** Vaccines of the made-up practice: CVX codes and the ages at which the routine schedule gives them. Not a forecaster. */

export interface Vaccine {
  cvx: string;
  name: string;
  series: string;
  /** Age in months from which a visit gives it. */
  fromMonths: number;
  dose: number;
  of: number;
  route: 'IM' | 'SQ' | 'PO';
  millilitres: number;
}

const doses = (
  [cvx, name, series, route, millilitres]: [string, string, string, Vaccine['route'], number],
  months: readonly number[],
  offset = 0,
  of = months.length + offset,
): Vaccine[] =>
  months.map((fromMonths, i) => ({
    cvx,
    name,
    series,
    route,
    millilitres,
    fromMonths,
    dose: i + 1 + offset,
    of,
  }));

/** `PCV` stands for the conjugate vaccine in use on the day: see `vaccineOn`. */
export const ROUTINE: readonly Vaccine[] = [
  ...doses(['08', 'Hep B, adolescent or pediatric', 'Hepatitis B', 'IM', 0.5], [0, 1, 6]),
  ...doses(['116', 'rotavirus, pentavalent', 'Rotavirus', 'PO', 2], [2, 4, 6]),
  ...doses(['20', 'DTaP', 'DTaP', 'IM', 0.5], [2, 4, 6, 15], 0, 5),
  ...doses(['48', 'Hib (PRP-T)', 'Hib', 'IM', 0.5], [2, 4, 6, 12]),
  ...doses(['PCV', 'Pneumococcal conjugate', 'Pneumococcal', 'IM', 0.5], [2, 4, 6, 12]),
  ...doses(['10', 'IPV', 'Polio', 'IM', 0.5], [2, 4, 6], 0, 4),
  ...doses(['03', 'MMR', 'MMR', 'SQ', 0.5], [12, 48]),
  ...doses(['21', 'varicella', 'Varicella', 'SQ', 0.5], [12, 48]),
  ...doses(['83', 'Hep A, ped/adol, 2 dose', 'Hepatitis A', 'IM', 0.5], [12, 18]),
  ...doses(['130', 'DTaP-IPV', 'DTaP', 'IM', 0.5], [48], 4, 5),
  ...doses(['115', 'Tdap', 'Tdap', 'IM', 0.5], [132]),
  ...doses(['165', 'HPV9', 'HPV', 'IM', 0.5], [132, 144]),
  ...doses(['136', 'meningococcal MCV4O', 'Meningococcal ACWY', 'IM', 0.5], [132, 192]),
  ...doses(['163', 'meningococcal B, OMV', 'Meningococcal B', 'IM', 0.5], [192, 193]),
];

/** The product given on a day: conjugate vaccines changed over the years. */
export function productOn(vaccine: Vaccine, date: string): { cvx: string; name: string } {
  if (vaccine.cvx !== 'PCV') return vaccine;
  if (date < '2022-10-01') return { cvx: '133', name: 'Pneumococcal conjugate PCV 13' };
  if (date < '2023-10-01') return { cvx: '215', name: 'Pneumococcal conjugate PCV15' };
  return { cvx: '216', name: 'Pneumococcal conjugate PCV20' };
}

/** Influenza vaccine of the season that starts in the autumn of `year`: trivalent again since 2024. */
export const influenza = (year: number): Vaccine => ({
  cvx: year >= 2024 ? '140' : '150',
  name: year >= 2024 ? 'Influenza, split virus, trivalent, PF' : 'Influenza, split virus, quadrivalent, PF',
  series: 'Influenza',
  fromMonths: 6,
  dose: 1,
  of: 1,
  route: 'IM',
  millilitres: 0.5,
});
