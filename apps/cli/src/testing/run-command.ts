/** Test fixture: runs `keychart` in this process on a data folder of its own and keeps what it printed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runKeychart } from '../main.ts';

export interface CommandResult {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly said: string;
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Commands run one after the other: they share `process.env`. */
export async function keychart(
  dataDir: string,
  args: readonly string[],
  { env = {}, stdin = '' }: CommandOptions = {},
): Promise<CommandResult> {
  const out: string[] = [];
  const said: string[] = [];
  const before = { ...process.env };
  Object.assign(process.env, { DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: '0', ...env });
  try {
    const code = await runKeychart(args, {
      out: (line) => out.push(line),
      stream: async (lines) => {
        out.push(lines);
      },
      say: (line) => said.push(line),
      readStdin: async () => stdin,
      stdin: () => Readable.from([stdin]),
    });
    return { code, out: out.join('\n'), said: said.join('\n') };
  } finally {
    process.env = before;
  }
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'keychart-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
