/**
 * The note a running server leaves in DATA_DIR, so that commands find it and no second one opens the same
 * database. A note of a server that died is recognised: nobody answers at its address.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { DataFolder } from './data-folder.ts';

const noteSchema = z.object({ pid: z.int(), url: z.url(), instance: z.string() });
const NOTE = 'server.json';

export type ServerNote = z.infer<typeof noteSchema>;

export function leaveNote(folder: DataFolder, note: ServerNote): () => void {
  folder.writePrivate(NOTE, `${JSON.stringify(note)}\n`);
  return () => {
    if (readNote(folder)?.instance === note.instance) rmSync(join(folder.path, NOTE), { force: true });
  };
}

/** The server that works on this folder, if it answers within `timeoutMs`. */
export async function findRunningServer(
  folder: DataFolder,
  timeoutMs = 2_000,
): Promise<ServerNote | undefined> {
  const note = readNote(folder);
  if (!note) return undefined;
  try {
    const response = await fetch(new URL('/healthz', note.url), { signal: AbortSignal.timeout(timeoutMs) });
    const { instance } = (await response.json()) as { instance?: string };
    // Another server may have taken the port since.
    return instance === note.instance ? note : undefined;
  } catch {
    return undefined; // nobody there: the note is of a server that was killed
  }
}

function readNote(folder: DataFolder): ServerNote | undefined {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(join(folder.path, NOTE), 'utf8')));
  } catch {
    return undefined; // none, or written by something else
  }
}
