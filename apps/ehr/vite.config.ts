/** Builds the workstation. */
import { defineConfig } from 'vite';
import { webApp } from '../../scripts/web-app.ts';

export default defineConfig(
  webApp({
    base: '/ehr/',
    name: 'Keychart workstation',
    shortName: 'Keychart',
    description: 'The encrypted health record: workstation',
    maskableIcon: 'icon-512.png',
  }),
);
