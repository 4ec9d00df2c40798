/**
 * Puts a practice into an empty data folder: all of it or nothing, whenever the process dies. The events are written
 * beside, and `settings.json` comes last: without it there is no practice.
 *
 *   founding.json (wx)  →  founding.sqlite  →  events.sqlite  →  settings.json  →  founding.json removed
 *
 * Whoever opens the folder next ends what was begun: from `events.sqlite` on forwards, before that backwards.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { VerifiedEvent } from '@keychart/nostr';
import { openSqliteStore } from '@keychart/relay';
import * as z from 'zod';
import { type PracticeSettings, settingsSchema } from '../practice-settings.ts';

/** The folder takes no practice; the message says why and what to do. */
export class FoundingRefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FoundingRefusedError';
  }
}

interface NewPractice {
  readonly settings: PracticeSettings;
  readonly events: readonly VerifiedEvent[];
}

const NOTE = 'founding.json';
const DRAFT = 'founding.sqlite';
/** A founding takes less than a second: a note this old is of one that died. */
const STALE_MS = 60_000;

const noteSchema = z.object({ pid: z.int(), settings: settingsSchema });

/** What founding needs of a data folder. */
interface Folder {
  readonly path: string;
  readonly database: string;
  settings(): PracticeSettings | undefined;
  saveSettings(settings: PracticeSettings): void;
  relayKey(): unknown;
}

/**
 * Throws FoundingRefusedError and leaves the folder as it was where it holds something already.
 *
 * @param onStep for tests: told after each step that is on the disk
 */
export function foundInFolder(
  folder: Folder,
  { settings, events }: NewPractice,
  onStep: (step: string) => void = () => undefined,
): void {
  endFounding(folder);
  refuseFull(folder);
  const path = (name: string) => join(folder.path, name);
  try {
    writeFileSync(path(NOTE), JSON.stringify({ pid: process.pid, settings }), {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new FoundingRefusedError(`another program is setting up a practice in ${folder.path} right now.`);
  }
  onStep('noted');
  try {
    closeSync(openSync(path(DRAFT), 'w', 0o600));
    const store = openSqliteStore(path(DRAFT));
    store.insert(events.map((event) => ({ event, raw: JSON.stringify(event) })));
    onStep('written');
    store.close();
    folder.relayKey();
    onStep('closed');
    renameSync(path(DRAFT), folder.database);
  } catch (error) {
    removeDraft(folder);
    throw error;
  }
  flushFolder(folder);
  onStep('in place');
  folder.saveSettings(settings);
  onStep('settled');
  rmSync(path(NOTE), { force: true });
}

/** Ends a founding that was cut off; does nothing while the process that began it lives. */
export function endFounding(folder: Folder): void {
  const path = join(folder.path, NOTE);
  const note = readNote(path);
  if (note === undefined) return;
  if (note !== 'torn') {
    if (isAlive(note.pid) && Date.now() - statSync(path).mtimeMs < STALE_MS) return;
    // The database was renamed when it was whole: this practice was founded but for its last word.
    if (existsSync(folder.database) && folder.settings() === undefined) folder.saveSettings(note.settings);
  }
  removeDraft(folder);
}

function refuseFull(folder: Folder): void {
  const settings = folder.settings();
  if (settings) {
    const what = settings.demo ? 'the demo practice' : `the practice "${settings.name}"`;
    throw new FoundingRefusedError(`${folder.path} already holds ${what}. Set DATA_DIR to another folder.`);
  }
  if (existsSync(folder.database)) {
    throw new FoundingRefusedError(
      `${folder.database} is there, but no settings.json: restore it from a backup, or set DATA_DIR.`,
    );
  }
}

function removeDraft(folder: Folder): void {
  for (const name of [DRAFT, `${DRAFT}-wal`, `${DRAFT}-shm`, NOTE]) {
    rmSync(join(folder.path, name), { force: true });
  }
}

function readNote(path: string): z.infer<typeof noteSchema> | 'torn' | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Nothing is done before the note is whole. It may be being written this very moment, too.
    return Date.now() - statSync(path).mtimeMs < STALE_MS ? undefined : 'torn';
  }
}

/** Ours is dead: a founding has no pause in which we could ask. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Renames reach the disk with the folder. */
function flushFolder({ path }: Folder): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
