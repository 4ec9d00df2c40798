/**
 * Watches everything a browser context asks for: nothing may go to another host, no secret may stand in an address, no
 * script may fail. Held in every story.
 */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Practice } from './practice.ts';

export interface Traffic {
  /** Addresses asked for so far: documents, scripts, fetches of page, worker and service worker, sockets. */
  readonly addresses: readonly string[];
  /** Fails where something was asked of another host, a secret was in an address, or a script failed. */
  assertClean(): void;
}

export function watchTraffic(context: BrowserContext, practice: Practice): Traffic {
  const addresses: string[] = [];
  const faults: string[] = [];
  const note = (url: string) => void addresses.push(url);
  const watchPage = (page: Page) => {
    page.on('websocket', (socket) => note(socket.url()));
    page.on('framenavigated', (frame) => note(frame.url()));
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      // A server that is away makes the browser complain about each request; that is not the page's fault.
      if (
        message.type() === 'error' &&
        !/net::ERR_|WebSocket connection to|status of 50\d/.test(message.text())
      )
        faults.push(`console: ${message.text()}`);
    });
  };
  context.on('request', (request) => note(request.url()));
  context.on('page', watchPage);
  for (const page of context.pages()) watchPage(page);

  return {
    addresses,
    assertClean() {
      const own = [practice.origin, practice.origin.replace(/^http/, 'ws'), `blob:${practice.origin}`];
      const local = /^(data:|about:blank|chrome-error:)/;
      const foreign = addresses.filter(
        (url) => !local.test(url) && !own.some((origin) => url === origin || url.startsWith(`${origin}/`)),
      );
      expect(foreign, 'addresses outside of the practice').toEqual([]);
      const secrets = practice.logins.flatMap(({ nsec, name }) => [nsec, encodeURIComponent(name)]);
      const leaking = addresses.filter((url) => secrets.some((secret) => url.includes(secret)));
      expect(leaking, 'addresses that hold a key or a name').toEqual([]);
      expect(faults, 'script failures').toEqual([]);
    },
  };
}
