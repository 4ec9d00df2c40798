/**
 * `keychart clinical …`: the engine of packages/clinical from the command line, JSON Lines in and out.
 * Each sub-command is a file here and a line below; a room of the engine is loaded when its command runs.
 */
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { addBloodPressure } from './bp.ts';
import { addCalculate } from './calculate.ts';
import { addDose } from './dose.ts';
import { addGrowth } from './growth.ts';
import { addIcd10 } from './icd10.ts';
import { addImmunizations } from './immunizations.ts';
import { addInteractions } from './interactions.ts';
import { addSchedule } from './schedule.ts';

const subCommands: readonly ((clinical: Command, context: CommandContext) => void)[] = [
  addImmunizations,
  addSchedule,
  addGrowth,
  addBloodPressure,
  addCalculate,
  addInteractions,
  addDose,
  addIcd10,
];

export function addClinical(program: Command, context: CommandContext): void {
  const clinical = program
    .command('clinical')
    .description('growth, blood pressure, immunizations, medicines: JSON Lines in, JSON Lines out')
    .addHelpText('after', '\nIt supports judgement and does not replace it: see docs/clinical.md.');
  for (const add of subCommands) add(clinical, context);
}
