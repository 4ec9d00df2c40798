/**
 * `npm test`: all suites. Unit and integration tests (Vitest), then the web apps are built and driven in
 * Chromium (Playwright). Ends with one line that sums them up; fails when a test failed or a suite broke.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApps } from './build-apps.ts';
import { repositoryRoot, runTool } from './run-tool.ts';
import { setUpBrowser } from './setup-tests.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const reports = mkdtempSync(join(tmpdir(), 'keychart-tests-'));
const notes: string[] = [];

/** A report that is not there means that the runner broke: that is a failure, not an absence of tests. */
function readReport<T>(file: string, tally: (report: T) => Tally, code: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const counted = tally(JSON.parse(readFileSync(file, 'utf8')) as T);
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function unitTests(): Promise<Tally> {
  const file = join(reports, 'vitest.json');
  const { code } = await runTool(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { env: browser.path ? { CHROMIUM_PATH: browser.path } : {} },
  );
  interface Report {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  }
  return readReport<Report>(
    file,
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
    code,
  );
}

async function browserTests(): Promise<Tally> {
  const folder = join(repositoryRoot, 'e2e');
  const specs = readdirSync(folder, { recursive: true }).filter((name) => /\.spec\.ts$/.test(String(name)));
  if (specs.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  if (!browser.path) {
    notes.push(`Skipped: ${specs.length} end-to-end files, ${browser.reason ?? 'no browser'}.`);
    return { passed: 0, failed: 0, skipped: specs.length };
  }
  if (!(await buildApps())) return { passed: 0, failed: 1, skipped: 0 };
  const file = join(reports, 'playwright.json');
  const { code } = await runTool(
    ['@playwright/test', 'playwright'],
    ['test', '--config', join(folder, 'playwright.config.ts'), '--reporter=list,json'],
    { env: { CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
  );
  interface Report {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }
  return readReport<Report>(
    file,
    ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }),
    code,
  );
}

const started = Date.now();
const suites = { unit: unitTests, e2e: browserTests };
const wanted = process.argv[2];
if (wanted !== undefined && !(wanted in suites)) {
  console.error(`There is no suite "${wanted}": npm test -- unit, npm test -- e2e, or npm test for both.`);
  process.exit(2);
}
// First of all: the store's contract runs in Chromium as well, within the unit tests.
const browser = await setUpBrowser();
const tallies: Tally[] = [];
for (const [name, run] of Object.entries(suites)) if ((wanted ?? name) === name) tallies.push(await run());
rmSync(reports, { recursive: true, force: true });
if (!existsSync(process.env.KEYCHART_REFERENCE ?? join(repositoryRoot, '../shared/reference'))) {
  notes.push('Skipped: checks against the reference data, which are not on this machine.');
}
for (const note of notes) console.log(note);
const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
console.log(`All suites took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
