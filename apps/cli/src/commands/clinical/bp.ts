/** `keychart clinical bp`: a blood pressure per line, its percentiles for age, sex and height and its stage out. */
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { answerJsonLines } from './json-lines.ts';

export function addBloodPressure(clinical: Command, { terminal, end }: CommandContext): void {
  clinical
    .command('bp [file]')
    .description('{sex, ageYears|ageDays, heightCm, sbp, dbp} (AAP 2017)')
    .action(async (file?: string) => {
      const { assessBloodPressure } = await import('@keychart/clinical/blood-pressure');
      end(await answerJsonLines(file, assessBloodPressure, terminal));
    });
}
