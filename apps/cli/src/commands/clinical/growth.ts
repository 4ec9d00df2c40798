/** `keychart clinical growth`: a measurement per line, its z-score and percentile out. */
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { answerJsonLines } from './json-lines.ts';

export function addGrowth(clinical: Command, { terminal, end }: CommandContext): void {
  clinical
    .command('growth [file]')
    .description(
      '{measure: weight|height|length|hc|bmi|wfl, sex, ageDays|ageMonths, value, lengthCm?, reference?}',
    )
    .action(async (file?: string) => {
      const { assessGrowth } = await import('@keychart/clinical/growth');
      end(await answerJsonLines(file, assessGrowth, terminal));
    });
}
