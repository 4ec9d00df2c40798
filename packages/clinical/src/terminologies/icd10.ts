/**
 * ICD-10-CM, fiscal year 2026: a curated set for paediatrics and family practice, every code of it valid and billable, loaded
 * when it is first asked for. The whole edition is imported from its official order file (order-file.ts).
 */
import { buildCodeIndex, type CodeEntry, type CodeIndex } from './code-index.ts';

/** The edition the curated set was checked against. */
export const ICD10_EDITION = 'ICD-10-CM FY 2026 (October 2025 to September 2026)';
export const ICD10_SYSTEM = 'http://hl7.org/fhir/sid/icd-10-cm';

/** The curated entries in the order of their codes. */
export async function loadIcd10(): Promise<readonly CodeEntry[]> {
  const tables = await Promise.all([
    import('./icd10/infections-blood.ts').then((chapter) => chapter.INFECTIONS_BLOOD),
    import('./icd10/endocrine-mind.ts').then((chapter) => chapter.ENDOCRINE_MIND),
    import('./icd10/nerves-senses-heart.ts').then((chapter) => chapter.NERVES_SENSES_HEART),
    import('./icd10/lungs-gut.ts').then((chapter) => chapter.LUNGS_GUT),
    import('./icd10/skin-bones.ts').then((chapter) => chapter.SKIN_BONES),
    import('./icd10/urinary-birth.ts').then((chapter) => chapter.URINARY_BIRTH),
    import('./icd10/signs-injuries.ts').then((chapter) => chapter.SIGNS_INJURIES),
    import('./icd10/reasons.ts').then((chapter) => chapter.REASONS),
  ]);
  return tables.flatMap((table) => table.trim().split('\n').map(parse));
}

/**
 * The search index: the curated set, or with it a whole edition (`readOrderFile`), of which the curated names and synonyms
 * then lead. A curated code the edition no longer bills is left out.
 */
export async function loadIcd10Index(edition?: readonly CodeEntry[]): Promise<CodeIndex> {
  const curated = await loadIcd10();
  return buildCodeIndex(edition === undefined ? curated : withCurated(edition, curated));
}

function withCurated(edition: readonly CodeEntry[], curated: readonly CodeEntry[]): readonly CodeEntry[] {
  const ours = new Map(curated.map((entry) => [entry.code, entry]));
  return edition.map((entry) => {
    const own = ours.get(entry.code);
    if (own === undefined) return entry;
    return { ...own, synonyms: [...(own.synonyms ?? []), entry.display, ...(entry.synonyms ?? [])] };
  });
}

function parse(line: string): CodeEntry {
  const [code = '', display = '', others = ''] = line.split('|');
  return { code, display, ...(others === '' ? {} : { synonyms: others.split('; ') }) };
}
