/** Builds the workstation: static files under /ehr/, one service worker, nothing from other hosts, no inline script. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { nostrWasmAsset } from '../../scripts/nostr-wasm-asset.ts';

export default defineConfig({
  base: '/ehr/',
  plugins: [
    react(),
    VitePWA({
      // A new version waits until the app is opened anew: a reload would lock the person out in the middle of a note.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Keychart workstation',
        short_name: 'Keychart',
        description: 'The encrypted health record: workstation',
        start_url: '/ehr/',
        scope: '/ehr/',
        display: 'standalone',
        background_color: '#f6f8fa',
        theme_color: '#0b6a64',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,wasm,webmanifest}'],
        navigateFallback: '/ehr/index.html',
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
    }),
  ],
  worker: { format: 'es', plugins: () => [nostrWasmAsset()] },
  build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
});
