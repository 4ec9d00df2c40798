/** The AuditEvents people signed, read with an administrator's key: what is missing, altered, reordered or forked. */
import type { AuditFinding, AuditVerdict } from '@keychart/chart';
import { npubEncode } from '@keychart/nostr';
import { openDataFolder } from '@keychart/server';
import { configuration } from './configuration.ts';
import { loginKey } from './login-key.ts';
import { unavailable } from './outcome.ts';
import { openPracticeSession, within } from './practice-session.ts';
import type { Terminal } from './terminal.ts';

/**
 * `login`: a file with the nsec, or `-`; `wait`: seconds the server may take. Logging in is an entry itself. Throws
 * CommandError where the log does not come whole.
 */
export async function verifyTrail(login: string, wait: number, terminal: Terminal): Promise<AuditVerdict> {
  const config = configuration();
  const secretKey = await loginKey(login, openDataFolder(config.dataDir), terminal);
  const session = await openPracticeSession(config);
  try {
    const chart = await session.open(secretKey);
    return await within(wait * 1000, chart.verifyAudit().catch(incomplete));
  } finally {
    await session.close();
    secretKey.fill(0);
  }
}

function incomplete(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  throw unavailable(
    `What people signed could not be read whole: ${why}. Nothing was verified of it; try again.`,
  );
}

export function trailLines({ entries, chains, findings }: AuditVerdict): string[] {
  const what = `${entries} entries signed by people, in ${chains} chains`;
  if (findings.length === 0) return [`${what}: none missing or altered.`];
  return [`${what}; ${findings.length} findings:`, ...findings.map(findingLine)];
}

function findingLine({ kind, author, device, from, to }: AuditFinding): string {
  const which = from === to ? `entry ${from}` : `entries ${from} to ${to}`;
  // Nothing is gone, and only who holds the person's key can have done it.
  const copied = kind === 'forked' ? ': the device went on from an older copy of itself, or was copied' : '';
  return `  ${kind}  ${which}  of ${npubEncode(author)}, device ${device}${copied}`;
}
