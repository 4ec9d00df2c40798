/** The root or successor key a command signs with: whole, or from sheets of which two are needed. Never an argument. */
import { existsSync, readFileSync } from 'node:fs';
import { combineShares, findShares, type SheetKey } from '@keychart/protocol';
import { type DataFolder, openDataFolder } from '@keychart/server';
import type { Command } from 'commander';
import { configuration } from './configuration.ts';
import { loginKey } from './login-key.ts';
import { misused, refused, unavailable } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** As commander gives them. */
export interface RootKeyOptions {
  readonly key?: string;
  readonly share?: readonly string[];
}

/** @param whose `root nsec` */
export function withKeyOptions(command: Command, whose: string): Command {
  return command
    .option('--key <file>', `file with the ${whose}, or - for standard input`)
    .option(
      '--share <file...>',
      'instead of --key: files with two sheets of a split key, or - for standard input',
    );
}

/** 32 bytes; the caller's to forget. */
export async function rootKey(
  { key, share }: RootKeyOptions,
  wanted: SheetKey,
  terminal: Terminal,
  folder: DataFolder = openDataFolder(configuration().dataDir),
): Promise<Uint8Array> {
  if (key !== undefined && share === undefined) return loginKey(key, folder, terminal);
  if (key !== undefined || share === undefined)
    throw misused('Give the key by --key FILE, or two sheets by --share FILE FILE.');
  const combined = await combineFiles(share, terminal);
  if (combined.key === wanted) return combined.secret;
  combined.secret.fill(0);
  throw refused(`These are the sheets of the ${combined.key} key; here the ${wanted} key is needed.`);
}

/** Files with one sheet each, or with several; `-`: standard input. */
export async function combineFiles(
  files: readonly string[],
  terminal: Terminal,
): Promise<{ key: SheetKey; secret: Uint8Array }> {
  const texts: string[] = [];
  for (const file of files) {
    if (/^ncshare1/i.test(file))
      throw misused('--share takes files or "-", never the sheet itself: it would be visible to others.');
    if (file !== '-' && !existsSync(file)) throw unavailable(`${file}: there is no such file.`);
    const text = file === '-' ? await terminal.readStdin() : readFileSync(file, 'utf8');
    const found = findShares(text);
    texts.push(...(found.length > 0 ? found : [text.trim()]));
  }
  const combined = await combineShares(texts);
  if ('error' in combined) throw refused(`The sheets do not give the key: ${combined.error}.`);
  return combined;
}
