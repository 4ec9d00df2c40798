/** How a command ends. Scripts may rely on the numbers; `--help` and docs/deployment.md list them. */
export const exitCode = {
  ok: 0,
  /** Something was found wrong, or what was asked for was refused. */
  finding: 1,
  /** The command was not understood. */
  usage: 2,
  /** A server, port, disk or file that is needed cannot be had. */
  unavailable: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Ends a command with a sentence for a person: what happened and what to do. */
export class CommandError extends Error {
  readonly code: ExitCode;
  constructor(code: Exclude<ExitCode, 0>, message: string) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
  }
}

export const refused = (message: string): CommandError => new CommandError(exitCode.finding, message);
export const misused = (message: string): CommandError => new CommandError(exitCode.usage, message);
export const unavailable = (message: string): CommandError => new CommandError(exitCode.unavailable, message);
