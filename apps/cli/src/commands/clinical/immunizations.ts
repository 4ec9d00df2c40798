/** `keychart clinical immunizations`: a patient's doses per line, what each was worth and what is due out. */
import type { Schedule } from '@keychart/clinical/immunizations';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { answerJsonLines } from './json-lines.ts';

export function addImmunizations(clinical: Command, { terminal, end }: CommandContext): void {
  clinical
    .command('immunizations [file]')
    .description(
      '{id, dob, gender, assessmentDate, doses: [{date, cvx, mvx?}], observations?: [code]} (CDSi 4.6)',
    )
    .option(
      '--schedule <file>',
      'a CDSi release (zip) or a compiled schedule (JSON); `built-in` for the one that comes along',
    )
    .action(async (file: string | undefined, { schedule: wanted }: { schedule?: string }) => {
      const { forecastImmunizations, prepareSchedule } = await import('@keychart/clinical/immunizations');
      const schedule = prepareSchedule(await scheduleInUse(wanted));
      end(await answerJsonLines(file, (request) => forecastImmunizations(request, schedule), terminal));
    });
}

/** What was named, or else what was imported last, or else what comes along. */
export async function scheduleInUse(wanted?: string): Promise<Schedule> {
  if (wanted !== undefined && wanted !== 'built-in') {
    const { loadSchedule } = await import('./cdsi/load-schedule.ts');
    return loadSchedule(wanted);
  }
  if (wanted === undefined) {
    const { importedSchedule } = await import('./cdsi/schedule-shelf.ts');
    const imported = importedSchedule();
    if (imported) return imported;
  }
  const { builtInSchedule } = await import('@keychart/clinical/immunizations');
  return builtInSchedule();
}
