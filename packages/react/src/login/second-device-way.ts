/** Log in with what another device of one's own shows. Its form is loaded when it is chosen. */
import { lazy } from 'react';
import type { LoginWay } from './login-way.ts';

export const secondDeviceWay: LoginWay = {
  key: 'second-device',
  link: 'From another device',
  isOffered: () => true,
  Form: lazy(async () => ({ default: (await import('./second-device-form.tsx')).SecondDeviceForm })),
};
