/** The state of the connection in words and shape: live, catching up, offline with n to send, refused. */
import { Tooltip } from '@mantine/core';
import { IconCloudCheck, IconCloudDownload, IconCloudOff, IconCloudX } from '@tabler/icons-react';
import { sentence } from '../text/fhir-text.ts';
import classes from './connection-badge.module.css';

export interface ConnectionProps {
  readonly connection: 'live' | 'catching-up' | 'offline' | 'refused';
  readonly detail?: string;
  readonly unsent: number;
  readonly refused: number;
}

interface ConnectionBadgeProps {
  readonly status: ConnectionProps | undefined;
  /** Opens the list of what is not sent. */
  readonly onLook?: (() => void) | undefined;
}

export function ConnectionBadge({ status, onLook }: ConnectionBadgeProps) {
  const { words, tone, Icon, hint } = describeConnection(status);
  const inside = (
    <>
      <Icon size={16} aria-hidden />
      <span>{words}</span>
    </>
  );
  return (
    <Tooltip label={hint} multiline maw={320}>
      {onLook === undefined ? (
        <span role="status" className={classes.badge} data-tone={tone}>
          {inside}
        </span>
      ) : (
        <button
          type="button"
          className={classes.badge}
          data-tone={tone}
          onClick={onLook}
          aria-label={`Connection: ${words}`}
        >
          {inside}
        </button>
      )}
    </Tooltip>
  );
}

/** Words, tone and shape for a connection; refused writes come before everything else, they need a person. */
export function describeConnection(status: ConnectionProps | undefined) {
  if (status === undefined) {
    return {
      words: 'Connecting',
      tone: 'plain',
      Icon: IconCloudDownload,
      hint: 'Looking for the practice.',
    } as const;
  }
  const { connection, detail, unsent, refused } = status;
  if (refused > 0) {
    return {
      words: `${refused} refused: look`,
      tone: 'critical',
      Icon: IconCloudX,
      hint: 'Something you wrote was not taken. Nothing is lost; open it to see why.',
    } as const;
  }
  switch (connection) {
    case 'refused':
      return {
        words: 'Refused',
        tone: 'critical',
        Icon: IconCloudX,
        hint: sentence(detail ?? 'The practice does not let this login in'),
      } as const;
    case 'offline':
      return {
        words: unsent > 0 ? `Offline, ${unsent} to send` : 'Offline',
        tone: 'attention',
        Icon: IconCloudOff,
        hint: `${sentence(detail ?? '')} You can go on working: what you write is kept on this device and sent later.`.trim(),
      } as const;
    case 'catching-up':
      return {
        words: 'Catching up',
        tone: 'plain',
        Icon: IconCloudDownload,
        hint: 'Loading what changed since last time.',
      } as const;
    case 'live':
      return unsent > 0
        ? ({
            words: `Sending ${unsent}`,
            tone: 'plain',
            Icon: IconCloudDownload,
            hint: 'On its way to the practice.',
          } as const)
        : ({
            words: 'Live',
            tone: 'done',
            Icon: IconCloudCheck,
            hint: 'Everything is sent, changes arrive as they are made.',
          } as const);
  }
}
