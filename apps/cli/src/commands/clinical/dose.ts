/** `keychart clinical dose`: an ordered dose per line, whether it fits age and weight out, with the sums. */
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { answerJsonLines } from './json-lines.ts';

export function addDose(clinical: Command, { terminal, end }: CommandContext): void {
  clinical
    .command('dose [file]')
    .description(
      '{drug, weightKg, ageDays, perDose, unit: mg|mcg|g|mL|units, timesPerDay, concentration?: "400 mg/5 mL"}',
    )
    .action(async (file?: string) => {
      const { checkDose } = await import('@keychart/clinical/medicines');
      end(await answerJsonLines(file, checkDose, terminal));
    });
}
