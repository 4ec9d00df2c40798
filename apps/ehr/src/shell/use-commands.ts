/** What the palette can do besides opening a patient; only what this person may do is offered. */
import { useSession } from '@keychart/react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useOpenCharts } from '../open-charts/open-charts-context.ts';
import { mayCreatePatients, mayTakeVitals, mayWriteNotes, sectionsFor } from '../session/permissions.ts';
import { useShellCommands } from './shell-commands.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly run: () => void;
}

export function useCommands(): readonly Choice[] {
  const { lock, identity } = useSession();
  const { openShortcuts } = useShellCommands();
  const navigate = useNavigate();
  const chartCommands = useChartCommands();
  const go =
    (
      to:
        | '/patients'
        | '/patients/new'
        | '/staff'
        | '/access-log'
        | '/policies'
        | '/services'
        | '/sending'
        | '/unreadable'
        | '/device',
    ) =>
    () =>
      void navigate({ to });
  const newPatient = { id: 'new', label: 'New patient', hint: 'Patients', run: go('/patients/new') };
  return [
    ...chartCommands,
    { id: 'patients', label: 'Patients', hint: 'Go to', run: go('/patients') },
    ...(mayCreatePatients(identity) ? [newPatient] : []),
    { id: 'staff', label: 'Staff', hint: 'Who works here', run: go('/staff') },
    { id: 'access-log', label: 'Access log', hint: 'Who did what', run: go('/access-log') },
    { id: 'policies', label: 'Practice policies', hint: 'Ages, idle time', run: go('/policies') },
    { id: 'services', label: 'Services', hint: 'Programs with a key', run: go('/services') },
    { id: 'sending', label: 'Sending', hint: 'What is not sent yet', run: go('/sending') },
    { id: 'unreadable', label: 'Unreadable', hint: 'What could not be taken in', run: go('/unreadable') },
    { id: 'device', label: 'This device', hint: 'Login, export', run: go('/device') },
    { id: 'shortcuts', label: 'Keyboard shortcuts', hint: 'Help', run: openShortcuts },
    { id: 'lock', label: 'Lock now', hint: 'Session', run: () => void lock() },
  ];
}

/** For the chart on screen; none elsewhere. */
function useChartCommands(): readonly Choice[] {
  const { identity } = useSession();
  const charts = useOpenCharts();
  const navigate = useNavigate();
  const { tab } = useParams({ strict: false });
  if (tab === undefined) return [];
  const write = (kind: 'note' | 'vitals', label: string): Choice => ({
    id: kind,
    label,
    hint: 'This chart',
    run: () => charts.change(tab, { beside: { kind } }),
  });
  const show = (section: string, title: string): Choice => ({
    id: `section ${section}`,
    label: title,
    hint: 'This chart',
    run: () => {
      charts.change(tab, { record: undefined });
      void navigate({ to: '/chart/$tab/$section', params: { tab, section } });
    },
  });
  return [
    ...(mayWriteNotes(identity) ? [write('note', 'New note')] : []),
    ...(mayTakeVitals(identity) ? [write('vitals', 'New vitals')] : []),
    show('overview', 'Overview'),
    ...sectionsFor(identity).map(({ key, title }) => show(key, title)),
  ];
}
