/** A page of another origin, open in the same browser: it frames, opens, asks and posts, and reaches nothing. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';

test('another origin frames no app, holds no window of one, reads no answer, and no app obeys its messages', async ({
  practice,
  browser,
}) => {
  const hostile = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>hostile</title><button>open</button>');
  });
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(hostile.address() as AddressInfo).port}/`);
    const { origin } = practice;
    for (const app of ['ehr', 'portal']) {
      const framed = page.waitForEvent('console', (message) =>
        /frame-ancestors|X-Frame-Options/i.test(message.text()),
      );
      await page.evaluate((src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        document.body.append(frame);
      }, `${origin}/${app}/`);
      await framed;

      await page.evaluate((url) => {
        document.querySelector('button')!.onclick = () => {
          (window as { taken?: Window | null }).taken = window.open(url);
        };
      }, `${origin}/${app}/`);
      const popup = context.waitForEvent('page');
      await page.getByRole('button', { name: 'open' }).click();
      const opened = await popup;
      await expect(opened.getByRole('form', { name: 'Log in' })).toBeVisible();
      expect(await opened.evaluate(() => window.opener as unknown)).toBeNull();
      await expect
        .poll(() => page.evaluate(() => (window as { taken?: Window | null }).taken?.closed))
        .toBe(true);
      await opened.evaluate(() => {
        (window as { heard?: number }).heard = 0;
        addEventListener('message', () => ((window as { heard?: number }).heard! += 1));
      });
      await page.evaluate(() =>
        (window as { taken?: Window | null }).taken?.postMessage({ type: 'SKIP_WAITING' }, '*'),
      );
      await opened.waitForLoadState('networkidle');
      expect(await opened.evaluate(() => (window as { heard?: number }).heard)).toBe(0);
      await opened.close();
    }
    const answers = await page.evaluate(
      (paths) =>
        Promise.all(
          paths.map((path) =>
            fetch(path, { credentials: 'include' }).then(
              () => `${path} was read`,
              () => undefined,
            ),
          ),
        ),
      ['/healthz', '/readyz', '/ehr/', '/ehr/sw.js', '/api/agents', '/api/setup'].map(
        (path) => `${origin}${path}`,
      ),
    );
    expect(answers.filter(Boolean)).toEqual([]);
  } finally {
    await context.close();
    hostile.close();
  }
});
