/** `keychart clinical interactions`: a patient's drugs and allergies per line, findings out. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { RxnormRelease } from '@keychart/clinical/medicines';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { unavailable } from '../../outcome.ts';
import { answerJsonLines } from './json-lines.ts';

export function addInteractions(clinical: Command, { terminal, end }: CommandContext): void {
  clinical
    .command('interactions [file]')
    .description('{drugs: [name], allergies?: [name]}')
    .option('--rxnorm <file>', 'RXNCONSO.RRF of an RxNorm release, for more names than the built-in table')
    .action(async (file: string | undefined, options: { readonly rxnorm?: string }) => {
      const { assessMedicines } = await import('@keychart/clinical/medicines');
      const release = options.rxnorm === undefined ? undefined : await rxnormRelease(options.rxnorm);
      end(await answerJsonLines(file, (request) => assessMedicines(request, release), terminal));
    });
}

async function rxnormRelease(file: string): Promise<RxnormRelease> {
  const { readRxnorm } = await import('@keychart/clinical/medicines');
  const lines: string[] = [];
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) lines.push(line);
  } catch (error) {
    throw unavailable(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  const release = readRxnorm(lines);
  if ('error' in release) throw unavailable(`${file}: ${release.error.field} ${release.error.message}.`);
  return release;
}
