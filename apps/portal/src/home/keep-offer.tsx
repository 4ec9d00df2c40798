/** After a login with a key: offers once to keep it on this device. */
import { useSession } from '@keychart/react';
import { Button, CloseButton, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import classes from './news-list.module.css';

const DECLINED = 'keep-declined';

export function KeepOffer() {
  const { keepable, answers } = useSession();
  const [declined, setDeclined] = useState(answers.get(DECLINED) === true);
  if (!keepable || declined) return null;
  return (
    <section className={classes.offer} aria-label="Keep this login">
      <p>Log in faster next time: keep your login on this device under a passphrase.</p>
      <Group gap="xs" wrap="nowrap">
        <Button component={Link} to="/me" size="sm" variant="default">
          Keep on this device
        </Button>
        <CloseButton
          aria-label="Not now"
          onClick={() => {
            answers.set(DECLINED, true);
            setDeclined(true);
          }}
        />
      </Group>
    </section>
  );
}
