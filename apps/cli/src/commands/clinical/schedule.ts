/** `keychart clinical schedule`: the immunization schedule in use; import a CDSi release, put an overlay on top, undo. */
import { writeFileSync } from 'node:fs';
import { isInputProblem } from '@keychart/clinical';
import type { Schedule } from '@keychart/clinical/immunizations';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { refused } from '../../outcome.ts';
import type { Terminal } from '../../terminal.ts';
import { scheduleInUse } from './immunizations.ts';

const SHOWN = 60;

interface DifferenceOptions {
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

export function addSchedule(clinical: Command, context: CommandContext): void {
  const schedule = clinical.command('schedule').description('the immunization schedule in use');
  const { terminal } = context;
  schedule
    .command('import <file>')
    .description(
      'put an official CDSi release (zip) or a compiled schedule (JSON) into use, and say what changes',
    )
    .option('--all', 'say every change')
    .option('--dry-run', 'say what would change and leave it')
    .action(async (file: string, options: DifferenceOptions) => {
      const { loadSchedule } = await import('./cdsi/load-schedule.ts');
      await putInUse(loadSchedule(file), options, terminal);
    });
  schedule
    .command('overlay <file>')
    .description('alter single rules: {overlay, date, changes: [{antigen, series?, dose?, set|add|remove}]}')
    .option('--all', 'say every change')
    .option('--dry-run', 'say what would change and leave it')
    .action(async (file: string, options: DifferenceOptions) => {
      const [{ loadJson }, { applyOverlay }] = await Promise.all([
        import('./cdsi/load-schedule.ts'),
        import('@keychart/clinical/immunizations'),
      ]);
      const altered = applyOverlay(await scheduleInUse(), loadJson(file));
      if (isInputProblem(altered)) throw refused(`${file}: ${altered.error.field} ${altered.error.message}.`);
      await putInUse(altered, options, terminal);
    });
  addLooking(schedule, context);
}

function addLooking(schedule: Command, { terminal }: CommandContext): void {
  schedule
    .command('undo')
    .description('go back to the schedule that was in use before')
    .action(async () => {
      const { unshelve } = await import('./cdsi/schedule-shelf.ts');
      if (!unshelve()) throw refused('Nothing was imported: the built-in schedule is in use.');
      terminal.out(`In use again: ${described(await scheduleInUse())}`);
    });
  schedule
    .command('list')
    .description('the schedules imported so far, the one in use last')
    .action(async () => {
      const [{ shelvedSchedules }, { loadSchedule }, { builtInSchedule }] = await Promise.all([
        import('./cdsi/schedule-shelf.ts'),
        import('./cdsi/load-schedule.ts'),
        import('@keychart/clinical/immunizations'),
      ]);
      const shelf = shelvedSchedules();
      const mark = (index: number) => (index === shelf.length ? '* ' : '  ');
      terminal.out(`${mark(0)}built-in  ${described(await builtInSchedule())}`);
      for (const [index, { number, file }] of shelf.entries())
        terminal.out(`${mark(index + 1)}${String(number).padStart(8)}  ${described(loadSchedule(file))}`);
    });
  schedule
    .command('export [file]')
    .description('write the schedule in use in the compiled form, for --schedule or to look at')
    .action(async (file: string | undefined) => {
      const text = JSON.stringify(await scheduleInUse());
      if (file === undefined) await terminal.stream(text);
      else writeFileSync(file, `${text}\n`);
    });
}

async function putInUse(next: Schedule, options: DifferenceOptions, terminal: Terminal): Promise<void> {
  const { scheduleDifference } = await import('@keychart/clinical/immunizations');
  const before = await scheduleInUse();
  const lines = scheduleDifference(before, next);
  terminal.out(
    `${described(before)} → ${described(next)}: ${lines.length === 1 ? '1 rule changes' : `${lines.length} rules change`}`,
  );
  const shown = options.all ? lines : lines.slice(0, SHOWN);
  for (const line of shown) terminal.out(`  ${line}`);
  if (lines.length > shown.length)
    terminal.out(`  … and ${lines.length - shown.length} more (--all says them)`);
  for (const line of endedSeasons(next)) terminal.out(`  note: ${line}`);
  if (options.dryRun) return;
  const { shelve } = await import('./cdsi/schedule-shelf.ts');
  const { number } = shelve(next);
  terminal.out(`In use as number ${number}; \`keychart clinical schedule undo\` takes it back.`);
}

/** A release carries the seasons of its year: one that is over forecasts nothing, which a person should know. */
function endedSeasons(
  { antigens }: Schedule,
  today = new Date().toISOString().slice(0, 10),
): readonly string[] {
  const ended = antigens.flatMap(({ antigen, series }) =>
    series.flatMap(({ doses }) =>
      doses.flatMap(({ season }) =>
        season?.end !== undefined && !season.yearly && season.end < today
          ? [`${antigen}: the season ended on ${season.end}; import the release of this year`]
          : [],
      ),
    ),
  );
  return [...new Set(ended)];
}

const described = ({ name, issued, source }: Schedule) => `${name} (${source}, ${issued})`;
