/** Short ways to write FHIR's coded values. Codes are only given where we are certain of them. */
import type { CodeableConcept, Coding, Narrative, Quantity, Reference } from '@keychart/fhir';

export const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
export const CVX = 'http://hl7.org/fhir/sid/cvx';
export const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const SNOMED = 'http://snomed.info/sct';
export const TERM = 'http://terminology.hl7.org/CodeSystem';

export const coding = (system: string, code: string, display?: string): Coding =>
  display === undefined ? { system, code } : { system, code, display };

export const concept = (system: string, code: string, display: string, text = display): CodeableConcept => ({
  coding: [coding(system, code, display)],
  text,
});

export const quantity = (value: number, code: string, unit = code): Quantity => ({
  value,
  unit,
  system: UCUM,
  code,
});

/** Somebody of the practice, by name: who it was is proven by the signature, not by a reference. */
export const staffReference = (name: string): Reference<never> => ({ type: 'Practitioner', display: name });

export const to = (type: string, id: string): { reference: string } => ({ reference: `${type}/${id}` });

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Lines as paragraphs; lines that start with "- " as one list. */
export function narrative(lines: readonly string[]): Narrative {
  const html: string[] = [];
  for (const line of lines) {
    const item = line.startsWith('- ') ? `<li>${escaped(line.slice(2))}</li>` : undefined;
    if (item === undefined) html.push(`<p>${escaped(line)}</p>`);
    else if (html.at(-1)?.endsWith('</ul>')) html.push(html.pop()!.replace(/<\/ul>$/, `${item}</ul>`));
    else html.push(`<ul>${item}</ul>`);
  }
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${html.join('')}</div>` };
}
