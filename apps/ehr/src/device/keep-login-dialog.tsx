/** Keeps the login on this device, from wherever it was offered. */
import { KeepLoginForm } from '@keychart/react';
import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';

export function KeepLoginDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keep on this device" closeButtonProps={{ 'aria-label': 'Close' }}>
      <KeepLoginForm
        onKept={() => {
          onClose();
          notifications.show({ message: 'Your login is kept on this device.', color: 'done' });
        }}
      />
    </Modal>
  );
}
