/** A patient as words: initials, sex. Names come from fhir's `patientName`. */

/** At most two letters: first of the given and of the family name, without `Dr.` before or `, RN` behind. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/,.*/u, '')
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(Mr|Mrs|Ms|Dr)\.$/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.match(/\p{L}/u)?.[0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
}

const SEX: Readonly<Record<string, string>> = {
  male: 'male',
  female: 'female',
  other: 'other',
  unknown: 'sex unknown',
};

export const sexText = (gender: string | undefined): string =>
  gender === undefined ? 'sex not recorded' : (SEX[gender] ?? gender);
