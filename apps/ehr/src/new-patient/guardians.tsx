/** Guardians who already have a key: they can read the record from the first moment. */
import { Button, CloseButton, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { PickGuardian } from './pick-guardian.tsx';

export interface GuardianForm {
  readonly id: string;
  readonly name: string;
  readonly npub: string;
  /** A patient here, in the place of an address. */
  readonly patientId?: string;
}

interface GuardiansProps {
  readonly guardians: readonly GuardianForm[];
  readonly onChange: (guardians: readonly GuardianForm[]) => void;
}

export function Guardians({ guardians, onChange }: GuardiansProps) {
  const [picking, setPicking] = useState(false);
  const change = (id: string, part: Partial<GuardianForm>) =>
    onChange(guardians.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 'var(--mantine-spacing-lg) 0 0' }}>
      <Text component="legend" fw={600} p={0}>
        Guardians
      </Text>
      <Text size="sm" c="dimmed">
        Parents or others who read this record with a key of their own.
      </Text>
      {guardians.map((guardian) => (
        <Group key={guardian.id} align="flex-end" mt="sm" wrap="nowrap">
          <TextInput
            label="Guardian's name"
            flex={1}
            value={guardian.name}
            onChange={(event) => change(guardian.id, { name: event.currentTarget.value })}
          />
          {guardian.patientId !== undefined ? (
            <Text size="sm" c="dimmed" flex={2} pb={8}>
              Reads with the key of their own chart here.
            </Text>
          ) : (
            <TextInput
              label="Guardian's address"
              placeholder="npub1…"
              flex={2}
              value={guardian.npub}
              onChange={(event) => change(guardian.id, { npub: event.currentTarget.value })}
              error={
                guardian.npub === '' || guardian.npub.trim().startsWith('npub1')
                  ? undefined
                  : 'Starts with npub1.'
              }
            />
          )}
          <CloseButton
            aria-label="Remove this guardian"
            onClick={() => onChange(guardians.filter(({ id }) => id !== guardian.id))}
          />
        </Group>
      ))}
      <Group mt="sm" gap="sm">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...guardians, { id: crypto.randomUUID(), name: '', npub: '' }])}
        >
          Add a guardian
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconUserSearch size={14} aria-hidden />}
          onClick={() => setPicking(true)}
        >
          Guardian who is a patient here
        </Button>
      </Group>
      {picking && (
        <PickGuardian
          onClose={() => setPicking(false)}
          onPick={({ patientId, name }) => {
            setPicking(false);
            if (!guardians.some((one) => one.patientId === patientId))
              onChange([...guardians, { id: crypto.randomUUID(), name, npub: '', patientId }]);
          }}
        />
      )}
    </fieldset>
  );
}
