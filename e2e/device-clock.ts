/**
 * The clock of one browser, as its owner might set it: of its pages, and of the worker that holds the keys. The server's
 * and everybody else's goes on as it is.
 */
import type { BrowserContext } from '@playwright/test';

export interface DeviceClock {
  /** Seconds by which the worker's clock is wrong from now on; the pages' too unless told. */
  set(seconds: number, where?: { readonly pages: boolean }): Promise<void>;
}

const clockScript = (milliseconds: number) => `
  if (self.clockIsOff === undefined) {
    const Real = Date;
    self.Date = class extends Real {
      constructor(...parts) { if (parts.length === 0) super(Real.now() + self.clockIsOff); else super(...parts); }
      static now() { return Real.now() + self.clockIsOff; }
    };
  }
  self.clockIsOff = ${milliseconds};`;

/** Before the first page is opened. */
export async function deviceClock(context: BrowserContext): Promise<DeviceClock> {
  let inWorker = 0;
  await context.addInitScript(clockScript(0));
  context.on('page', (page) => {
    page.on('worker', (worker) => void worker.evaluate(clockScript(inWorker)).catch(() => undefined));
  });
  return {
    async set(seconds, { pages } = { pages: true }) {
      inWorker = seconds * 1000;
      for (const page of context.pages()) {
        for (const worker of page.workers()) await worker.evaluate(clockScript(inWorker));
        if (pages) await page.evaluate(clockScript(inWorker));
      }
      if (pages) await context.addInitScript(clockScript(inWorker));
    },
  };
}

/** The server says nothing of its time, as one behind an old proxy: the device has only its own clock. */
export async function hideServerTime(context: BrowserContext): Promise<void> {
  await context.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const { date: _hidden, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    },
  );
}
