/** `keychart clinical calculate <what>`: kidney function, body surface, corrected QT, vital ranges, unit conversion. */
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { misused } from '../../outcome.ts';
import { answerJsonLines, type Work } from './json-lines.ts';

export function addCalculate(clinical: Command, { terminal, end }: CommandContext): void {
  clinical
    .command('calculate <what> [file]')
    .description(
      'egfr {ageYears, heightCm, creatinine, unit?} · bsa {heightCm, weightKg} · qtc {qtMs, heartRate|rrMs} · vitals {ageDays|ageYears} · units {value, from, to, substance?}',
    )
    .action(async (what: string, file?: string) => {
      const engine = await import('@keychart/clinical/calculators');
      const calculators: Readonly<Record<string, Work>> = {
        egfr: engine.kidneyFunction,
        bsa: engine.bodySurface,
        qtc: engine.correctedQt,
        vitals: engine.vitalRanges,
        units: engine.convertQuantity,
      };
      const work = calculators[what];
      if (work === undefined)
        throw misused(`There is no calculator ${what}: ${Object.keys(calculators).join(', ')}.`);
      end(await answerJsonLines(file, work, terminal));
    });
}
