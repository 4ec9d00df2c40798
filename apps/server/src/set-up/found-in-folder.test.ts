/** A founding that is killed at any step leaves no practice or a whole one, and the folder can be used again. */
import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '@keychart/relay';
import { afterEach, expect, test } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { makeFounding } from '../testing/founding.ts';
import { emptyFolder } from '../testing/practice-folder.ts';
import { FoundingRefusedError, foundInFolder } from './found-in-folder.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function folderPath(): string {
  const { folder, remove } = emptyFolder();
  ends.push(remove);
  return folder.path;
}

async function newPractice() {
  const { name, timeZone, root, events } = (await makeFounding()).body;
  return { settings: { v: 1 as const, name, timeZone, root, demo: false }, events };
}

function stored(path: string): number {
  const store = openSqliteStore(openDataFolder(path).privateDatabase());
  const size = store.size();
  store.close();
  return size;
}

const leftovers = (path: string) => readdirSync(path).filter((name) => name.startsWith('founding'));

test.each([
  ['noted', 'none'],
  ['written', 'none'],
  ['closed', 'none'],
  ['in place', 'whole'],
  ['settled', 'whole'],
])('killed when it is %s: %s', async (step, left) => {
  const path = folderPath();
  const script = fileURLToPath(new URL('../testing/crash-founding.ts', import.meta.url));
  const { signal, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, path, step]);
  expect(signal, stderr.toString()).toBe('SIGKILL');
  const folder = openDataFolder(path);
  expect(leftovers(path)).toEqual([]);
  const again = await newPractice();
  if (left === 'none') {
    expect(folder.settings()).toBeUndefined();
    foundInFolder(folder, again);
    expect(folder.settings()?.root).toBe(again.settings.root);
  } else {
    expect(folder.settings()?.name).toBe('Meadow Pediatrics');
    expect(() => foundInFolder(folder, again)).toThrow(/already holds the practice "Meadow Pediatrics"/);
    expect(folder.settings()?.root).not.toBe(again.settings.root);
  }
  // Genesis, directory, one grant.
  expect(stored(path)).toBe(3);
  expect(leftovers(path)).toEqual([]);
});

test('a founding by another living process is left alone until it is stale', async () => {
  const path = folderPath();
  const note = join(path, 'founding.json');
  const practice = await newPractice();
  writeFileSync(note, JSON.stringify({ pid: process.ppid, settings: practice.settings }));
  const folder = openDataFolder(path);
  expect(() => foundInFolder(folder, practice)).toThrow(FoundingRefusedError);
  expect(leftovers(path)).toEqual(['founding.json']);
  const old = Date.now() / 1000 - 120;
  utimesSync(note, old, old);
  foundInFolder(folder, practice);
  expect(folder.settings()?.root).toBe(practice.settings.root);
});

test('a database without settings is never taken over', async () => {
  const path = folderPath();
  writeFileSync(join(path, 'events.sqlite'), 'from a backup');
  expect(() => foundInFolder(openDataFolder(path), { settings: {} as never, events: [] })).toThrow(
    /restore it/,
  );
  expect(readdirSync(path)).toEqual(['events.sqlite']);
});
