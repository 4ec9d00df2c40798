/**
 * Watches one page for the bytes of a secret key: in every request and frame of page and worker, and in everything the
 * origin keeps (IndexedDB, local and session storage, caches).
 */
import { expect, type Page } from '@playwright/test';
import { parseNsec } from '../packages/nostr/src/index.ts';
import { readableOnDevice } from './on-device.ts';

export interface SecretWatch {
  /** Fails where the key was seen, and where nothing was watched. */
  assertNone(): Promise<void>;
}

/** @param words passphrases that must not be found either */
export function watchSecrets(page: Page, nsec: string, ...words: readonly string[]): SecretWatch {
  const key = parseNsec(nsec);
  if ('error' in key) throw new Error(key.error);
  const bytes = Buffer.from(key);
  const base64 = bytes.toString('base64').replaceAll('=', '');
  const forms = [nsec, nsec.slice(5, 50), bytes.toString('hex'), base64, bytes.toString('latin1'), ...words];
  const sent: string[] = [];
  let frames = 0;
  page.context().on('request', (request) => {
    sent.push(
      request.url(),
      JSON.stringify(request.headers()),
      request.postDataBuffer()?.toString('latin1') ?? '',
    );
  });
  page.on('websocket', (socket) => {
    sent.push(socket.url());
    const note = ({ payload }: { payload: string | Buffer }) => {
      frames += 1;
      sent.push(typeof payload === 'string' ? payload : payload.toString('latin1'));
    };
    socket.on('framesent', note);
    socket.on('framereceived', note);
  });
  const seen = (text: string) => forms.filter((form) => text.includes(form));

  return {
    async assertNone() {
      expect(frames, 'frames watched').toBeGreaterThan(0);
      expect(seen(sent.join('\n')).length, 'the key in what was sent').toBe(0);
      const kept = await readableOnDevice(page);
      expect(kept.entries).toBeGreaterThan(0);
      expect(seen(kept.text).length, 'the key in databases and storages').toBe(0);
      const cached = await page.evaluate(async () => {
        const texts: string[] = [];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys())
            texts.push(name, request.url, (await (await cache.match(request))?.text()) ?? '');
        }
        return texts.join('\n');
      });
      expect(seen(cached).length, 'the key in caches').toBe(0);
    },
  };
}
