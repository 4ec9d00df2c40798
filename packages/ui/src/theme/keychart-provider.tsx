/** Theme, style sheets and notices for one app. Wrap the whole app in it once. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './tokens.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { PracticeTime } from '../text/practice-time.tsx';
import { type Density, keychartTheme } from './theme.ts';

const themes = { workstation: keychartTheme('workstation'), portal: keychartTheme('portal') };

export interface KeychartProviderProps {
  readonly density: Density;
  /** IANA zone of the practice; the device's own until it is known. */
  readonly timeZone?: string | undefined;
  readonly children: ReactNode;
}

export function KeychartProvider({ density, timeZone, children }: KeychartProviderProps) {
  return (
    <MantineProvider theme={themes[density]} defaultColorScheme="auto">
      <Notifications position="bottom-center" autoClose={4000} />
      <PracticeTime value={timeZone}>{children}</PracticeTime>
    </MantineProvider>
  );
}
