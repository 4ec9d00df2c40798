/** The bundle of `fixtures/from-elsewhere.json`, brought in with `keychart import fhir` as a practice would do it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keychart, type Practice } from './practice.ts';
import { patientId } from './practice-chart.ts';

const FILE = new URL('fixtures/from-elsewhere.json', import.meta.url);
const PATIENT = '8b0f5a53-6a3c-4c0e-9b52-0d6a5e7a1c01';

export const imported = {
  patient: 'Odalys Tamarisk',
  problem: 'Tussock moth rash',
  vaccine: 'Varicella, from the earlier clinic',
} as const;

/** As a new patient, or into the chart of somebody the practice knows. */
export async function importBundle(practice: Practice, into?: string): Promise<string> {
  let text = readFileSync(FILE, 'utf8');
  if (into !== undefined) text = text.replaceAll(PATIENT, await patientId(practice, into));
  return importText(practice, text);
}

/** Resources as a bundle: a Patient with the id of somebody the practice knows, and what belongs to `Patient/<id>`. */
export const importResources = (practice: Practice, resources: readonly { id: string }[]): Promise<string> =>
  importText(
    practice,
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
    }),
  );

function importText(practice: Practice, text: string): Promise<string> {
  const file = join(practice.dataDir, '..', 'bundle.json');
  writeFileSync(file, text);
  return keychart(['import', 'fhir', file], { DATA_DIR: practice.dataDir });
}
