/** Where a command reads and writes; tests and scripts bring their own. */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Terminal {
  /** Results: what a script would read. */
  out(line: string): void;
  /** Many results: resolves when there is room for more. */
  stream(lines: string): Promise<void>;
  /** Everything else: progress, warnings, errors. */
  say(line: string): void;
  readStdin(): Promise<string>;
  /** Standard input piece by piece. */
  stdin(): AsyncIterable<string>;
}

export const processTerminal: Terminal = {
  out: (line) => {
    process.stdout.write(`${line}\n`);
  },
  stream: async (lines) => {
    if (!process.stdout.write(`${lines}\n`)) await once(process.stdout, 'drain');
  },
  say: (line) => {
    process.stderr.write(`${line}\n`);
  },
  readStdin: () => text(process.stdin),
  stdin: () => process.stdin.setEncoding('utf8'),
};
