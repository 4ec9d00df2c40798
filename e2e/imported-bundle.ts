/** The bundle of `fixtures/from-elsewhere.json`, brought in with `keychart import fhir` as a practice would do it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPracticeSession } from '../apps/cli/src/practice-session.ts';
import { readConfig } from '../apps/server/src/index.ts';
import { parseNsec } from '../packages/nostr/src/index.ts';
import { keychart, type Practice } from './practice.ts';

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
  const file = join(practice.dataDir, '..', 'bundle.json');
  writeFileSync(file, text);
  return keychart(['import', 'fhir', file], { DATA_DIR: practice.dataDir });
}

async function patientId(practice: Practice, name: string): Promise<string> {
  const config = readConfig({ DATA_DIR: practice.dataDir });
  const key = parseNsec(practice.logins[0]?.nsec ?? '');
  if (!config.ok || 'error' in key) throw new Error('the practice cannot be opened');
  const session = await openPracticeSession(config.config);
  try {
    const { rows } = await (await session.open(key)).searchPatients(name);
    const [row] = rows;
    if (row === undefined) throw new Error(`no patient is named ${name}`);
    return row.patientId;
  } finally {
    await session.close();
  }
}
