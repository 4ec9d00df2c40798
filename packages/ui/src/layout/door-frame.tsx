/** The card on which everything stands that comes before the first screen. */
import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { Logo } from '../brand/logo.tsx';
import classes from './door-frame.module.css';

export function DoorFrame({ children }: { readonly children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Logo size={32} />
        <Box mt="lg">{children}</Box>
      </div>
    </main>
  );
}
