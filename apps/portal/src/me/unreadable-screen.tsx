/** What arrived and failed a check: counted, shown with the reason, never part of a record. */
import { ProblemList, useSession } from '@keychart/react';
import { Text } from '@mantine/core';
import { usePeople } from '../people/people-context.ts';
import { Page } from '../shell/page.tsx';

export function UnreadableScreen() {
  const { practice } = useSession();
  const { people } = usePeople();
  return (
    <Page title="Could not be read" back={{ to: '/me', label: 'Me' }}>
      <Text c="dimmed">
        These entries failed a check when they arrived and are kept out of the records of everybody here. If
        you miss something, ask {practice.name}.
      </Text>
      <ProblemList nameOf={(id) => people.find(({ patientId }) => patientId === id)?.name} />
    </Page>
  );
}
