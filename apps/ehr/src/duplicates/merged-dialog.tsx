/** What was merged into this chart, and taking it apart again. */
import type { MergedChart, PatientView } from '@keychart/chart';
import { useChart, useSession } from '@keychart/react';
import { sexText, When } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Consequences } from '../asking/consequences.tsx';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import { mayMergePatients } from '../session/permissions.ts';
import classes from './duplicates.module.css';
import { unmergePoints } from './merge-words.ts';

interface MergedDialogProps {
  readonly view: PatientView;
  readonly name: string;
  readonly onClose: () => void;
}

export function MergedDialog({ view, name, onClose }: MergedDialogProps) {
  const { identity } = useSession();
  const [apart, setApart] = useState<MergedChart>();
  if (apart !== undefined) return <TakeApart merged={apart} name={name} onClose={onClose} />;
  return (
    <StaffDialog title={`Merged into the chart of ${name}`} onClose={onClose}>
      <ul className={classes.list}>
        {(view.merged ?? []).map((merged) => (
          <li key={merged.patientId} className={classes.merged}>
            <div>
              <bdi className={classes.name}>{merged.name}</bdi>
              <Text size="sm" c="dimmed">
                {sexText(merged.sex)}, born{' '}
                {merged.birthDate === undefined ? 'date not recorded' : <When date={merged.birthDate} />}
                {merged.mergedAt !== undefined && (
                  <>
                    , merged <When date={merged.mergedAt} time />
                  </>
                )}
              </Text>
            </div>
            {mayMergePatients(identity) && (
              <Button variant="default" size="xs" onClick={() => setApart(merged)}>
                Take apart
              </Button>
            )}
          </li>
        ))}
      </ul>
    </StaffDialog>
  );
}

interface TakeApartProps {
  readonly merged: MergedChart;
  readonly name: string;
  readonly onClose: () => void;
}

function TakeApart({ merged, name, onClose }: TakeApartProps) {
  const chart = useChart();
  const attempt = useAttempt();
  const act = async () => {
    const outcome = await attempt.run(() => chart.unmergePatient(merged.patientId));
    if (!outcome) return;
    for (const notice of [`merged ${merged.patientId}`, `moved ${merged.patientId}`])
      notifications.hide(notice);
    notifications.show({ message: `${merged.name} has a chart of their own again.`, color: 'done' });
    onClose();
  };
  return (
    <Consequences
      title="Two charts again?"
      points={unmergePoints(merged.name, merged.name === name ? 'this patient' : name)}
      act="Take apart"
      attempt={attempt}
      onAct={() => void act()}
      onClose={onClose}
    />
  );
}
