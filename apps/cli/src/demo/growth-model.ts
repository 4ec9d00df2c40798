/**
 * A rough model of growth, good enough for plausible made-up charts and for nothing else: medians at some ages, read from
 * WHO (0–2 years) and CDC (2–18 years) tables and rounded, with a constant spread. Clinical percentiles come from
 * @keychart/clinical, never from here.
 */

export type Sex = 'male' | 'female';
export interface Measures {
  weight: number;
  height: number;
  head?: number;
}

const AGES = [
  0, 1, 2, 4, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60, 72, 84, 96, 108, 120, 132, 144, 156, 168, 180, 192, 204,
  216,
];
const MEDIANS = {
  weight: {
    male: [
      3.3, 4.5, 5.6, 7.0, 7.9, 8.9, 9.6, 10.3, 10.9, 12.2, 13.3, 14.3, 16.3, 18.4, 20.7, 22.9, 25.3, 28.1,
      31.4, 35.3, 39.8, 45, 50.8, 56, 60.8, 64.4, 67.2,
    ],
    female: [
      3.2, 4.2, 5.1, 6.4, 7.3, 8.2, 8.9, 9.6, 10.2, 11.5, 12.7, 13.9, 15.9, 18, 20.3, 22.9, 25.8, 29, 32.9,
      37.2, 41.8, 45.8, 49.4, 52.1, 53.9, 55.2, 56.6,
    ],
  },
  height: {
    male: [
      49.9, 54.7, 58.4, 63.9, 67.6, 72, 75.7, 79.1, 82.3, 87.1, 91.9, 95.3, 102.5, 109.2, 115.5, 121.9, 128,
      133.3, 138.4, 143.5, 149.1, 156.2, 163.8, 170.1, 173.6, 175.2, 176,
    ],
    female: [
      49.1, 53.7, 57.1, 62.1, 65.7, 70.1, 74, 77.5, 80.7, 85.7, 90.7, 94.2, 101, 107.9, 115, 121.8, 127.8,
      133.1, 138.2, 144.3, 151.2, 157.3, 160.4, 161.9, 162.6, 163, 163.1,
    ],
  },
  head: {
    male: [34.5, 37.3, 39.1, 41.6, 43.3, 45, 46.1, 46.8, 47.4, 48.3, 48.9, 49.5],
    female: [33.9, 36.5, 38.3, 40.6, 42.2, 43.8, 44.9, 45.7, 46.2, 47.2, 47.9, 48.5],
  },
} as const;

/** Weight in kg, length or height in cm, head in cm (to 36 months) of a child who keeps to these z-scores. */
export function measuresAt(
  sex: Sex,
  months: number,
  z: { weight: number; height: number; head: number },
): Measures {
  const measures: Measures = {
    weight: round(median('weight', sex, months) * Math.exp(spread(months) * z.weight), 2),
    height: round(median('height', sex, months) * (1 + 0.04 * z.height), 1),
  };
  if (months <= 36) measures.head = round(median('head', sex, months) * (1 + 0.027 * z.head), 1);
  return measures;
}

/** Spread of log weight: about 11 % in infancy, 17 % in adolescence. */
const spread = (months: number): number => 0.11 + 0.06 * Math.min(1, Math.max(0, (months - 24) / 130));

function median(what: keyof typeof MEDIANS, sex: Sex, months: number): number {
  const values: readonly number[] = MEDIANS[what][sex];
  const last = values.length - 1;
  const next = AGES.findIndex((age) => age > months);
  const i = next === -1 || next > last ? last : next;
  const [from, to] = [AGES[i - 1]!, AGES[i]!];
  const share = Math.min(1, Math.max(0, (months - from) / (to - from)));
  return values[i - 1]! + (values[i]! - values[i - 1]!) * share;
}

/** Resting values by age: rounded middles of the usual ranges. */
export function restingSigns(months: number): {
  heartRate: number;
  respirations: number;
  systolic: number;
  diastolic: number;
} {
  const years = months / 12;
  return {
    heartRate: Math.round(months < 6 ? 138 : Math.max(72, 122 - years * 4.2)),
    respirations: Math.round(months < 6 ? 40 : Math.max(16, 29 - years * 1.2)),
    systolic: Math.round(88 + years * 1.7),
    diastolic: Math.round(52 + years * 1.05),
  };
}

export const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));
