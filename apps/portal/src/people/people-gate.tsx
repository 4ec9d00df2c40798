/** Between the open session and the first page: finds whose records there are. Nobody yet is said, not guessed. */
import { useSession } from '@keychart/react';
import { DoorFrame, EmptyState, ErrorNote, LoadingLines } from '@keychart/ui';
import { Button, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { PeopleContext, type PeopleValue } from './people-context.ts';
import { useKeepAllHere } from './use-keep-all-here.ts';
import { usePeopleList } from './use-people-list.ts';

export function PeopleGate({ children }: { readonly children: ReactNode }) {
  const { identity } = useSession();
  // A key of the staff opens every chart: here they would all be fetched, and drawn as one big family.
  return identity.kind === 'staff' ? <WorkKey /> : <FamilyGate>{children}</FamilyGate>;
}

function WorkKey() {
  const { practice, lock } = useSession();
  return (
    <DoorFrame>
      <Title order={1}>This key is for work</Title>
      <Text my="md">
        It belongs to somebody on the staff of <bdi>{practice.name}</bdi>, who reads the charts in the
        workstation. For the records of your own family, log in with the key you were given as a patient or
        parent.
      </Text>
      <Group>
        <Button component="a" href="/ehr/">
          Open the workstation
        </Button>
        <Button variant="default" onClick={() => void lock()}>
          Back to log in
        </Button>
      </Group>
    </DoorFrame>
  );
}

function FamilyGate({ children }: { readonly children: ReactNode }) {
  const { practice, status, lock } = useSession();
  const { list, error } = usePeopleList();
  const [chosen, setChosen] = useState<string>();
  const rows = list?.rows;
  const value = useMemo<PeopleValue | undefined>(() => {
    const person = rows?.find(({ patientId }) => patientId === chosen);
    return rows && person && { people: rows, person, choose: setChosen };
  }, [rows, chosen]);

  // The first by name, once the names are known: as names arrive the order changes, the person on screen must not.
  const named =
    list?.state === 'complete' || rows?.every(({ birthDate }) => birthDate !== undefined) === true;
  const gone = rows !== undefined && chosen !== undefined && value === undefined;
  if (named && rows?.[0] !== undefined && (chosen === undefined || gone)) setChosen(rows[0].patientId);

  useKeepAllHere(rows);

  if (value !== undefined) return <PeopleContext value={value}>{children}</PeopleContext>;
  // What was on screen a moment ago is gone with the access to it: not the same as never having had any.
  if (status?.connection === 'refused') return <LetInNoMore />;
  const settled = list?.state === 'complete' && status?.connection !== 'catching-up';
  return (
    <DoorFrame>
      <Title order={1}>{settled ? 'No records yet' : 'Opening your records'}</Title>
      {error !== undefined && <ErrorNote title="Your records could not be opened" detail={error} />}
      {settled && (
        <EmptyState
          title={`${practice.name} has not shared any records with this login.`}
          hint="Ask the practice to add you. This page fills by itself when they do."
        />
      )}
      {!settled && error === undefined && <LoadingLines label="Opening your records" />}
      {(settled || error !== undefined) && (
        <Button variant="default" mt="lg" onClick={() => void lock()}>
          Lock now
        </Button>
      )}
    </DoorFrame>
  );
}

function LetInNoMore() {
  const { practice, lock } = useSession();
  return (
    <DoorFrame>
      <Title order={1}>Your practice does not let this login in</Title>
      <Text my="md">
        <bdi>{practice.name}</bdi> has ended its access, and what was kept on this device is closed. If you
        did not expect this, ask the practice. This page fills by itself when they let you in again.
      </Text>
      <Button variant="default" onClick={() => void lock()}>
        Back to log in
      </Button>
    </DoorFrame>
  );
}
