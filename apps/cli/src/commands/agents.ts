/** `keychart agents`: the service agents whose keys this server keeps, and whether each really gets what it is for. */
import { type AgentFacts, agentShelf, openDataFolder } from '@keychart/server';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { configuration } from '../configuration.ts';
import { exitCode, refused } from '../outcome.ts';
import { openPracticeSession, type PracticeSession } from '../practice-session.ts';

interface Checked extends AgentFacts {
  readonly access: 'works' | 'none';
  /** What it opens, or why it opens nothing. */
  readonly says: string;
}

export function addAgents(program: Command, { terminal, end }: CommandContext): void {
  program
    .command('agents')
    .description('list the service agents of this server and log in as each of them')
    .option('--json', 'print the list as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const config = configuration();
      const folder = openDataFolder(config.dataDir);
      if (!folder.settings()) throw refused(`There is no practice in ${folder.path}.`);
      const shelf = agentShelf(folder, config.agentSecretFile);
      const session = await openPracticeSession(config);
      const checked: Checked[] = [];
      try {
        for (const agent of shelf.list()) {
          checked.push({ ...agent, ...(await access(session, shelf.secretKey(agent.id)!)) });
        }
      } finally {
        await session.close();
      }
      if (json) terminal.out(JSON.stringify(checked, null, 2));
      else if (checked.length === 0) terminal.out('This server keeps no service agents.');
      else for (const { name, service, says } of checked) terminal.out(`${name} (${service}): ${says}`);
      end(checked.every((agent) => agent.access === 'works') ? exitCode.ok : exitCode.finding);
    });
}

async function access(
  session: PracticeSession,
  secret: Uint8Array,
): Promise<Pick<Checked, 'access' | 'says'>> {
  try {
    const chart = await session.open(secret);
    const { compartments } = await chart.identity();
    const { total } = await chart.searchPatients('');
    return { access: 'works', says: `reads ${compartments.join(', ')} of ${total} patients` };
  } catch (error) {
    return { access: 'none', says: error instanceof Error ? error.message : String(error) };
  } finally {
    secret.fill(0);
  }
}
