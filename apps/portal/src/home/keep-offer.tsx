/** After a login with a key: offers once to keep it on this device. */
import { useKeepOffer } from '@keychart/react';
import { Button, CloseButton, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import classes from './news-list.module.css';

export function KeepOffer() {
  const { offered, decline } = useKeepOffer();
  if (!offered) return null;
  return (
    <section className={classes.offer} aria-label="Keep this login">
      <p>Log in faster next time: keep your login on this device under a passphrase.</p>
      <Group gap="xs" wrap="nowrap">
        <Button component={Link} to="/me" size="sm" variant="default">
          Keep on this device
        </Button>
        <CloseButton aria-label="Not now" onClick={decline} />
      </Group>
    </section>
  );
}
