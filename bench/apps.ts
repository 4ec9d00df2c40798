/**
 * Size of each web app: JavaScript that a first load fetches before the first list stands (page, engine worker, and every
 * script they import at once), compressed with gzip level 9. Build the apps first (`npm run build`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT = 350 * 1024;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Figures {
  app: string;
  firstLoadBytes: number;
  files: Record<string, number>;
  cssBytes: number;
  wasmBytes: number;
  /** Scripts fetched later, when a screen needs them. */
  laterBytes: number;
  limitBytes: number;
  ok: boolean;
}

/** Chunks loaded by `import()` that nevertheless belong to the first load: the screens behind the log-in form. */
const FIRST_SCREENS = /^(workstation|portal)-/;
/** The worker of the log-in; the one of the set-up comes when a practice is founded. */
const ENGINE = /^engine-worker-/;

const gzipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;

/** Static imports of a built chunk: `import…"./x.js"` and `from"./x.js"`, not `import("./x.js")`. */
function staticImports(code: string): string[] {
  return [...code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map((match) => match[1]!);
}

function measure(app: string): Figures | undefined {
  const dist = join(root, 'apps', app, 'dist');
  if (!existsSync(join(dist, 'index.html'))) return undefined;
  const assets = join(dist, 'assets');
  const all = readdirSync(assets);
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const first = new Set<string>();
  const take = (file: string): void => {
    if (first.has(file) || !all.includes(file)) return;
    first.add(file);
    for (const imported of staticImports(readFileSync(join(assets, file), 'utf8'))) take(imported);
  };
  for (const match of html.matchAll(/assets\/([\w.-]+\.js)/g)) take(match[1]!);
  for (const file of all) {
    if (file.endsWith('.js') && (ENGINE.test(file) || FIRST_SCREENS.test(file))) take(file);
  }
  const sizes = Object.fromEntries([...first].map((file) => [file, gzipped(join(assets, file))]));
  const sum = (files: readonly string[]): number =>
    files.reduce((total, file) => total + gzipped(join(assets, file)), 0);
  const firstLoadBytes = Object.values(sizes).reduce((total, size) => total + size, 0);
  return {
    app,
    firstLoadBytes,
    files: sizes,
    cssBytes: sum(all.filter((file) => file.endsWith('.css'))),
    wasmBytes: sum(all.filter((file) => file.endsWith('.wasm'))),
    laterBytes: sum(all.filter((file) => file.endsWith('.js') && !first.has(file))),
    limitBytes: LIMIT,
    ok: firstLoadBytes <= LIMIT,
  };
}

/** Figures of both apps as they are built now. */
export async function run(): Promise<{ apps: (Figures | { app: string; reason: string })[]; ok: boolean }> {
  const apps = ['ehr', 'portal'].map((app) => measure(app) ?? { app, reason: 'not built: npm run build' });
  return { apps, ok: apps.every((figures) => 'ok' in figures && figures.ok) };
}
