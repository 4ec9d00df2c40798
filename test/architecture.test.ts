/** Holds the shape of the house: who imports whom, what is pure, where the environment is read, how long files get. */
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workspaces } from '../scripts/workspaces.ts';
import { importCircles } from './import-circles.ts';
import { mutualRooms } from './import-rooms.ts';
import { importsOf, packageOf } from './import-scan.ts';
import { importTable, platformFolders, purePackages } from './import-table.ts';
import { filesUnder, isSource, isTest, read } from './source-files.ts';

const scope = '@keychart/';
const isPlatform = (path: string) => platformFolders.some((folder) => path.startsWith(`${folder}/`));

test('the scanner sees every form of import', () => {
  const source = `
    import a, { type B } from 'one';
    import type { C } from "two";
    import 'three';
    export * from 'four';
    const d = await import('five'); const e = import(/* why */ 'six');
    type F = import('seven').F;
    // import x from 'no'
    /* from 'no' */
    const text = "import y from 'no'";
    const g = require('eight');
  `;
  const found = importsOf(source).sort();
  expect(found).toEqual(['eight', 'five', 'four', 'one', 'seven', 'six', 'three', 'two']);
});

test('no files import each other in a circle, not even for types', () => {
  const sources = filesUnder().filter(isSource);
  expect(sources.length).toBeGreaterThan(500);
  expect(importCircles(sources)).toEqual([]);
});

test('no two rooms need each other', () => {
  const sources = filesUnder().filter((path) => isSource(path) && !isTest(path));
  const floors = [...workspaces().map(({ folder }) => `${folder}/src`), 'packages/chart/src/engine'];
  expect(floors.flatMap((floor) => mutualRooms(floor, sources))).toEqual([]);
});

test('every workspace is in the import table', () => {
  expect(
    workspaces()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(importTable).sort());
});

describe.each(workspaces().map((workspace) => [workspace.name, workspace] as const))(
  '%s',
  (name, { folder, manifest }) => {
    const allowed = importTable[name] ?? [];
    const declared = { ...manifest.dependencies, ...manifest.optionalDependencies };
    const sources = filesUnder(folder).filter((path) => isSource(path) && path.startsWith(`${folder}/src/`));
    const imports = sources.flatMap((path) =>
      importsOf(read(path)).map((specifier) => ({ path, specifier })),
    );

    test('imports only what the table allows', () => {
      // Tests stand at both ends of the wire: the chart's run against the real relay.
      const wrong = imports.filter(
        ({ path, specifier }) =>
          specifier.startsWith(scope) &&
          !isTest(path) &&
          !allowed.includes(packageOf(specifier).slice(scope.length)),
      );
      expect(wrong).toEqual([]);
    });

    test('declares only what the table allows', () => {
      const names = Object.keys({ ...declared, ...manifest.devDependencies });
      const ours = names.filter((each) => each.startsWith(scope)).map((each) => each.slice(scope.length));
      expect(ours.filter((each) => !allowed.includes(each))).toEqual([]);
    });

    test('declares every package it imports', () => {
      const wrong = imports
        .filter(({ path, specifier }) => !isTest(path) && !/^(\.|node:|virtual:|@?\/)/.test(specifier))
        .filter(({ specifier }) => !(packageOf(specifier) in declared));
      expect(wrong).toEqual([]);
    });

    test('stays inside its own folder', () => {
      const wrong = imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .filter(({ path, specifier }) => {
          const target = normalize(join(dirname(path), specifier));
          return !target.startsWith(`${folder}/`);
        });
      expect(wrong).toEqual([]);
    });
  },
);

describe.each(purePackages)('%s is pure', (name) => {
  const folder = `packages/${name}`;

  test('is compiled without DOM and Node types', () => {
    const { compilerOptions = {} } = JSON.parse(read(`${folder}/tsconfig.json`));
    const base = JSON.parse(read('tsconfig.base.json')).compilerOptions;
    expect({ ...base, ...compilerOptions }).toMatchObject({ lib: ['ES2023'], types: [] });
  });

  test('imports nothing of Node', () => {
    const wrong = filesUnder(`${folder}/src`)
      .filter((path) => isSource(path) && !isTest(path) && !isPlatform(path))
      .flatMap((path) => importsOf(read(path)).map((specifier) => `${path}: ${specifier}`))
      .filter((line) => / (node:|fs$|path$|crypto$|ws$|better-sqlite3$)/.test(line));
    expect(wrong).toEqual([]);
  });
});

