/**
 * Finds the browser for the end-to-end tests: CHROMIUM_PATH, the system's chromium, or the one Playwright
 * downloaded. On Debian and Ubuntu, as root, it installs the package; elsewhere it says what was skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { runProgram } from './run-tool.ts';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface TestBrowser {
  /** Undefined: none, and `reason` says why and what to do. */
  readonly path?: string;
  readonly reason?: string;
}

function findBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  return [...(wanted ? [wanted] : []), ...systemPaths, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

export async function setUpBrowser(): Promise<TestBrowser> {
  const found = findBrowser();
  if (found) return { path: found };
  const hint = 'install chromium or set CHROMIUM_PATH';
  if (!isDebian() || process.getuid?.() !== 0) return { reason: `no chromium on this machine: ${hint}` };
  console.log('Installing chromium for the end-to-end tests …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runProgram('apt-get', ['update', '-qq'], { quiet: true, env });
  const install = await runProgram(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    { quiet: true, env },
  );
  const installed = findBrowser();
  if (installed) return { path: installed };
  console.log(`${update.output}\n${install.output}`.trim());
  return { reason: `chromium could not be installed: ${hint}` };
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /debian|ubuntu/.test(readFileSync('/etc/os-release', 'utf8'));
}
