/** What every command is given. */
import type { ExitCode } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** What a command needs to do its work and to say how it ended. */
export interface CommandContext {
  readonly terminal: Terminal;
  end(code: ExitCode): void;
}
