/** Go to: patients by name and every command, with the keyboard alone. */
import type { PatientRow } from '@keychart/chart';
import { CHART_SECTIONS } from '@keychart/ui';
import { Modal } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useOpenCharts, useOpenPatient } from '../chart/open-charts-context.ts';
import { PickList } from '../patients/pick-list.tsx';
import { useChart, useSession } from '../session/session-context.tsx';
import { useShellCommands } from './shell-commands.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly run: () => void;
}

const PATIENTS_SHOWN = 8;

export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const commands = useCommands();
  const patients = usePatientChoices(text);
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const matching = commands.filter(({ label }) =>
    words.every((word) => label.toLocaleLowerCase().includes(word)),
  );
  const choices = text.trim() === '' ? [...matching, ...patients] : [...patients, ...matching];
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      yOffset="12vh"
      centered={false}
      padding="sm"
      size="lg"
      attributes={{ content: { 'aria-label': 'Go to' } }}
    >
      <PickList
        label="Go to a patient or a command"
        placeholder="Patient or command"
        text={text}
        onText={setText}
        items={choices}
        idOf={({ id }) => id}
        onPick={(choice) => {
          onClose();
          choice.run();
        }}
        render={({ label, hint }) => (
          <>
            <span>{label}</span>
            <span data-dimmed>{hint}</span>
          </>
        )}
        empty="Nothing found."
      />
    </Modal>
  );
}

function usePatientChoices(text: string): readonly Choice[] {
  const chart = useChart();
  const openPatient = useOpenPatient();
  const [rows, setRows] = useState<readonly PatientRow[]>([]);
  useEffect(() => {
    let over = false;
    chart.searchPatients(text, { count: PATIENTS_SHOWN }).then(
      (found) => {
        if (!over) setRows(found.rows);
      },
      () => {
        if (!over) setRows([]);
      },
    );
    return () => {
      over = true;
    };
  }, [chart, text]);
  return rows.map(({ patientId, name, birthDate }) => ({
    id: `patient ${patientId}`,
    label: name,
    hint: birthDate === undefined ? 'Patient' : `Patient, born ${birthDate}`,
    run: () => openPatient(patientId, name),
  }));
}

function useCommands(): readonly Choice[] {
  const { lock } = useSession();
  const { openShortcuts } = useShellCommands();
  const charts = useOpenCharts();
  const navigate = useNavigate();
  const { tab } = useParams({ strict: false });
  const inChart: Choice[] =
    tab === undefined
      ? []
      : [
          {
            id: 'note',
            label: 'New note',
            hint: 'This chart',
            run: () => charts.change(tab, { beside: { kind: 'note' } }),
          },
          {
            id: 'vitals',
            label: 'New vitals',
            hint: 'This chart',
            run: () => charts.change(tab, { beside: { kind: 'vitals' } }),
          },
          ...[{ key: 'overview', title: 'Overview' }, ...CHART_SECTIONS].map(({ key, title }) => ({
            id: `section ${key}`,
            label: title,
            hint: 'This chart',
            run: () => void navigate({ to: '/chart/$tab/$section', params: { tab, section: key } }),
          })),
        ];
  return [
    ...inChart,
    { id: 'patients', label: 'Patients', hint: 'Go to', run: () => void navigate({ to: '/patients' }) },
    { id: 'new', label: 'New patient', hint: 'Patients', run: () => void navigate({ to: '/patients/new' }) },
    {
      id: 'sending',
      label: 'Sending',
      hint: 'What is not sent yet',
      run: () => void navigate({ to: '/sending' }),
    },
    {
      id: 'unreadable',
      label: 'Unreadable',
      hint: 'What could not be taken in',
      run: () => void navigate({ to: '/unreadable' }),
    },
    {
      id: 'device',
      label: 'This device',
      hint: 'Login, export',
      run: () => void navigate({ to: '/device' }),
    },
    { id: 'shortcuts', label: 'Keyboard shortcuts', hint: 'Help', run: openShortcuts },
    { id: 'lock', label: 'Lock now', hint: 'Session', run: () => void lock() },
  ];
}
