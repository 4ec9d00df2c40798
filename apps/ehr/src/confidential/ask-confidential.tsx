/** In a chart, for those who do not hold its confidential part: ask for it, and how one's request stands. */
import type { ConfidentialRequest, PatientId } from '@keychart/chart';
import { useChart, useSession } from '@keychart/react';
import { usePracticeZone } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useAttempt } from '../asking/use-attempt.ts';
import { mayWriteConfidential, readsClinical } from '../session/permissions.ts';
import classes from './ask-confidential.module.css';
import { ownStateText, SILENT_AFTER, type Waiting } from './confidential-words.ts';
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
  const { identity, status } = useSession();
  const [asking, setAsking] = useState(false);
  const { busy, failure, run } = useAttempt();
  const mine = useConfidentialRequests().find((request) => request.by.me && request.patientId === patientId);
  const silent = useSilence(mine);
  const waiting: Waiting = silent ? 'silent' : 'fresh';
  if (!readsClinical(identity) || mayWriteConfidential(identity)) return null;
  const open = mine?.state === 'asked' || mine?.state === 'allowed';
  return (
    <div className={`${classes.line} kc-screen-only`}>
      <IconLock size={14} aria-hidden />
      <span role="status">
        {mine === undefined
          ? 'Confidential part: not open to you.'
          : ownStateText(mine, zone, status?.connection === 'offline' ? 'unsent' : waiting)}
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

/** True once nobody has answered for a while. */
function useSilence(request: ConfidentialRequest | undefined): boolean {
  const [silent, setSilent] = useState(false);
  const since = request?.state === 'asked' ? request.askedAt : undefined;
  useEffect(() => {
    setSilent(false);
    if (since === undefined) return;
    const timer = setTimeout(() => setSilent(true), Date.parse(since) + SILENT_AFTER - Date.now());
    return () => clearTimeout(timer);
  }, [since]);
  return silent;
}
