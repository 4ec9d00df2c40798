/** `test` with a practice, workstations and portals: each in a browser context of its own, closed and judged at the end. */
import { type BrowserContext, type BrowserContextOptions, test as base } from '@playwright/test';
import { PortalPage } from './portal.page.ts';
import { type Practice, startPractice } from './practice.ts';
import { type Traffic, watchTraffic } from './traffic.ts';
import { WorkstationPage } from './workstation.page.ts';

export interface Device {
  readonly context: BrowserContext;
  readonly traffic: Traffic;
}

interface Stories {
  readonly practice: Practice;
  /** A browser of its own, with nothing kept on it. */
  readonly newDevice: (options?: BrowserContextOptions) => Promise<Device>;
  /** A fresh browser with the workstation's login screen, or logged in where a name is given. */
  readonly newWorkstation: (name?: string, options?: BrowserContextOptions) => Promise<WorkstationPage>;
  readonly newPortal: (name?: string, options?: BrowserContextOptions) => Promise<PortalPage>;
}

const PHONE = { viewport: { width: 390, height: 844 } } as const;
const DESK = { viewport: { width: 1440, height: 900 } } as const;

export const test = base.extend<Stories>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  practice: async ({}, use) => {
    const practice = await startPractice();
    await use(practice);
    await practice.remove();
  },
  newDevice: async ({ browser, practice }, use) => {
    const devices: Device[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL: practice.origin, ...options });
      const device = { context, traffic: watchTraffic(context, practice) };
      devices.push(device);
      return device;
    });
    for (const { context } of devices) await context.close();
    for (const { traffic } of devices) traffic.assertClean();
  },
  newWorkstation: async ({ newDevice, practice }, use) => {
    await use(async (name, options) => {
      const { context } = await newDevice({ ...DESK, ...options });
      const workstation = new WorkstationPage(await context.newPage());
      await workstation.open();
      if (name !== undefined) await workstation.logIn(practice.nsecOf(name, 'ehr'));
      return workstation;
    });
  },
  newPortal: async ({ newDevice, practice }, use) => {
    await use(async (name, options) => {
      const { context } = await newDevice({ ...PHONE, ...options });
      const portal = new PortalPage(await context.newPage());
      await portal.open();
      if (name !== undefined) await portal.logIn(practice.nsecOf(name, 'portal'));
      return portal;
    });
  },
});

export { expect } from '@playwright/test';
