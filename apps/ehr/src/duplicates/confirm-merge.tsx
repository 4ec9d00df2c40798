/** Two charts side by side, what merging them does, and the last question. */
import type { PatientView } from '@keychart/chart';
import { patientName } from '@keychart/fhir';
import { useChart, usePatient } from '@keychart/react';
import { ErrorNote, LoadingLines } from '@keychart/ui';
import { Button, Group, List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useAttempt } from '../asking/use-attempt.ts';
import { useOpenCharts, useOpenPatient } from '../open-charts/open-charts-context.ts';
import classes from './duplicates.module.css';
import { comparePatients, mergePoints } from './merge-words.ts';
import { UndoMerge } from './undo-merge.tsx';

interface ConfirmMergeProps {
  readonly view: PatientView;
  readonly name: string;
  readonly otherId: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function ConfirmMerge({ view, name, otherId, onBack, onClose }: ConfirmMergeProps) {
  const chart = useChart();
  const charts = useOpenCharts();
  const openPatient = useOpenPatient();
  const attempt = useAttempt();
  const { value: other, error } = usePatient(otherId);
  const [left, right] = [view.entry?.resource, other?.entry?.resource];
  if (error !== undefined) return <ErrorNote title="The other chart could not be read" detail={error} />;
  if (left === undefined || other === undefined || right === undefined)
    return <LoadingLines label="Loading the other chart" lines={5} />;
  const otherName = patientName(right);
  const points = mergePoints({
    duplicate: name === otherName ? `${name} that you merge` : name,
    survivor: otherName,
    ofDuplicate: view.guardians,
    ofSurvivor: other.guardians,
  });

  const merge = async () => {
    const outcome = await attempt.run(() => chart.mergePatients(view.patientId, otherId));
    if (!outcome) return;
    onClose();
    const tab = charts.list().find(({ patientId }) => patientId === view.patientId)?.tab;
    openPatient(otherId, otherName);
    if (tab !== undefined) charts.close(tab);
    const id = `merged ${view.patientId}`;
    notifications.show({
      id,
      color: 'done',
      autoClose: 12_000,
      message: (
        <UndoMerge
          chart={chart}
          duplicate={view.patientId}
          onUndone={() => {
            notifications.hide(id);
            openPatient(view.patientId, name);
          }}
        />
      ),
    });
  };

  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.compare}>
          <thead>
            <tr>
              <td />
              <th scope="col">This chart</th>
              <th scope="col">The chart that stays</th>
            </tr>
          </thead>
          <tbody>
            {comparePatients(left, right).map(({ label, duplicate, survivor, differs }) => (
              <tr key={label} data-differs={differs || undefined}>
                <th scope="row">
                  {label}
                  {differs && (
                    <span className={classes.differs}>
                      <IconArrowsDiff size={14} aria-hidden /> differs
                    </span>
                  )}
                </th>
                <td>
                  <bdi>{duplicate}</bdi>
                </td>
                <td>
                  <bdi>{survivor}</bdi>
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">Entries</th>
              <td>{view.counts.entries}</td>
              <td>{other.state === 'loading' ? 'counting' : other.counts.entries}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <List size="sm" spacing="xs" mt="md">
        {points.map((point) => (
          <List.Item key={point}>{point}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="sm">
        Name, date of birth and address are those of the chart that stays.
      </Text>
      {attempt.failure !== undefined && <ErrorNote title="Not merged" detail={attempt.failure} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onBack}>
          Another chart
        </Button>
        <Button loading={attempt.busy} onClick={() => void merge()}>
          Merge the two
        </Button>
      </Group>
    </>
  );
}
