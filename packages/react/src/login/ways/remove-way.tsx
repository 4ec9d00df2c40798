/** Removing a way cannot be undone; removing the last one may lock the person out, and says so. */
import type { LoginWayKept } from '@keychart/chart/browser';
import { ErrorNote } from '@keychart/ui';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../session/session-context.ts';
import { faultText } from '../../watch/fault-text.ts';

interface RemoveWayProps {
  readonly way: LoginWayKept;
  /** Of those that open the login on this device. */
  readonly isLast: boolean;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

export function RemoveWay({ way, isLast, onClose, onRemoved }: RemoveWayProps) {
  const { session } = useSession();
  const [error, setError] = useState<string>();
  const remove = () =>
    session.removeWay(way.id).then(onRemoved, (fault: unknown) => setError(faultText(fault)));
  return (
    <Modal
      opened
      onClose={onClose}
      title={isLast ? 'Remove the last way to log in?' : `Remove ${way.label}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text size="sm">{isLast ? lastWords(session.place) : WORDS[way.kind]}</Text>
      {error !== undefined && <ErrorNote title="Not removed" detail={error} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button color="critical" onClick={() => void remove()}>
          {isLast ? 'Remove the last way' : 'Remove'}
        </Button>
      </Group>
    </Modal>
  );
}

const WORDS: Readonly<Record<LoginWayKept['kind'], string>> = {
  passphrase: 'This passphrase will no longer open your login on this device.',
  pin: 'This PIN will no longer open your login on this device.',
  passkey:
    'This passkey will no longer open your login here. You may remove it from your device’s passkeys or your security key too.',
  sheet:
    'Only this line is removed. The sheet on paper still works with its passphrase: destroy it if it is no longer needed.',
};

const lastWords = (place: string): string =>
  place === 'remote'
    ? 'Nothing on this device will open your login any more. The next time you have to connect your signer anew.'
    : 'Nothing on this device will open your login any more. If you have neither your secret key nor a recovery sheet, you can not log in again, and nobody can help you with that but your practice.';
