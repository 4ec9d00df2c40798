/** In a chart, for those who do not hold its confidential part: ask for it, and how one's request stands. */
import type { PatientId } from '@keychart/chart';
import { useChart, useSession } from '@keychart/react';
import { usePracticeZone } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useAttempt } from '../asking/use-attempt.ts';
import { mayWriteConfidential, readsClinical } from '../session/permissions.ts';
import classes from './ask-confidential.module.css';
import { ownStateText, untilText } from './confidential-words.ts';
import { useConfidentialRequests } from './use-confidential-requests.ts';

const AskDialog = lazy(async () => ({ default: (await import('./ask-dialog.tsx')).AskDialog }));

export function AskConfidential({
  patientId,
  name,
}: {
  readonly patientId: PatientId;
  readonly name: string;
}) {
  const chart = useChart();
  const zone = usePracticeZone();
  const { identity } = useSession();
  const [asking, setAsking] = useState(false);
  const { busy, failure, run } = useAttempt();
  const mine = useConfidentialRequests().find((request) => request.by.me && request.patientId === patientId);
  if (!readsClinical(identity) || mayWriteConfidential(identity)) return null;
  const open = mine?.state === 'asked' || mine?.state === 'allowed';
  return (
    <div className={`${classes.line} kc-screen-only`}>
      <IconLock size={14} aria-hidden />
      <span role="status">
        {mine === undefined
          ? 'Confidential part: not open to you.'
          : ownStateText(mine, untilText(mine.until, zone))}
      </span>
      {open ? (
        <Button
          variant="default"
          size="compact-xs"
          loading={busy}
          onClick={() => void run(() => chart.endConfidential(mine.id))}
        >
          {mine.state === 'asked' ? 'Take back' : 'I am done'}
        </Button>
      ) : (
        <Button variant="default" size="compact-xs" onClick={() => setAsking(true)}>
          {mine === undefined ? 'Ask for access' : 'Ask again'}
        </Button>
      )}
      {failure !== undefined && (
        <Text size="sm" c="var(--kc-critical)">
          {failure}
        </Text>
      )}
      <Suspense>
        {asking && <AskDialog patientId={patientId} name={name} onClose={() => setAsking(false)} />}
      </Suspense>
    </div>
  );
}
