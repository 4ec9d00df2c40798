/**
 * Once a run: builds the web apps where their sources are newer, and fills one demo practice that every story copies.
 * A folder named by KEYCHART_E2E_DEMO is used as it is, to run the stories again and again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApps } from '../scripts/build-apps.ts';
import { DEMO_FOLDER, keychart } from './practice.ts';

export default async function globalSetup(): Promise<() => void> {
  if (!(await buildApps())) throw new Error('the web apps could not be built: see above');
  if (process.env[DEMO_FOLDER] !== undefined) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'keychart-e2e-demo-'));
  await keychart(['demo', '--no-serve'], { DATA_DIR: folder });
  process.env[DEMO_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
