/** The server's own log, for administrators: how far it is signed, and whether that fits what this device has seen. */
import type { ServerLog, ServerLogConflict } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { When } from '@keychart/ui';
import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './access-log.module.css';

export function ServerLogState({ log }: { readonly log: ServerLog | undefined }) {
  if (!log) {
    return (
      <Text size="sm" c="dimmed" className={classes.state}>
        The server’s own log: this device has not seen a signature of it yet. The server signs it every hour.
      </Text>
    );
  }
  const { entries, signedAt, since, conflicts } = log;
  return (
    <div className={classes.state}>
      {conflicts.length > 0 && (
        <Alert
          color="attention"
          icon={<IconAlertTriangle aria-hidden />}
          title="The server’s own log is not the one this device has seen"
          mb="xs"
        >
          <List size="sm">
            {conflicts.map((conflict) => (
              <List.Item key={`${conflict.kind} ${conflict.entries} ${conflict.signedAt}`}>
                <ConflictText conflict={conflict} />
              </List.Item>
            ))}
          </List>
          <Text size="sm" mt="xs">
            Ask who runs the server whether it was restored from a backup, moved, or its clock was wrong. If
            not, somebody has changed its log. Save the signatures and check with keychart audit verify
            --heads.
          </Text>
        </Alert>
      )}
      <Group gap="xs" justify="space-between">
        <Text size="sm" c="dimmed">
          The server’s own log: {entries === 1 ? 'one entry' : `${entries.toLocaleString('en-US')} entries`},
          last signed <When date={signedAt} time />. This device has witnessed it since <When date={since} />.
        </Text>
        <SaveHeads />
      </Group>
    </div>
  );
}

/** A file that the log can be checked against on the server, kept where the server cannot reach it. */
function SaveHeads() {
  const chart = useChart();
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      const link = document.createElement('a');
      link.href = `data:text/plain;charset=utf-8,${encodeURIComponent(await chart.serverHeads())}`;
      link.download = `keychart-log-signatures-${new Date().toISOString().slice(0, 10)}.txt`;
      link.click();
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => void save()}>
        Save the signatures
      </Button>
      {failed && (
        <Text size="sm" role="alert">
          Not saved. Log in again and try once more.
        </Text>
      )}
    </>
  );
}

function ConflictText({ conflict: { kind, entries, signedAt } }: { readonly conflict: ServerLogConflict }) {
  const which = `number ${entries.toLocaleString('en-US')}`;
  const when = (
    <>
      Signed <When date={signedAt} time />:{' '}
    </>
  );
  switch (kind) {
    case 'rewritten':
      return (
        <>
          {when}another entry {which} than before.
        </>
      );
    case 'cut':
      return (
        <>
          {when}the log ends with {which}, and was longer before.
        </>
      );
    case 'clock':
      return (
        <>
          {when}entry {which} is dated before one it follows.
        </>
      );
    case 'other key':
      return <>{when}by another key than the server has now.</>;
  }
}
