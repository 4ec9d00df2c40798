/** The documents tell the truth: paths exist, tables equal the code, commands and settings are those there are. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import * as protocol from '@keychart/protocol';
import { settingNames } from '@keychart/server';
import { describe, expect, test } from 'vitest';
import { importTable } from './import-table.ts';
import { filesUnder, read, root } from './source-files.ts';

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...filesUnder('docs').filter((path) => path.endsWith('.md')),
];

/** Cells of all table rows of a document. */
const rows = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^\|(?!\s*-)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('names only paths that exist', () => {
    const named = [
      ...text.matchAll(/(?<![\w/.-])(?:packages|apps|scripts|test|docs|e2e|bench|\.ci)\/[\w.@/-]+/g),
    ]
      .map(([path]) => path.replace(/[.,/]+$/, ''))
      .filter((path) => !existsSync(join(root, path)));
    expect(named).toEqual([]);
  });

  test('links only to files that exist', () => {
    const broken = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1]!)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(root, normalize(join(dirname(document), target)))));
    expect(broken).toEqual([]);
  });

  test('names only npm scripts and commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1]!);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
    const commands = [
      ...text.matchAll(/keychart (?:-- )?(setup|start|demo|import|export|verify|relay|clinical|root|\w+)\b/g),
    ];
    const known = [
      'setup',
      'start',
      'demo',
      'import',
      'export',
      'verify',
      'audit',
      'agents',
      'relay',
      'clinical',
      'root',
    ];
    const used = commands.filter(([whole]) => whole.includes('-- ')).map((match) => match[1]!);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });
});

test('ARCHITECTURE.md is one page and has the import table of the test', () => {
  const text = read('ARCHITECTURE.md');
  expect(text.split(/\s+/).length).toBeLessThan(1_000);
  const table = rows(text).filter(([importer]) => importer !== undefined && importer in importTable);
  const told = Object.fromEntries(
    table.map(([importer, allowed = '']) => [
      importer,
      allowed.startsWith('nothing') ? [] : allowed.split(', '),
    ]),
  );
  expect(told).toEqual(importTable);
});

describe('docs/protocol.md', () => {
  const table = rows(read('docs/protocol.md'));

  test('has the records of packages/protocol/src/kinds.ts', () => {
    const told = table.flatMap(([kind, types, compartments]) =>
      kind !== undefined && protocol.isRecordKind(Number(kind)) && types && compartments
        ? [{ kind: Number(kind), types: types.split(', '), compartments: compartments.split(', ') }]
        : [],
    );
    const held = protocol.recordKinds.map(({ kind, resourceTypes, compartments }) => ({
      kind,
      types: [...resourceTypes],
      compartments: [...compartments],
    }));
    expect(told).toEqual(held);
  });

  test('has every other kind of the code, and no more', () => {
    const constants = Object.entries(protocol)
      .filter(([name, value]) => /^[A-Z_]+$/.test(name) && typeof value === 'number')
      .filter(([name]) => !/BYTES|LIMIT|MAX|DEFAULT/.test(name))
      .map(([, value]) => value as number);
    const others = new Set(constants.filter((kind) => !protocol.isRecordKind(kind)));
    const told = table
      .map(([kind]) => Number(kind))
      .filter((kind) => Number.isInteger(kind) && kind > 0 && !protocol.isRecordKind(kind));
    expect([...new Set(told)].sort((a, b) => a - b)).toEqual([...others].sort((a, b) => a - b));
  });

  test('has every marker, role rule and size', () => {
    const text = read('docs/protocol.md');
    for (const marker of protocol.markers) expect(text).toContain(`\`${marker}\``);
    expect(text).toContain(protocol.paddedSizes.slice(0, -1).join(', '));
    for (const name of protocol.compartmentNames) expect(read('docs/security.md')).toContain(`\`${name}\``);
  });
});

test('docs/deployment.md lists every setting', () => {
  const told = rows(read('docs/deployment.md')).flatMap(
    ([name]) => /^`([A-Z_]+)`$/.exec(name ?? '')?.[1] ?? [],
  );
  expect(told).toEqual(settingNames);
});
