/** Me: connection, this device's login, how it looks, who I am to the practice, lock. */
import { MyWays, useIdleMinutes, useSession } from '@keychart/react';
import { CopyText, Section } from '@keychart/ui';
import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePeople } from '../people/people-context.ts';
import { ConnectionLine } from '../shell/connection-line.tsx';
import { useLastUpdateTime } from '../shell/last-update-context.ts';
import { Page } from '../shell/page.tsx';
import { Appearance } from './appearance.tsx';

export function MeScreen() {
  const { identity, practice, status, lock } = useSession();
  const { people } = usePeople();
  const minutes = useIdleMinutes();
  const lastUpdate = useLastUpdateTime();
  const unreadable = status?.problems ?? 0;
  return (
    <Page title="Me">
      <Text>
        {identity.name === '' ? 'Your login' : <bdi>{identity.name}</bdi>} at {practice.name}, for{' '}
        {people.map(({ name }) => name).join(', ')}
      </Text>
      <Button variant="default" onClick={() => void lock()} style={{ alignSelf: 'flex-start' }}>
        Lock now
      </Button>
      <Text size="sm" c="dimmed">
        Locks by itself after {minutes} minutes without a touch.
      </Text>
      <Section title="Connection">
        <ConnectionLine status={status} lastUpdate={lastUpdate} />
        <Text size="sm" c="dimmed" mt="sm">
          {unreadable === 0 ? (
            'Every entry that arrived could be read and verified.'
          ) : (
            <Anchor component={Link} to="/me/unreadable" size="sm" underline="always">
              {unreadable === 1 ? 'One entry' : `${unreadable} entries`} could not be read or verified
            </Anchor>
          )}
        </Text>
      </Section>
      <Section title="My ways to log in">
        <MyWays />
      </Section>
      <Section title="Appearance">
        <Appearance />
      </Section>
      <Section title="Your address">
        <Text size="sm" mb="sm">
          A practice needs it to share a record with you. It is no secret and opens nothing.
        </Text>
        <CopyText text={identity.npub} label="Copy address" />
      </Section>
      <Section title="Who can read these records">
        <Text>
          Only you, those your practice has named as guardians, and {practice.name}. The server that carries
          them cannot.
        </Text>
        <Anchor component={Link} to="/me/access-log" underline="always" mt="sm" display="inline-block">
          Who opened this record
        </Anchor>
      </Section>
    </Page>
  );
}
