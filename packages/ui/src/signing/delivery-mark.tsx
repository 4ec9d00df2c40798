/** How far something written here has travelled. Accepted is the normal state and says nothing unless asked. */
import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockHour4, IconDeviceFloppy } from '@tabler/icons-react';
import type { DeliveryProps } from '../entry.ts';
import { refusalWords } from '../text/refusal-words.ts';
import classes from './marks.module.css';

export function DeliveryMark({
  delivery,
  quiet = true,
}: {
  readonly delivery: DeliveryProps;
  readonly quiet?: boolean;
}) {
  switch (delivery.state) {
    case 'stored':
      return (
        <Tooltip label="Kept on this device. It is sent as soon as the practice can be reached.">
          <span className={classes.attention}>
            <IconDeviceFloppy size={14} aria-hidden /> saved on this device
          </span>
        </Tooltip>
      );
    case 'sent':
      return (
        <span className={classes.plain}>
          <IconClockHour4 size={14} aria-hidden /> sending
        </span>
      );
    case 'refused':
      return (
        <Tooltip label={refusalWords(delivery.reason).said} multiline maw={320}>
          <span className={classes.critical}>
            <IconAlertTriangle size={14} aria-hidden /> refused
          </span>
        </Tooltip>
      );
    case 'accepted':
      return quiet ? null : (
        <span className={classes.done}>
          <IconCheck size={14} aria-hidden /> stored by the practice
        </span>
      );
  }
}
