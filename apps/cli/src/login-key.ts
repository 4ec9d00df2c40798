/** The secret key a command signs with: from a file, from standard input, or from KEYCHART_NSEC. Never an argument. */
import { existsSync, readFileSync } from 'node:fs';
import { parseNsec } from '@keychart/nostr';
import { type DataFolder, loginKeyFromEnvironment } from '@keychart/server';
import { readDemoLogins } from './demo-logins.ts';
import { misused, unavailable } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** `as`: a path, or `-` for standard input. In a demo practice the demo doctor signs by default. */
export async function loginKey(
  as: string | undefined,
  folder: DataFolder,
  terminal: Terminal,
): Promise<Uint8Array> {
  const text = await keyText(as, folder, terminal);
  const key = parseNsec(text.trim());
  if (key instanceof Uint8Array) return key;
  throw misused(`The login key cannot be used: ${key.error}.`);
}

async function keyText(as: string | undefined, folder: DataFolder, terminal: Terminal): Promise<string> {
  if (as === '-') return terminal.readStdin();
  if (as !== undefined) {
    // A key on the command line stays in the shell's history and in every process list.
    if (/^nsec1/.test(as))
      throw misused('--as takes a file or "-", never the key itself: it would be visible to others.');
    if (!existsSync(as)) throw unavailable(`${as}: there is no such file.`);
    return readFileSync(as, 'utf8');
  }
  const fromEnvironment = loginKeyFromEnvironment();
  if (fromEnvironment) return fromEnvironment;
  const doctor =
    folder.settings()?.demo && readDemoLogins(folder)?.logins.find(({ role }) => role === 'doctor');
  if (doctor) return doctor.nsec;
  throw misused(
    'Who signs? Give a file with the nsec by --as FILE, pipe it to --as -, or set KEYCHART_NSEC.',
  );
}
