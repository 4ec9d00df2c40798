/**
 * `npm run bench [-- name…]`: runs `run()` of every bench/*.ts (or of those named) one after another and
 * prints one JSON object. Progress goes to stderr, so that stdout can be piped.
 */
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './run-tool.ts';

const folder = join(repositoryRoot, 'bench');
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.replace(/\.ts$/, ''));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark named ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

const results: Record<string, unknown> = {};
let failed = false;
for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
  const module = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as {
    run?: () => Promise<unknown>;
  };
  if (typeof module.run !== 'function') continue;
  console.error(`${name} …`);
  try {
    results[name] = await module.run();
  } catch (error) {
    failed = true;
    results[name] = { error: error instanceof Error ? error.message : String(error) };
  }
}
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
};
console.log(JSON.stringify({ machine, results }, null, 2));
process.exit(failed ? 1 : 0);
