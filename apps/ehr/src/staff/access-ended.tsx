/** Over whatever is open: the practice lets this login in no more, what that means, and what was kept. */
import { useSession } from '@keychart/react';
import { sentence } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import classes from '../screen/bar.module.css';

/** As the relay says it of somebody who is not, or no longer, on the staff. */
const NOT_LET_IN = 'no access to this practice';

export function AccessEnded() {
  const { status, practice, lock } = useSession();
  if (status?.connection !== 'refused') return null;
  const ended = status.detail?.includes(NOT_LET_IN) ?? false;
  return (
    <section className={`${classes.bar} kc-screen-only`} data-critical role="alert">
      <IconLock size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <Text fw={600}>
          {ended ? `Your access to ${practice.name} has ended` : `${practice.name} refuses this login`}
        </Text>
        <Text size="sm">
          {!ended && status.detail !== undefined && `${sentence(plain(status.detail))} `}
          Nothing new arrives here and nothing is sent.
          {status.unsent > 0 && ` ${unsentText(status.unsent)}`} If this is a mistake, ask an administrator of
          the practice, and log in again afterwards.
        </Text>
      </div>
      <Button size="xs" variant="default" className={classes.act ?? ''} onClick={() => void lock()}>
        Log out
      </Button>
    </section>
  );
}

/** Without the word for machines in front. */
const plain = (detail: string): string => detail.replace(/^[a-z-]+: /, '');

const unsentText = (unsent: number): string =>
  unsent === 1
    ? 'One thing you wrote was not sent; it stays on this device.'
    : `${unsent} things you wrote were not sent; they stay on this device.`;
