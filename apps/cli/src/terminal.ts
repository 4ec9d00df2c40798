/** Where a command reads and writes; tests and scripts bring their own. */
import { text } from 'node:stream/consumers';

export interface Terminal {
  /** Results: what a script would read. */
  out(line: string): void;
  /** Everything else: progress, warnings, errors. */
  say(line: string): void;
  readStdin(): Promise<string>;
}

export const processTerminal: Terminal = {
  out: (line) => {
    process.stdout.write(`${line}\n`);
  },
  say: (line) => {
    process.stderr.write(`${line}\n`);
  },
  readStdin: () => text(process.stdin),
};
