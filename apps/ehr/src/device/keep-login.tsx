/** After a login with a key: offers once, quietly, to keep it on this device under a passphrase. */
import { useKeepOffer } from '@keychart/react';
import { Button, CloseButton, Group, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import classes from './device.module.css';

const KeepLoginDialog = lazy(async () => ({
  default: (await import('./keep-login-dialog.tsx')).KeepLoginDialog,
}));

export function KeepLogin() {
  const { offered, decline } = useKeepOffer();
  const [open, setOpen] = useState(false);
  if (!offered) return null;
  return (
    <section className={`${classes.offer} kc-screen-only`} aria-label="Keep this login">
      <Text size="sm">
        Log in faster next time: keep your key on this device, encrypted under a passphrase.
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          Keep on this device
        </Button>
        <CloseButton size="sm" aria-label="Not now" onClick={decline} />
      </Group>
      {open && (
        <Suspense>
          <KeepLoginDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
