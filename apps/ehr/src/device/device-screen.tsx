/** This device: keep the login here, take it along as an encrypted file, one's own address, lock. */
import { MyWays, useIdleMinutes, useSession } from '@keychart/react';
import { CopyText, Section } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { Screen } from '../screen/screen.tsx';
import { ExportKey } from './export-key.tsx';

export function DeviceScreen() {
  const { session, identity, practice, lock } = useSession();
  const minutes = useIdleMinutes();
  return (
    <Screen title="This device" narrow>
      <Section title="My ways to log in">
        <MyWays />
      </Section>
      {session.place === 'here' && (
        <Section title="Take your key along">
          <ExportKey />
        </Section>
      )}
      <Section title="Your address">
        <Text size="sm" mb="sm">
          Others need it to invite you or to write to you. It is no secret.
        </Text>
        <CopyText text={identity.npub} label="Copy address" />
      </Section>
      <Section title="Practice">
        <Text>{practice.name}</Text>
        <Text size="sm" c="dimmed">
          Times are shown as in {practice.timeZone.replaceAll('_', ' ')}.
        </Text>
      </Section>
      <Section title="Session">
        <Text size="sm" mb="sm">
          Locks by itself after {minutes} minutes without a key or a click, and when this machine sleeps.
          Drafts are saved first.
        </Text>
        <Button variant="default" onClick={() => void lock()}>
          Lock now
        </Button>
      </Section>
    </Screen>
  );
}
