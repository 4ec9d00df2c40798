import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DataFolderError } from './data-folder.ts';
import { emptyFolder } from './testing/practice-folder.ts';

const made = [] as { remove(): void }[];
function fresh() {
  const one = emptyFolder();
  made.push(one);
  return one.folder;
}
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

const mode = (path: string) => statSync(path).mode & 0o777;
const settings = { v: 1, root: 'ab'.repeat(32), name: 'Meadow', timeZone: 'UTC', demo: false } as const;

test('the relay key is made once and is private', () => {
  const folder = fresh();
  const first = folder.relayKey();
  expect(folder.relayKey().pubkey).toBe(first.pubkey);
  expect(mode(join(folder.path, 'relay-key'))).toBe(0o600);
});

test('the event database is private from its first byte', () => {
  const folder = fresh();
  expect(mode(folder.privateDatabase())).toBe(0o600);
  expect(folder.privateDatabase()).toBe(folder.database);
});

test('settings survive and are private', () => {
  const folder = fresh();
  expect(folder.settings()).toBeUndefined();
  folder.saveSettings(settings);
  expect(folder.settings()).toEqual(settings);
  expect(mode(join(folder.path, 'settings.json'))).toBe(0o600);
  expect(readdirSync(folder.path)).toEqual(['settings.json']);
});

test.each([
  ['settings.json', '{', 'is not JSON'],
  ['settings.json', '{"v":1,"root":"xyz","name":"a","timeZone":"UTC"}', 'is damaged (root)'],
  ['relay-key', 'nonsense', 'is damaged'],
])('a damaged %s is named, never replaced', (name, text, words) => {
  const folder = fresh();
  writeFileSync(join(folder.path, name), text);
  const use = () => (name === 'relay-key' ? folder.relayKey() : folder.settings());
  expect(use).toThrow(DataFolderError);
  expect(use).toThrow(words);
  expect(use).toThrow(join(folder.path, name));
  expect(readFileSync(join(folder.path, name), 'utf8')).toBe(text);
});

test('clearing takes the practice and nothing else', () => {
  const folder = fresh();
  folder.saveSettings(settings);
  folder.relayKey();
  writeFileSync(join(folder.path, 'notes.txt'), 'mine');
  folder.clear();
  expect(readdirSync(folder.path)).toEqual(['notes.txt']);
});
