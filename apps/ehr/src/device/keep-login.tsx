/** After a login with a key: offers once, quietly, to keep it on this device under a passphrase. */
import { Button, CloseButton, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../session/session-context.tsx';
import classes from './device.module.css';
import { KeepLoginForm } from './keep-login-form.tsx';

export function KeepLogin() {
  const { keepable, markKept } = useSession();
  const [open, setOpen] = useState(false);
  const [declined, setDeclined] = useState(false);
  if (!keepable || declined) return null;
  return (
    <section className={`${classes.offer} kc-screen-only`} aria-label="Keep this login">
      <Text size="sm">
        Log in faster next time: keep your key on this device, encrypted under a passphrase.
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          Keep on this device
        </Button>
        <CloseButton size="sm" aria-label="Not now" onClick={() => setDeclined(true)} />
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
              markKept();
            }}
          />
        </Modal>
      )}
    </section>
  );
}
