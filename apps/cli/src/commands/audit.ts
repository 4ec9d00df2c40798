/** `keychart audit verify | log`: the server's own log, whether the server is running or not. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type NostrEvent, parseEvent, parseNpub } from '@keychart/nostr';
import { bestVerifier } from '@keychart/nostr/node';
import { AUDIT_HEAD } from '@keychart/protocol';
import {
  type AuditEntry,
  type AuditFault,
  type AuditReport,
  openSqliteStore,
  readAuditLog,
  verifyAudit,
} from '@keychart/relay';
import { type DataFolder, findRunningServer, openDataFolder } from '@keychart/server';
import type { Command } from 'commander';
import { trailLines, verifyTrail } from '../audit-trail.ts';
import type { CommandContext } from '../command-context.ts';
import { configuration } from '../configuration.ts';
import { exitCode, misused, refused } from '../outcome.ts';

const SHOWN = 50;
/** The server writes its log every second. */
const WRITES_MS = 1_500;

interface VerifyOptions {
  readonly json?: boolean;
  readonly heads?: string;
  readonly login?: string;
  readonly wait: string;
}

interface LogOptions {
  readonly since?: string;
  readonly key?: string;
  readonly what?: string;
  readonly json?: boolean;
}

export function addAudit(program: Command, context: CommandContext): void {
  const audit = program
    .command('audit')
    .description('the server’s own log: who came, asked, gave and was refused');
  audit
    .command('verify')
    .description(
      'find entries and events that are missing, altered, moved or put in; the server may be running',
    )
    .option('--heads <file>', 'signed heads kept elsewhere, one event a line, beside those in the store')
    .option(
      '--login <file>',
      'file with an administrator’s nsec, or -: what people signed is verified as well',
    )
    .option('--wait <seconds>', 'how long the server may take to hand out what people signed', '600')
    .option('--json', 'print the report as JSON, with every fault')
    .action((options: VerifyOptions) => verify(options, context));
  audit
    .command('log')
    .description('print the entries, oldest first')
    .option('--since <time>', 'from this ISO time or Unix second on')
    .option('--key <key>', 'only what this npub or hex key did or met')
    .option(
      '--what <name>',
      'only entries of this name: opened, queried, refused, accepted, charter, access-list, …',
    )
    .option('--json', 'one JSON object a line')
    .action((options: LogOptions) => list(options, context));
}

async function verify(options: VerifyOptions, { terminal, end }: CommandContext): Promise<void> {
  const folder = folderWithPractice();
  const heads = options.heads === undefined ? [] : headsOf(options.heads);
  const trail =
    options.login === undefined ? undefined : await verifyTrail(options.login, waitOf(options), terminal);
  const store = openSqliteStore(folder.database);
  const verifier = await bestVerifier();
  const { secret, pubkey: self } = folder.relayKey();
  secret.fill(0);
  const log = openLog(folder, store.eventsOfKinds([AUDIT_HEAD]).length > 0 || heads.length > 0);
  try {
    const running = (await findRunningServer(folder)) !== undefined;
    const pause = running ? { pause: () => sleep(WRITES_MS) } : {};
    const report = await verifyAudit({ log, store, heads, verifier, self, ...pause });
    if (options.json) terminal.out(JSON.stringify({ ...report, ...(trail && { trail }) }, null, 2));
    else for (const line of [...lines(report), ...(trail ? trailLines(trail) : [])]) terminal.out(line);
    end(report.ok && (trail?.findings.length ?? 0) === 0 ? exitCode.ok : exitCode.finding);
  } finally {
    verifier.close();
    log.close();
    store.close();
  }
}

