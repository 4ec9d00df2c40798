/**
 * What lies in DATA_DIR: the practice's settings, the relay's own key, the event database, and the note of a
 * running server. Files are private to the account that runs the server.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { generateSecretKey, getPublicKey } from '@keychart/nostr';
import { type PracticeSettings, settingsSchema } from './practice-settings.ts';
import { endFounding } from './set-up/found-in-folder.ts';

/** A file in DATA_DIR is not what this program wrote. The message names it and says what to do. */
export class DataFolderError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DataFolderError';
  }
}

export interface DataFolder {
  readonly path: string;
  /** The event database. */
  readonly database: string;
  /** The server's own log. */
  readonly audit: string;
  readonly logins: string;
  settings(): PracticeSettings | undefined;
  saveSettings(settings: PracticeSettings): void;
  /** Path of the event database; the file is made if it is not there, readable by this account only. */
  privateDatabase(): string;
  /** The same for the server's own log. */
  privateAudit(): string;
  /** The relay's secret key, made when first asked for. */
  relayKey(): { readonly secret: Uint8Array; readonly pubkey: string };
  /** Writes a file that only this account can read; whole or not at all. */
  writePrivate(name: string, text: string): void;
  /** Removes everything of the practice. Only for demo practices: the caller checks. */
  clear(): void;
}

const practiceFiles = [
  'settings.json',
  'relay-key',
  'events.sqlite',
  'events.sqlite-wal',
  'events.sqlite-shm',
  'audit.sqlite',
  'audit.sqlite-wal',
  'audit.sqlite-shm',
  'demo-logins.json',
  'agents.json',
];

export function openDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(path, name);

  function writePrivate(name: string, text: string): void {
    const temporary = file(`.${name}.${randomBytes(4).toString('hex')}`);
    writeFileSync(temporary, text, { mode: 0o600, flush: true });
    chmodSync(temporary, 0o600); // the mode above is narrowed by umask, never widened
    renameSync(temporary, file(name));
  }

  function privateFile(name: string): string {
    // SQLite would make it with the mode of the process and give its journal the same.
    closeSync(openSync(file(name), 'a', 0o600));
    return file(name);
  }

  function settings(): PracticeSettings | undefined {
    if (!existsSync(file('settings.json'))) return undefined;
    const parsed = settingsSchema.safeParse(readJson(file('settings.json')));
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.') || 'the file';
    throw new DataFolderError(`${file('settings.json')} is damaged (${where}): restore it from a backup.`);
  }

  function relayKey(): { secret: Uint8Array; pubkey: string } {
    if (!existsSync(file('relay-key'))) {
      writePrivate('relay-key', `${Buffer.from(generateSecretKey()).toString('hex')}\n`);
    }
    const text = readFileSync(file('relay-key'), 'utf8').trim();
    if (!/^[0-9a-f]{64}$/.test(text)) {
      throw new DataFolderError(`${file('relay-key')} is damaged: restore it from a backup.`);
    }
    const secret = Uint8Array.from(Buffer.from(text, 'hex'));
    return { secret, pubkey: getPublicKey(secret) };
  }

  const folder: DataFolder = {
    path,
    database: file('events.sqlite'),
    audit: file('audit.sqlite'),
    logins: file('demo-logins.json'),
    settings,
    saveSettings: (value) => writePrivate('settings.json', `${JSON.stringify(value, null, 2)}\n`),
    privateDatabase: () => privateFile('events.sqlite'),
    privateAudit: () => privateFile('audit.sqlite'),
    relayKey,
    writePrivate,
    clear: () => {
      for (const name of practiceFiles) rmSync(file(name), { force: true });
    },
  };
  endFounding(folder);
  return folder;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new DataFolderError(`${path} is not JSON: restore it from a backup.`);
  }
}
