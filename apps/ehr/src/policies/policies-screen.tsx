/** What the practice has settled: administrators change it, everybody reads it. */
import type { PoliciesView } from '@keychart/chart';
import { usePolicies, useSession } from '@keychart/react';
import { EmptyState, ErrorNote, LoadingLines } from '@keychart/ui';
import { Alert, List, Loader, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Screen } from '../screen/screen.tsx';
import { PoliciesForm } from './policies-form.tsx';
import { policyLines } from './policy-words.ts';

export function PoliciesScreen() {
  const { status } = useSession();
  const { value: view, error } = usePolicies();
  const lead =
    view?.whyNot === undefined
      ? 'What holds for everybody here. A change is in force as soon as the practice has taken it.'
      : 'What holds for everybody here. Administrators of the practice can change it.';
  return (
    <Screen title="Practice policies" lead={lead} narrow>
      {error !== undefined && <ErrorNote title="The policies could not be read" detail={error} />}
      {view === undefined && error === undefined && <LoadingLines label="Loading the policies" />}
      {view !== undefined && <Settled view={view} live={status?.connection === 'live'} />}
    </Screen>
  );
}

function Settled({ view, live }: { readonly view: PoliciesView; readonly live: boolean }) {
  const [saved, setSaved] = useState(false);
  const { policies, pending, whyNot } = view;
  return (
    <>
      {pending?.state === 'waiting' && (
        <Alert
          role="status"
          variant="light"
          color={live ? 'info' : 'attention'}
          icon={live ? <Loader size={16} aria-hidden /> : <IconCloudOff aria-hidden />}
          title={live ? 'Being sent' : 'Waiting for the connection'}
        >
          <Text size="sm">
            Until the practice has taken the change, and other administrators have approved it where that is
            asked for, what was settled before holds.
          </Text>
        </Alert>
      )}
      {pending?.state === 'refused' && (
        <ErrorNote
          title="The change was refused"
          detail={pending.reason ?? 'The practice did not say why'}
          kept="Nothing has changed. Make it again if it is still needed."
        />
      )}
      {saved && pending === undefined && (
        <Text role="status" c="var(--kc-done)" fw={600} mb="md">
          The policies are changed.
        </Text>
      )}
      <section aria-label="As it is now">
        <List spacing="xs" mb="lg">
          {policyLines(policies).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </section>
      {whyNot === undefined ? (
        <PoliciesForm
          key={JSON.stringify(policies)}
          policies={policies}
          waiting={pending?.state === 'waiting'}
          onSaved={() => setSaved(true)}
        />
      ) : (
        Object.keys(policies).length === 0 && (
          <EmptyState title="The practice has settled nothing of its own yet: this is what holds by default." />
        )
      )}
    </>
  );
}
