/** The folders of the npm workspaces and their manifests, read from disk: nothing here needs upkeep. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './run-tool.ts';

export interface Workspace {
  /** Name without the scope: `nostr`, `server`. */
  readonly name: string;
  /** Relative to the repository: `packages/nostr`. */
  readonly folder: string;
  readonly manifest: {
    readonly dependencies?: Record<string, string>;
    readonly optionalDependencies?: Record<string, string>;
    readonly devDependencies?: Record<string, string>;
  };
}

export function workspaces(): Workspace[] {
  return ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(repositoryRoot, parent))
      .filter((name) => existsSync(join(repositoryRoot, parent, name, 'package.json')))
      .map((name) => {
        const folder = `${parent}/${name}`;
        const manifest = JSON.parse(readFileSync(join(repositoryRoot, folder, 'package.json'), 'utf8'));
        return { name, folder, manifest };
      }),
  );
}
