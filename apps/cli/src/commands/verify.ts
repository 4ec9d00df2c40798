/** `keychart verify`: is every stored event genuine and its author entitled to it? */
import { existsSync } from 'node:fs';
import { bestVerifier } from '@keychart/nostr/node';
import { openSqliteStore } from '@keychart/relay';
import { openDataFolder } from '@keychart/server';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { configuration } from '../configuration.ts';
import { exitCode, refused } from '../outcome.ts';
import { type VerifyReport, verifyStore } from '../verify-store.ts';

const SHOWN = 50;

export function addVerify(program: Command, { terminal, end }: CommandContext): void {
  program
    .command('verify')
    .description('check id, signature and authority of every stored event; the server may be running')
    .option('--json', 'print the report as JSON, with every fault')
    .action(async (options: { json?: boolean }) => {
      const folder = openDataFolder(configuration().dataDir);
      const settings = folder.settings();
      if (!settings || !existsSync(folder.database)) {
        throw refused(`There is no practice in ${folder.path}: nothing to verify.`);
      }
      const store = openSqliteStore(folder.database);
      const verifier = await bestVerifier();
      const { secret } = folder.relayKey();
      try {
        const report = await verifyStore({ store, verifier, root: settings.root, relaySecret: secret });
        if (options.json) terminal.out(JSON.stringify(report, null, 2));
        else for (const line of lines(report)) terminal.out(line);
        end(report.ok ? exitCode.ok : exitCode.finding);
      } finally {
        secret.fill(0);
        verifier.close();
        store.close();
      }
    });
}

function lines({ ok, events, faults, notes }: VerifyReport): string[] {
  const shown = faults
    .slice(0, SHOWN)
    .map(({ id, kind, check, reason }) => `  ${check.padEnd(9)} kind ${kind}  ${id}  ${reason}`);
  const rest = faults.length > SHOWN ? [`  … and ${faults.length - SHOWN} more (--json lists all)`] : [];
  const verdict = ok
    ? `${events} events: every id, signature and author is right.`
    : `${events} events, ${faults.length} faulty:`;
  return [verdict, ...shown, ...rest, ...notes.map((note) => `  note: ${note}`)];
}
