/** Builds the web apps into their dist folders; skips one whose build is newer than everything it is made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compressBuild } from './compress-build.ts';
import { repositoryRoot, runTool } from './run-tool.ts';

const webApps = ['ehr', 'portal'] as const;
/** What ends up in a bundle beside the app's own folder. */
const sharedSources = [
  'packages/nostr',
  'packages/protocol',
  'packages/fhir',
  'packages/clinical',
  'packages/chart',
  'packages/ui',
  'packages/react',
];

/** Time of the newest file under a folder or of a file, in ms; 0 where there is none. Tests do not count. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  const skipped = new Set(['dist', 'node_modules']);
  return readdirSync(path)
    .filter((name) => !skipped.has(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

function isFresh(app: string): boolean {
  const built = join(repositoryRoot, 'apps', app, 'dist', 'index.html');
  if (!existsSync(built)) return false;
  const sources = [`apps/${app}`, ...sharedSources, 'package-lock.json'];
  return sources.every((source) => newest(join(repositoryRoot, source)) <= statSync(built).mtimeMs);
}

/** True when every app is built. An app without `index.html` does not exist yet and is left out, with a line. */
export async function buildApps(options: { force?: boolean } = {}): Promise<boolean> {
  let good = true;
  for (const app of webApps) {
    const folder = join(repositoryRoot, 'apps', app);
    if (!existsSync(join(folder, 'index.html'))) {
      console.log(`apps/${app} has no index.html: not built`);
      continue;
    }
    if (!options.force && isFresh(app)) continue;
    console.log(`Building apps/${app} …`);
    const { code, output } = await runTool('vite', ['build'], { cwd: folder, quiet: true });
    if (code === 0) {
      compressBuild(join(folder, 'dist'));
      continue;
    }
    console.error(output);
    console.error(`apps/${app} could not be built.`);
    good = false;
  }
  return good;
}
