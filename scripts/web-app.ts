/**
 * How both web apps are built: static files under their own path, one service worker that keeps the app on the device,
 * nothing from other hosts, no inline script.
 */
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { nostrWasmAsset } from './nostr-wasm-asset.ts';

interface WebApp {
  /** `/ehr/` */
  readonly base: string;
  readonly name: string;
  readonly shortName: string;
  readonly description: string;
  /** In the app's `public` folder. */
  readonly maskableIcon: string;
}

export function webApp({ base, name, shortName, description, maskableIcon }: WebApp): UserConfig {
  return {
    base,
    plugins: [
      react(),
      VitePWA({
        // A new version waits until nobody is logged in: a reload would lock the person out in the middle of a note.
        registerType: 'prompt',
        injectRegister: false,
        manifest: {
          id: base,
          name,
          short_name: shortName,
          description,
          start_url: base,
          scope: base,
          display: 'standalone',
          background_color: '#f6f8fa',
          theme_color: '#0b6a64',
          icons: [
            { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
            { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
            { src: maskableIcon, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          ],
        },
        workbox: {
          globPatterns: ['**/*.{js,css,html,svg,png,wasm,webmanifest}'],
          navigateFallback: `${base}index.html`,
          cleanupOutdatedCaches: true,
          // From the first visit on: a dialog first opened while the server is away comes from this device.
          clientsClaim: true,
          maximumFileSizeToCacheInBytes: 4_000_000,
        },
      }),
    ],
    worker: { format: 'es', plugins: () => [nostrWasmAsset()] },
    build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
  };
}
