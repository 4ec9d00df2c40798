/** The new patient's key, to be copied or printed and handed over; shown once where the practice keeps no copy. */
import type { KeyHandover } from '@keychart/chart';
import { Button, Checkbox, CopyButton, Group, Modal, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { Screen } from '../screen/screen.tsx';
import classes from './new-patient.module.css';

interface HandoverProps {
  readonly name: string;
  readonly handover: KeyHandover;
  readonly onDone: () => void;
}

export function Handover({ name, ...rest }: HandoverProps & { readonly done: string }) {
  return (
    <Screen title={`${name} is added`} narrow>
      <HandoverSheet name={name} {...rest} />
    </Screen>
  );
}

/** @param done words on the button that leaves the sheet. */
export function HandoverSheet({ name, handover, done, onDone }: HandoverProps & { readonly done: string }) {
  const { held } = handover;
  const [given, setGiven] = useState(held);
  const leaving = useBlocker({
    shouldBlockFn: () => !given,
    enableBeforeUnload: () => !given,
    withResolver: true,
  });
  return (
    <>
      <Text mt="sm">
        This key opens the record of <bdi>{name}</bdi> in the patient portal.
        {!held && ' It is shown once, now.'} Whoever has it can read the record: hand it over in person, on
        paper or into the family’s password store.
      </Text>
      {held && (
        <Text mt="sm" className="kc-screen-only">
          The practice keeps it, encrypted, until you say that it is handed over; until then it can be shown
          again under “Who can read this record”.
        </Text>
      )}
      <Text mt="sm">
        The family opens <b className={classes.address}>{`${location.origin}/portal/`}</b>, types the secret
        key, and keeps the login there under a passkey, a PIN or a passphrase.
      </Text>
      <KeyLine label="Secret key of the patient" value={handover.nsec} copy="Copy the secret key" />
      <KeyLine label="Address of the patient (may be known)" value={handover.npub} copy="Copy the address" />
      <Group className="kc-screen-only" mt="lg" justify="space-between">
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          Print
        </Button>
        <Group>
          {!held && (
            <Checkbox
              label="The key is handed over or printed"
              checked={given}
              onChange={(event) => setGiven(event.currentTarget.checked)}
            />
          )}
          <Button disabled={!given} onClick={onDone} maw="100%">
            {done}
          </Button>
        </Group>
      </Group>
      {leaving.status === 'blocked' && (
        <Leaving name={name} onStay={leaving.reset} onLeave={leaving.proceed} />
      )}
    </>
  );
}

interface LeavingProps {
  readonly name: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Left by a slip of the hand, the key would be gone from the screen for good. */
function Leaving({ name, onStay, onLeave }: LeavingProps) {
  return (
    <Modal opened onClose={onStay} title="The key is not handed over" withCloseButton={false}>
      <Text size="sm">
        It is shown only this once. Without it the family cannot open {name}’s record in the portal.
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button color="critical" variant="default" onClick={onLeave}>
          Leave without the key
        </Button>
        <Button onClick={onStay} data-autofocus>
          Stay
        </Button>
      </Group>
    </Modal>
  );
}

function KeyLine({
  label,
  value,
  copy,
}: {
  readonly label: string;
  readonly value: string;
  readonly copy: string;
}) {
  return (
    <section aria-label={label}>
      <Group justify="space-between" mt="lg" mb="xs">
        <Text fw={600}>{label}</Text>
        <CopyButton value={value}>
          {({ copied, copy: run }) => (
            <Button
              className="kc-screen-only"
              size="xs"
              variant="default"
              aria-label={copy}
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
              onClick={run}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <code className={classes.key}>{value}</code>
    </section>
  );
}
