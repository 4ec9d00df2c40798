/** How fresh the screen is, in one line. When all is well only the page that asks for it says so. */
import type { ChartStatus } from '@keychart/chart';
import { dateText, todayIn } from '@keychart/ui';
import { IconCloudCheck, IconCloudDownload, IconCloudOff, IconCloudX } from '@tabler/icons-react';
import classes from './connection-line.module.css';
import { connectionText } from './connection-text.ts';

const ICON = {
  live: IconCloudCheck,
  'catching-up': IconCloudDownload,
  offline: IconCloudOff,
  refused: IconCloudX,
};

interface ConnectionLineProps {
  readonly status: ChartStatus | undefined;
  readonly lastUpdate: string | undefined;
}

export function ConnectionLine({ status, lastUpdate }: ConnectionLineProps) {
  const connection = status?.connection ?? 'catching-up';
  const Icon = ICON[connection];
  const updated = lastUpdate === undefined ? undefined : sayWhen(lastUpdate);
  return (
    <p className={classes.line} data-connection={connection} role="status">
      <Icon size={18} aria-hidden className={classes.icon} />
      <span>{connectionText(status, updated)}</span>
    </p>
  );
}

/** In the reader's own zone: it tells how old this device is, not when the practice did something. */
function sayWhen(at: string): string {
  const whole = dateText(at, { time: true });
  const today = todayIn(undefined) === todayIn(undefined, new Date(at));
  return today ? `today, ${whole.split(', ').at(-1)}` : whole;
}