test('no screen and no FHIR route ever sees an event, a tag or a key', () => {
  const ofTheWire =
    /\b(NostrEvent|VerifiedEvent|EventTemplate|nip44\w*|conversationKey|pubkey|created_at|secretKey)\b/i;
  const wrong = filesUnder('apps')
    .concat(filesUnder('packages/ui'), filesUnder('packages/react'))
    .filter(
      (path) => isSource(path) && /^(apps\/(ehr|portal|server\/src\/fhir)|packages\/(ui|react))\//.test(path),
    )
    .filter((path) => !isTest(path) && !path.includes('/dist/'))
    .flatMap((path) => {
      const source = read(path);
      const imported = importsOf(source).filter((each) => /^@keychart\/(nostr|protocol|relay)/.test(each));
      const word = ofTheWire.exec(source)?.[0];
      return [...imported, ...(word ? [word] : [])].map((what) => `${path}: ${what}`);
    });
  expect(wrong).toEqual([]);
});

test('the environment is read in one place', () => {
  const wrong = [...filesUnder('packages'), ...filesUnder('apps')]
    .filter((path) => isSource(path) && !isTest(path) && /\/src\//.test(path))
    .filter((path) => path !== 'apps/server/src/config.ts' && /process\s*\.\s*env\b/.test(read(path)));
  expect(wrong).toEqual([]);
});

describe('files', () => {
  const limit = 400;
  /** Longer than the limit, with the reason. */
  const longer: Readonly<Record<string, string>> = {};
  const text = /\.(ts|tsx|mts|js|mjs|css|html|md|json|sh|yml)$|^\.ci\/run$|^LICENSE$/;
  /** Published facts and nothing else: a table is as long as its source. */
  const figures = /^packages\/clinical\/src\/.*(-figures|-table|\/rules\/[^/]+)\.ts$/;
  const generated = /\.generated\.(ts|json)$|^package-lock\.json$/;
  const all = filesUnder().filter((path) => text.test(path));

  test(`have at most ${limit} lines that are not blank`, () => {
    const wrong = all
      .filter(
        (path) =>
          (isSource(path) || path.endsWith('.css')) &&
          !generated.test(path) &&
          !figures.test(path) &&
          !(path in longer),
      )
      .map((path) => ({
        path,
        lines: read(path)
          .split('\n')
          .filter((line) => line.trim() !== '').length,
      }))
      .filter(({ lines }) => lines > limit);
    expect(wrong).toEqual([]);
  });

  test('begin with a comment that says what they are for', () => {
    const wrong = all
      .filter((path) => /^(packages|apps)\/[^/]+\/src\/.*\.(ts|tsx)$/.test(path) && !isTest(path))
      .filter((path) => !generated.test(path) && !path.endsWith('.d.ts'))
      .filter((path) => !/^(#!.*\n)?\s*\/(\*|\/)/.test(read(path)));
    expect(wrong).toEqual([]);
  });

  test('name no package registry', () => {
    // Put together here, so that this file passes its own test.
    const known = ['npmjs', 'yarnpkg', 'jsr'].map((name) => `registry[.]${name}[.]`);
    const configured = process.env.npm_config_registry;
    const host = configured ? new URL(configured).hostname : 'localhost';
    // A mirror on this machine has no name worth hiding, and its name is in half the files.
    const own = /^(localhost|127\.|\[)/.test(host) ? [] : [host.replaceAll('.', '[.]')];
    const pattern = new RegExp([...known, ...own, '"resolved"[:] "http'].join('|'));
    expect(all.filter((path) => pattern.test(read(path)))).toEqual([]);
  });
});
