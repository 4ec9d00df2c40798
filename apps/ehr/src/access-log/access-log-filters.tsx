/** By whom, what, about whom, and how far back. */
import type { PatientRow } from '@keychart/chart';
import { useAsk, useChart } from '@keychart/react';
import { auditText } from '@keychart/ui';
import { Select, SimpleGrid } from '@mantine/core';
import { useState } from 'react';

export interface LogFilters {
  readonly days: string;
  readonly npub?: string;
  readonly action?: string;
  readonly patientId?: string;
}

const PERIODS = [
  { value: '1', label: 'Last 24 hours' },
  { value: '7', label: 'Last 7 days' },
  { value: '31', label: 'Last month' },
  { value: '366', label: 'Last year' },
];

const ACTIONS = ['login', 'open', 'export', 'grant', 'break-glass', 'refusal'].map((value) => ({
  value,
  label: auditText(value),
}));

/** ISO instant so many days ago. */
export const startOf = (days: string): string =>
  new Date(Date.now() - Number(days) * 86_400_000).toISOString();

interface AccessLogFiltersProps {
  readonly filters: LogFilters;
  readonly people: readonly { readonly npub: string; readonly name: string }[];
  readonly onChange: (filters: LogFilters) => void;
}

export function AccessLogFilters({ filters, people, onChange }: AccessLogFiltersProps) {
  const set = (name: keyof LogFilters, value: string | null) => {
    const { [name]: _old, ...rest } = filters;
    onChange({ ...rest, ...(value !== null && { [name]: value }) } as LogFilters);
  };
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" verticalSpacing="xs" mb="md">
      <Select
        label="Time"
        data={PERIODS}
        value={filters.days}
        allowDeselect={false}
        onChange={(value) => set('days', value ?? '7')}
      />
      <Select
        label="Person"
        placeholder="Everybody"
        clearable
        searchable
        nothingFoundMessage="Nobody by that name in this time"
        data={people.map(({ npub, name }) => ({ value: npub, label: name === '' ? 'No name' : name }))}
        value={filters.npub ?? null}
        onChange={(value) => set('npub', value)}
      />
      <Select
        label="What was done"
        placeholder="Everything"
        clearable
        data={ACTIONS}
        value={filters.action ?? null}
        onChange={(value) => set('action', value)}
      />
      <PatientFilter value={filters.patientId} onChange={(value) => set('patientId', value)} />
    </SimpleGrid>
  );
}

interface PatientFilterProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | null) => void;
}

function PatientFilter({ value, onChange }: PatientFilterProps) {
  const chart = useChart();
  const [text, setText] = useState('');
  const { value: found } = useAsk(
    'patients of the access log',
    text,
    async () => (await chart.searchPatients(text, { count: 20 })).rows,
  );
  const data = (found ?? []).map(({ patientId, name }: PatientRow) => ({ value: patientId, label: name }));
  return (
    <Select
      label="Patient"
      placeholder="All patients"
      clearable
      searchable
      data={data}
      filter={({ options }) => options}
      nothingFoundMessage="Nobody by that name"
      searchValue={text}
      onSearchChange={setText}
      value={value ?? null}
      onChange={onChange}
    />
  );
}
