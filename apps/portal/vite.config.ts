/** Builds the portal. */
import { defineConfig } from 'vite';
import { webApp } from '../../scripts/web-app.ts';

export default defineConfig(
  webApp({
    base: '/portal/',
    name: 'Keychart: my records',
    shortName: 'My records',
    description: "Your family's health record, readable only with your key.",
    maskableIcon: 'icon-maskable-512.png',
  }),
);
