/**
 * `npm run complete-lock`: npm leaves out of package-lock.json the binaries for other platforms that its registry
 * does not offer at the time, and `npm ci` then refuses the file. This adds them by name and version, so that one
 * lock file serves every platform. Run it after each `npm install`; a test fails where it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './run-tool.ts';

interface LockEntry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface LockFile {
  packages: Record<string, LockEntry>;
}

/** Platform words as they stand in package names, in npm's own spelling. */
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors: Readonly<Record<string, string>> = {
  arm64: 'arm64',
  arm: 'arm',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
};

/** Optional packages that some entry names and the file does not have, with the entry each one needs. */
export function missingFromLock(lock: LockFile): Map<string, LockEntry> {
  const missing = new Map<string, LockEntry>();
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (`${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages)
        continue;
      missing.set(`node_modules/${name}`, {
        version,
        optional: true,
        ...(dev && { dev }),
        ...platformOf(name),
      });
    }
  }
  return missing;
}

function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = words.map((word) => processors[word]).find((found) => found !== undefined);
  if (!os || !cpu) throw new Error(`${name}: its name does not tell the platform, add it by hand`);
  const libc =
    os === 'linux' ? (words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc') : undefined;
  return { cpu: [cpu], os: [os], ...(libc && { libc: [libc] }) };
}

if (process.argv[1]?.endsWith('complete-lock.ts')) {
  const path = join(repositoryRoot, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  const missing = missingFromLock(lock);
  for (const [name, entry] of missing) lock.packages[name] = entry;
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  if (missing.size > 0) {
    writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  }
  console.log(`${missing.size} packages of other platforms added to package-lock.json.`);
}
