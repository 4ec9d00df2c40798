/** Over every screen: a colleague asks for the confidential part of a chart; an administrator is told of it. */
import type { ConfidentialRequest } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { roleText, usePracticeZone } from '@keychart/ui';
import { Button, Group, Text } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useAttempt } from '../asking/use-attempt.ts';
import { usePatientNames } from '../patients/use-patient-names.ts';
import classes from '../screen/bar.module.css';
import { limitText, noticeText, untilText } from './confidential-words.ts';
import { useConfidentialRequests } from './use-confidential-requests.ts';

export default function RequestBars() {
  const shown = useConfidentialRequests().filter(({ mayAnswer, toNote }) => mayAnswer || toNote);
  const nameOf = usePatientNames(shown.map(({ patientId }) => patientId));
  return (
    <>
      {shown.map((request) => (
        <RequestBar key={request.id} request={request} patient={nameOf(request.patientId)} />
      ))}
    </>
  );
}

function RequestBar({
  request,
  patient,
}: {
  readonly request: ConfidentialRequest;
  readonly patient: string;
}) {
  const chart = useChart();
  const zone = usePracticeZone();
  const { busy, failure, run } = useAttempt();
  const { id, by, reason, minutes, mayAnswer, toNote, until } = request;
  const who = by.name === '' ? 'A colleague' : by.name;
  return (
    <section className={`${classes.bar} kc-screen-only`} role="alert" aria-label={`Request by ${who}`}>
      <IconLockOpen size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <Text fw={600}>
          {who}
          {by.role !== undefined && ` (${roleText(by.role)})`} asks for the confidential part of {patient}
        </Text>
        <Text size="sm">
          For {limitText(minutes)}, for reading: “{reason}”{' '}
          {!mayAnswer && noticeText(request, untilText(until, zone))}
        </Text>
        {failure !== undefined && (
          <Text size="sm" c="var(--kc-critical)">
            {failure}
          </Text>
        )}
      </div>
      <Group gap="xs">
        {mayAnswer && (
          <>
            <Button
              size="xs"
              loading={busy}
              onClick={() => void run(() => chart.answerConfidential(id, true))}
            >
              Allow
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => void run(() => chart.answerConfidential(id, false))}
            >
              Decline
            </Button>
          </>
        )}
        {!mayAnswer && toNote && (
          <Button
            size="xs"
            variant="default"
            loading={busy}
            onClick={() => void run(() => chart.noteConfidential(id))}
          >
            I have taken note
          </Button>
        )}
      </Group>
    </section>
  );
}
