/** Builds the portal: static files under /portal/, installable, its shell precached so that it opens without a network. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { nostrWasmAsset } from '../../scripts/nostr-wasm-asset.ts';

export default defineConfig({
  base: '/portal/',
  plugins: [
    react(),
    VitePWA({
      // A new version waits until nobody is logged in: a reload would lock the reader out.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/portal/',
        name: 'Keychart: my records',
        short_name: 'My records',
        description: "Your family's health record, readable only with your key.",
        start_url: '/portal/',
        scope: '/portal/',
        display: 'standalone',
        background_color: '#f6f8fa',
        theme_color: '#0b6a64',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,wasm,webmanifest}'],
        navigateFallback: '/portal/index.html',
        cleanupOutdatedCaches: true,
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
    }),
  ],
  worker: { format: 'es', plugins: () => [nostrWasmAsset()] },
  build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
});
