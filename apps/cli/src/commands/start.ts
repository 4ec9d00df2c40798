/** `keychart start`: the server in the foreground, until it is told to stop. */
import { startServer, untilStopped } from '@keychart/server';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { configuration, portNumber } from '../configuration.ts';

export function addStart(program: Command, { terminal }: CommandContext): void {
  program
    .command('start')
    .description('run the server: relay, workstation and portal')
    .option('--port <number>', 'listen here instead of PORT', portNumber)
    .action(async (options: { port?: number }) => {
      const server = await startServer({ config: configuration(options) });
      terminal.say(`Keychart runs at ${server.url}`);
      const code = server.setUpCode();
      if (code !== undefined) {
        terminal.say('There is no practice yet: open that address to set one up.');
        // Only who sees this terminal may: it is written nowhere else.
        terminal.say(`Set-up code: ${code}`);
      }
      await untilStopped(server);
    });
}
