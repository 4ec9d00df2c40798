// IndexedDB has no stand-in worth testing: the contract runs in a real Chromium, from CHROMIUM_PATH or /usr/bin/chromium.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeContract } from './contract.ts';
import type {} from './contract-page.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);
const title = isThere
  ? 'IndexedDB store in Chromium'
  : `IndexedDB store: SKIPPED, no Chromium at ${executablePath} (set CHROMIUM_PATH)`;

describe.skipIf(!isThere)(title, () => {
  let server: Server;
  let origin: string;
  let browser: Browser;
  let page: Page;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    const script = await bundlePage();
    server = createServer((request, response) => {
      const isScript = request.url === '/page.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    page = await openPage(await browser.newContext(), origin);
  });

  afterAll(async () => {
    // Only what a failed test left running.
    for (const child of started)
      if (child.exitCode === null && child.signalCode === null) await killGroup(child);
    await browser?.close();
    server?.close();
  });

  for (const [index, { name }] of storeContract.entries()) {
    it(name, () => page.evaluate((number) => storeChecks.contract(number), index));
  }

  it('runs every case of the contract', async () => {
    expect(await page.evaluate(() => storeChecks.contractNames())).toEqual(
      storeContract.map(({ name }) => name),
    );
  });

  it('seals and opens blocks with the WebCrypto of the browser', async () => {
    const { items, sealMs, openMs } = await page.evaluate(() => storeChecks.sealAndOpen(10_000, 1500));
    expect(items).toBe(10_000);
    // Roomy: a shared test machine. bench/store.ts measures.
    expect(sealMs + openMs).toBeLessThan(10_000);
  });

  it('throws StoreFullError when the quota is met, keeps what was acknowledged, and can be emptied', async () => {
    const full = await openPage(await browser.newContext(), origin);
    const session = await full.context().newCDPSession(full);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
    const result = await full.evaluate(() => storeChecks.fill());
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await full.context().close();
    expect(result).toEqual({ error: 'StoreFullError', isWhole: true, isWritableAfter: true });
  });

  it('lets another tab wipe the database, and says that it is closed', async () => {
    const context = await browser.newContext();
    const [one, other] = [await openPage(context, origin), await openPage(context, origin)];
    await one.evaluate(() => storeChecks.hold('shared'));
    expect(await other.evaluate(() => storeChecks.wipe('shared'))).toBe(0);
    expect(await one.evaluate(() => storeChecks.heldError())).toBe('StoreClosedError');
    await context.close();
  });

  it('refuses a database of a newer version', async () => {
    expect(await page.evaluate(() => storeChecks.openNewer())).toBe('NewerFormatError');
  });

  it('empties a database that another tab does not let go of, and says so', async () => {
    const result = await page.evaluate(() => storeChecks.wipeBlocked());
    expect(result).toEqual({ error: 'StoreBlockedError', rows: 0 });
  });

  it('says so where the browser keeps nothing', async () => {
    expect(await page.evaluate(() => storeChecks.openRefused())).toBe('StoreUnavailableError');
  });

  it('has every acknowledged write, whole, after the browser was killed', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'keychart-chromium-'));
    try {
      let acknowledged = 0;
      const first = await startChromium(profile);
      const streaming = await openPage(first.context, origin, async (tab) => {
        await tab.exposeFunction('acknowledge', async (count: number) => {
          acknowledged = count;
        });
      });
      streaming.evaluate(() => storeChecks.stream(globalThis.acknowledge)).catch(() => 'the page is gone');
      while (acknowledged < 25) await new Promise((resolve) => setTimeout(resolve, 10));
      await killGroup(first.process);
      const second = await startChromium(profile);
      const { a, b } = await (await openPage(second.context, origin)).evaluate(() => storeChecks.streamed());
      await killGroup(second.process);
      expect(a).toBe(b);
      expect(a).toBeGreaterThanOrEqual(acknowledged);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    }
  });

  /** A Chromium whose profile outlives it, driven over its debugging port on loopback. */
  async function startChromium(profile: string): Promise<{ process: ChildProcess; context: BrowserContext }> {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--remote-debugging-port=0',
    ];
    const process = spawn(executablePath, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    started.push(process);
    const endpoint = await new Promise<string>((resolve, reject) => {
      let output = '';
      process.stderr.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const url = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
        if (url) resolve(url);
      });
      process.once('exit', () => reject(new Error(`Chromium did not start: ${output}`)));
    });
    const [context] = (await chromium.connectOverCDP(endpoint)).contexts();
    if (!context) throw new Error('Chromium has no default context');
    return { process, context };
  }
});

/** kill -9 of a browser that we started, with its children (it leads its own process group). */
async function killGroup(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid as number), 'SIGKILL');
  await gone;
}

async function openPage(
  context: BrowserContext,
  origin: string,
  prepare?: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(origin);
  await page.waitForFunction(() => 'storeChecks' in globalThis);
  return page;
}

async function bundlePage(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rollupOptions: { input: fileURLToPath(new URL('./contract-page.ts', import.meta.url)) },
    },
  });
  const [first] = [output].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('vite made no bundle');
  return chunk.code;
}