async function list({ since, key, what, json }: LogOptions, { terminal }: CommandContext): Promise<void> {
  const from = since === undefined ? 0 : secondsOf(since);
  const wanted = key === undefined ? undefined : publicKey(key);
  const log = openLog(folderWithPractice(), false);
  try {
    const chosen = function* (): Iterable<string> {
      for (const entry of log.entries()) {
        if (entry.at < from || (what !== undefined && entry.what !== what)) continue;
        if (wanted !== undefined && !entry.detail.includes(`"${wanted}"`)) continue;
        yield json ? jsonLine(entry) : `${entry.seq}  ${timeOf(entry.at)}  ${entry.what}  ${entry.detail}`;
      }
    };
    for (const line of chosen()) terminal.out(line);
  } finally {
    log.close();
  }
}

function folderWithPractice(): DataFolder {
  const folder = openDataFolder(configuration().dataDir);
  if (!folder.settings() || !existsSync(folder.database)) {
    throw refused(`There is no practice in ${folder.path}: there is no log either.`);
  }
  return folder;
}

/** A log that was thrown away whole is a finding, where heads say that there was one. */
function openLog(folder: DataFolder, hasHeads: boolean): ReturnType<typeof readAuditLog> {
  if (existsSync(folder.audit)) {
    try {
      return readAuditLog(folder.audit);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw refused(`${folder.audit} cannot be read as a log (${why}): restore it from a backup.`);
    }
  }
  if (hasHeads) {
    throw refused(`${folder.audit} is gone, and the relay has signed heads of it: restore it from a backup.`);
  }
  throw refused(`There is no log in ${folder.path} yet: it begins when the server starts.`);
}

/** One event a line, as JSON. */
function headsOf(path: string): NostrEvent[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const event = parseLine(line);
      if (!event) throw misused(`--heads ${path}: line ${index + 1} is not a Nostr event.`);
      return [event];
    });
}

function parseLine(line: string): NostrEvent | undefined {
  try {
    const event = parseEvent(JSON.parse(line));
    return 'error' in event ? undefined : event;
  } catch {
    return undefined;
  }
}

function waitOf({ wait }: VerifyOptions): number {
  const seconds = Number(wait);
  if (!(seconds > 0 && seconds <= 86_400)) throw misused(`--wait ${wait}: use seconds, from 1 to 86400.`);
  return seconds;
}

function secondsOf(text: string): number {
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : Date.parse(text) / 1000;
  if (Number.isNaN(seconds))
    throw misused(`--since ${text}: use a time like 2026-11-22T14:00:00Z or a Unix second.`);
  return seconds;
}

function publicKey(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  const parsed = parseNpub(text);
  if (typeof parsed !== 'string') throw misused(`--key ${text}: use an npub1… or 64 hex digits.`);
  return parsed;
}

function jsonLine({ detail, ...entry }: AuditEntry): string {
  let told: unknown = detail;
  try {
    told = JSON.parse(detail);
  } catch {
    // Damaged: shown as it is, `verify` names it.
  }
  return JSON.stringify({ ...entry, detail: told });
}

function lines({ ok, entries, heads, events, faults, notes }: AuditReport): string[] {
  const verdict = ok
    ? `${entries} entries, ${heads} signed heads, ${events} events: the log is whole.`
    : `${entries} entries, ${heads} signed heads, ${events} events; ${faults.length} findings:`;
  const rest = faults.length > SHOWN ? [`  … and ${faults.length - SHOWN} more (--json lists all)`] : [];
  const told = notes.slice(0, SHOWN).map((note) => `  note: ${note}`);
  return [verdict, ...faults.slice(0, SHOWN).map(faultLine), ...rest, ...told];
}

function faultLine({ check, from, to, since, until, id, reason }: AuditFault): string {
  const which = from === undefined ? '' : from === to ? `entry ${from}` : `entries ${from} to ${to}`;
  const when =
    since === undefined
      ? ''
      : since === until
        ? timeOf(since)
        : `${timeOf(since)} to ${timeOf(until ?? since)}`;
  return `  ${[check, which, when, id ?? '', reason].filter((part) => part !== '').join('  ')}`;
}

function timeOf(seconds: number): string {
  return seconds === 0 ? 'the beginning' : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
