/** `keychart clinical icd10`: a question per line, the best diagnosis codes out; with the official order file, the whole edition. */
import { readFileSync } from 'node:fs';
import type { CodeEntry, CodeIndex } from '@keychart/clinical/terminologies';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { unavailable } from '../../outcome.ts';
import { answerJsonLines, type JsonObject } from './json-lines.ts';

export function addIcd10(clinical: Command, { terminal, end }: CommandContext): void {
  clinical
    .command('icd10 [file]')
    .description('{search, limit?} or {code}: ICD-10-CM by words, synonyms and code')
    .option('--edition <file>', 'official order file (icd10cm_order_2026.txt) instead of the curated set')
    .action(async (file: string | undefined, options: { readonly edition?: string }) => {
      const { loadIcd10Index } = await import('@keychart/clinical/terminologies');
      const edition = options.edition === undefined ? undefined : await editionOf(options.edition);
      const index = await loadIcd10Index(edition);
      end(await answerJsonLines(file, (request) => answer(index, request), terminal));
    });
}

function answer(index: CodeIndex, { search, code, limit = 10 }: JsonObject): object {
  if (typeof code === 'string') {
    const entry = index.get(code);
    return entry ?? { error: { field: 'code', message: 'is not a billable code known here' } };
  }
  if (typeof search !== 'string')
    return { error: { field: 'search', message: 'is missing; expected words or the beginning of a code' } };
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 1000)
    return { error: { field: 'limit', message: 'is no whole number from 1 to 1000' } };
  const hits = index.search(search, limit);
  return { hits: hits.map(({ entry: { code: found, display } }) => ({ code: found, display })) };
}

async function editionOf(file: string): Promise<readonly CodeEntry[]> {
  const { readOrderFile } = await import('@keychart/clinical/terminologies');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw unavailable(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  const read = readOrderFile(text);
  if ('error' in read) throw unavailable(`${file}: ${read.error.field} ${read.error.message}.`);
  return read.entries;
}
