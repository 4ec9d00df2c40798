/** After a login with a key: offers once, quietly, to keep it on this device under a passphrase. */
import { KeepLoginForm, useKeepOffer } from '@keychart/react';
import { Button, CloseButton, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import classes from './device.module.css';

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
        <Modal
          opened
          onClose={() => setOpen(false)}
          title="Keep on this device"
          closeButtonProps={{ 'aria-label': 'Close' }}
        >
          <KeepLoginForm
            onKept={() => {
              setOpen(false);
              notifications.show({ message: 'Your login is kept on this device.', color: 'done' });
            }}
          />
        </Modal>
      )}
    </section>
  );
}
