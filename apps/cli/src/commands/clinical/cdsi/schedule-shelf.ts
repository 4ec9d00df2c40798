/**
 * The schedules a practice has imported, one numbered file each in `DATA_DIR/schedules`; the highest number is in use.
 * Undoing puts the file aside under another name, so that nothing published is lost.
 */
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schedule } from '@keychart/clinical/immunizations';
import { configuration } from '../../../configuration.ts';
import { loadSchedule } from './load-schedule.ts';

const FILE = /^(\d{4})\.json$/;

export interface ShelvedSchedule {
  readonly number: number;
  readonly file: string;
}

export const shelfFolder = (): string => join(configuration().dataDir, 'schedules');

/** Oldest first. */
export function shelvedSchedules(folder = shelfFolder()): readonly ShelvedSchedule[] {
  return namesIn(folder)
    .flatMap((name) => {
      const number = FILE.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), file: join(folder, name) }];
    })
    .sort((a, b) => a.number - b.number);
}

/** The imported schedule in use; undefined: none, so the built-in one holds. */
export function importedSchedule(folder = shelfFolder()): Schedule | undefined {
  const last = shelvedSchedules(folder).at(-1);
  return last && loadSchedule(last.file);
}

export function shelve(schedule: Schedule, folder = shelfFolder()): ShelvedSchedule {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const taken = namesIn(folder).map((name) => Number(/^(\d{4})\./.exec(name)?.[1] ?? 0));
  const number = Math.max(0, ...taken) + 1;
  const file = join(folder, `${String(number).padStart(4, '0')}.json`);
  // Written beside and renamed: a reader never meets half a schedule.
  writeFileSync(`${file}.new`, JSON.stringify(schedule), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return { number, file };
}

/** Puts the schedule in use aside; the one before it is in use again. */
export function unshelve(folder = shelfFolder()): ShelvedSchedule | undefined {
  const last = shelvedSchedules(folder).at(-1);
  if (last) renameSync(last.file, last.file.replace(/\.json$/, '.undone.json'));
  return last;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
