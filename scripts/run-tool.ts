/** Runs the tools of this repository (tsc, vite, vitest …) with this Node, found by their package, not by PATH. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot: string = fileURLToPath(new URL('..', import.meta.url));

/** Absolute path of a package's command. Throws if `npm ci` has not been run. */
function toolPath(packageName: string, command: string = packageName): string {
  // Not by require.resolve: some packages do not export their manifest.
  const manifest = join(repositoryRoot, 'node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifest), file);
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Collects the output instead of showing it. */
  readonly quiet?: boolean;
}

export interface RunResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end, without a terminal to ask questions on. Never rejects for a failing program. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? repositoryRoot,
      env: { ...process.env, ...(options.quiet && { NO_COLOR: '1' }), ...options.env },
      stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs a package's command, e.g. `runTool(['typescript', 'tsc'], ['-p', '.'])`. */
export function runTool(
  tool: string | readonly [packageName: string, command: string],
  args: readonly string[],
  options?: RunOptions,
): Promise<RunResult> {
  const [packageName, command] = typeof tool === 'string' ? [tool, tool] : tool;
  return runProgram(process.execPath, [toolPath(packageName, command), ...args], options);
}
