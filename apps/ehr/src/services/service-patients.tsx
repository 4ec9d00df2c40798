/** Whose charts a service reads: patients added and taken off, with what that does said before it is done. */
import type { ServiceAgent, ServiceChange } from '@keychart/chart';
import { ErrorNote } from '@keychart/ui';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { ChosenPatients } from '../patients/chosen-patients.tsx';

interface ServicePatientsProps {
  readonly agent: ServiceAgent;
  readonly onClose: () => void;
  /** Answers the reason where it is refused. */
  readonly onDo: (change: ServiceChange) => Promise<string | undefined>;
}

export function ServicePatients({ agent, onClose, onDo }: ServicePatientsProps) {
  const before = agent.patients ?? [];
  const [patients, setPatients] = useState(before);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const added = patients.filter((id) => !before.includes(id)).length;
  const gone = before.filter((id) => !patients.includes(id)).length;

  const save = async () => {
    setBusy(true);
    setFailure(await onDo({ kind: 'patients', id: agent.id, patients }));
    setBusy(false);
  };

  return (
    <StaffDialog title={`Patients of ${agent.name}`} size="lg" onClose={onClose}>
      <ChosenPatients patients={patients} onChange={setPatients} />
      {added > 0 && (
        <Text size="sm" mt="md">
          It reads the whole record of {charts(added)}, but the confidential part, from now on.
        </Text>
      )}
      {gone > 0 && (
        <Text size="sm" mt="md" role="status">
          {gone === 1 ? 'One chart closes' : `${gone} charts close`} for it at once, and what is written there
          next has new keys. What it has read until now cannot be taken back.
        </Text>
      )}
      {failure !== undefined && <ErrorNote title="The patients were not changed" detail={failure} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={busy}
          disabled={added + gone === 0}
          {...(gone > 0 && { color: 'critical' })}
          onClick={() => void save()}
        >
          Save
        </Button>
      </Group>
    </StaffDialog>
  );
}

const charts = (count: number): string => (count === 1 ? 'one more patient' : `${count} more patients`);
