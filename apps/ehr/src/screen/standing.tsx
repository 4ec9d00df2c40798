/** How somebody's, or some program's, access stands: a colour, a shape and a word. */
import { IconAlertTriangle, IconCheck, IconClockHour4, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './standing.module.css';

const icons = { open: IconCheck, coming: IconClockHour4, shut: IconPlayerPause, wrong: IconAlertTriangle };

interface StandingProps {
  readonly how: keyof typeof icons;
  readonly children: ReactNode;
}

export function Standing({ how, children }: StandingProps) {
  const Icon = icons[how];
  return (
    <span className={classes.standing} data-how={how}>
      <Icon size={14} aria-hidden /> {children}
    </span>
  );
}
