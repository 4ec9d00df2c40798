/** The workstation's new versions, taken when it is locked: a set-up or an invitation is not reloaded away. */

import { registerSW } from 'virtual:pwa-register';
import { appUpdate } from '@keychart/react';

export const update = appUpdate(registerSW, { atStart: false });
