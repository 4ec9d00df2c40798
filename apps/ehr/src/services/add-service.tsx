/** A new service: what it is for decides what its key opens. */
import type { ServiceAgent, ServiceChange } from '@keychart/chart';
import { ErrorNote } from '@keychart/ui';
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { NamedPatients } from '../patients/named-patients.tsx';
import { patientsExplained, SERVICES, serviceText } from './service-words.ts';

interface AddServiceProps {
  readonly onClose: () => void;
  /** Answers the reason where it is refused. */
  readonly onDo: (change: ServiceChange) => Promise<string | undefined>;
}

export function AddService({ onClose, onDo }: AddServiceProps) {
  const [service, setService] = useState<ServiceAgent['service']>('billing');
  const [name, setName] = useState<string>();
  const [patients, setPatients] = useState<readonly string[] | undefined>([]);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const shown = name ?? serviceText(service);
  const explained = patientsExplained(service);
  const chosen = explained && patients;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen?.length === 0);
    if (chosen?.length === 0) return;
    setBusy(true);
    setFailure(await onDo({ kind: 'add', service, name: shown, ...(chosen && { patients: chosen }) }));
    setBusy(false);
  };

  return (
    <StaffDialog title="Add a service" size="lg" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Radio.Group
            label="What it is for"
            value={service}
            onChange={(value) => setService(value as ServiceAgent['service'])}
          >
            <Stack gap="xs" mt="xs">
              {SERVICES.map((choice) => (
                <Radio
                  key={choice.service}
                  value={choice.service}
                  label={choice.label}
                  description={choice.explained}
                />
              ))}
            </Stack>
          </Radio.Group>
          {explained && (
            <div>
              <NamedPatients
                patients={patients}
                error={missing ? 'Choose at least one patient, or all patients.' : undefined}
                explained={explained}
                onChange={(next) => {
                  setPatients(next);
                  setMissing(false);
                }}
              />
            </div>
          )}
          <TextInput
            label="Name"
            description="As it is shown in lists and in the access log"
            value={shown}
            maxLength={80}
            required
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {failure !== undefined && <ErrorNote title="The service was not added" detail={failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={shown.trim() === ''}>
              Add
            </Button>
          </Group>
        </Stack>
      </form>
    </StaffDialog>
  );
}
