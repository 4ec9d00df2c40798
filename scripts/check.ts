/**
 * `npm run check`: format and lint, types of every workspace, boundaries, dead code. Runs all of them even if
 * one fails, shows the output of those that did, and ends with one line each.
 */
import { runTool } from './run-tool.ts';
import { workspaces } from './workspaces.ts';

interface Step {
  readonly name: string;
  run(): Promise<{ code: number; output: string }>;
}

const quiet = { quiet: true } as const;
const typeCheck = (folder: string): Step => ({
  name: `types ${folder}`,
  run: () => runTool(['typescript', 'tsc'], ['-p', folder], quiet),
});

const steps: Step[] = [
  {
    name: 'format and lint',
    run: () => runTool(['@biomejs/biome', 'biome'], ['check', '--diagnostic-level=error', '.'], quiet),
  },
  ...workspaces().map(({ folder }) => typeCheck(folder)),
  typeCheck('.'),
  {
    name: 'boundaries and documents',
    run: () => runTool('vitest', ['run', 'test/', '--reporter=dot'], quiet),
  },
  {
    name: 'dependencies of what ships',
    run: () =>
      runTool(
        'knip',
        ['--strict', '--exclude', 'exports,types', '--no-progress', '--no-config-hints'],
        quiet,
      ),
  },
  { name: 'dead code', run: () => runTool('knip', ['--no-progress', '--no-config-hints'], quiet) },
];

const only = process.argv[2];
const results: { name: string; code: number }[] = [];
for (const step of steps.filter(({ name }) => !only || name.includes(only))) {
  const { code, output } = await step.run();
  if (code !== 0) console.log(`\n=== ${step.name}\n${output.trimEnd()}\n`);
  results.push({ name: step.name, code });
}
for (const { name, code } of results) console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
const failed = results.filter(({ code }) => code !== 0).length;
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${results.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
