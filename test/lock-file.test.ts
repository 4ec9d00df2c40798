/** package-lock.json serves a clean clone on any platform: `npm ci` refuses a file with a package missing. */
import { expect, test } from 'vitest';
import { type LockFile, missingFromLock } from '../scripts/complete-lock.ts';
import { workspaces } from '../scripts/workspaces.ts';
import { read } from './source-files.ts';

const lock = JSON.parse(read('package-lock.json')) as LockFile & {
  packages: Record<string, { dependencies?: object; devDependencies?: object }>;
};

test('names the binaries of every platform (else: npm run complete-lock)', () => {
  expect([...missingFromLock(lock).keys()]).toEqual([]);
});

test('agrees with every package.json', () => {
  for (const { folder, manifest } of workspaces()) {
    const { dependencies = {}, devDependencies = {} } = lock.packages[folder] ?? {};
    expect(dependencies, folder).toEqual(manifest.dependencies ?? {});
    expect(devDependencies, folder).toEqual(manifest.devDependencies ?? {});
  }
});

test('has one copy of each library that must not come twice', () => {
  const single = ['react', 'react-dom', '@mantine/core', '@mantine/hooks', '@noble/curves', '@noble/hashes'];
  for (const name of single) {
    const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
    expect(copies).toEqual([`node_modules/${name}`]);
  }
});
