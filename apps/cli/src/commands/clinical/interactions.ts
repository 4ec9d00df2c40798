/** `keychart clinical interactions`: a patient's drugs and allergies per line, findings out. */
import type { Command } from 'commander';
import type { CommandContext } from '../../main.ts';
import { answerJsonLines } from './json-lines.ts';

export function addInteractions(clinical: Command, { terminal, end }: CommandContext): void {
  clinical
    .command('interactions [file]')
    .description('{drugs: [name], allergies?: [name]}')
    .action(async (file?: string) => {
      const { assessMedicines } = await import('@keychart/clinical/medicines');
      end(await answerJsonLines(file, assessMedicines, terminal));
    });
}
