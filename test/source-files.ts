/** The files of this repository, read from disk (a tarball has no git), without what is built or installed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('..', import.meta.url));

const skipped = new Set([
  'node_modules',
  '.git',
  'dist',
  'data',
  'coverage',
  'test-results',
  'playwright-report',
]);

/** Paths relative to the repository, with forward slashes. */
export function filesUnder(folder = '.'): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const isSource = (path: string): boolean => /\.(ts|tsx|mts|js|mjs)$/.test(path);
/** Tests and what only they use: fixtures, contract suites, child processes. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\/(testing|fixtures)\/|\/(test-|contract|seeded)[\w-]*\.ts$|-child\.ts$/.test(path);
