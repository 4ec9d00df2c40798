/** The portal's new versions, taken while nobody is logged in. */

import { registerSW } from 'virtual:pwa-register';
import { appUpdate } from '@keychart/react';

export const update = appUpdate(registerSW, { atStart: true });
