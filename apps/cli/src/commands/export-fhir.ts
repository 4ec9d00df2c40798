/** `keychart export fhir`: one patient's records as they stand now, as a FHIR R4 collection bundle. */
import { writeFileSync } from 'node:fs';
import { exportBundle, linkPatients } from '@keychart/fhir';
import { openDataFolder } from '@keychart/server';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { configuration } from '../configuration.ts';
import { loginKey } from '../login-key.ts';
import { refused } from '../outcome.ts';
import { openPracticeSession } from '../practice-session.ts';

interface ExportOptions {
  readonly as?: string;
  readonly out?: string;
}

export function addExport(program: Command, { terminal }: CommandContext): void {
  program
    .command('export')
    .description('take records out')
    .command('fhir <patient-id>')
    .description('all records of one patient, by FHIR id, as a FHIR R4 bundle')
    .option('--as <file>', 'file with the nsec of who reads, or - for standard input; else KEYCHART_NSEC')
    .option('--out <file>', 'write here (readable by this account only) instead of to standard output')
    .action(async (patientId: string, options: ExportOptions) => {
      const config = configuration();
      const secretKey = await loginKey(options.as, openDataFolder(config.dataDir), terminal);
      const session = await openPracticeSession(config);
      try {
        const chart = await session.open(secretKey);
        if (chart.allEntries(patientId).length === 0)
          throw refused(`There is no patient with the id ${patientId}.`);
        await chart.openPatient(patientId);
        const resources = linkPatients(
          chart
            .allEntries(patientId)
            .filter(({ removed }) => !removed)
            .map(({ resource }) => resource),
          await chart.mergedPatients(),
        );
        const text = JSON.stringify(
          exportBundle(resources, { timestamp: new Date().toISOString() }),
          null,
          2,
        );
        await chart.noteExport('All records as a FHIR bundle', patientId);
        await chart.settled();
        if (options.out === undefined) terminal.out(text);
        else writeFileSync(options.out, `${text}\n`, { mode: 0o600 });
        terminal.say(`${resources.length} resources.`);
        const unread = (await chart.problems(patientId)).length;
        if (unread > 0)
          terminal.say(`${unread} entries could not be read or verified and are not in the file.`);
      } finally {
        await session.close();
        secretKey.fill(0);
      }
    });
}
