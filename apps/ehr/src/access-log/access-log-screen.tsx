/** Who did what in this practice: logins, opened charts, exports, changed access, refusals; and whether it is whole. */
import type { AuditAction, AuditLog } from '@keychart/chart';
import { AccessLogEntries, useChart, useSession, useWatch } from '@keychart/react';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { Screen } from '../screen/screen.tsx';
import classes from './access-log.module.css';
import { AccessLogFilters, type LogFilters, startOf } from './access-log-filters.tsx';
import { AccessLogLine } from './access-log-line.tsx';
import { ServerLogState } from './server-log-state.tsx';
import { TrailState } from './trail-state.tsx';

const PAGE = 100;

export function AccessLogScreen() {
  const { identity } = useSession();
  const chart = useChart();
  const [filters, setFilters] = useState<LogFilters>({ days: '7' });
  const [count, setCount] = useState(PAGE);
  // One start for as long as the filter stands, or every drawing would ask anew.
  const [from, setFrom] = useState(() => startOf(filters.days));
  const asked = {
    from,
    count,
    ...(filters.npub !== undefined && { npub: filters.npub }),
    ...(filters.action !== undefined && { action: filters.action as AuditAction }),
    ...(filters.patientId !== undefined && { patientId: filters.patientId }),
  };
  const { value: log, error } = useWatch<AuditLog>(JSON.stringify(asked), (callback) =>
    chart.watchAudit(asked, callback),
  );
  const change = (next: LogFilters) => {
    if (next.days !== filters.days) setFrom(startOf(next.days));
    setFilters(next);
    setCount(PAGE);
  };
  return (
    <Screen
      title="Access log"
      lead="Everybody’s logins, opened charts, exports and changes of access, signed by whoever did it. An entry taken out shows as a gap once its author’s device has written another."
    >
      {!identity.compartments.includes('desk') && (
        <Text mb="md">Your role does not open the access log of the practice.</Text>
      )}
      <AccessLogFilters filters={filters} people={log?.people ?? []} onChange={change} />
      {log?.trail && <TrailState log={log} trail={log.trail} />}
      {identity.permissions.includes('admin') && log !== undefined && <ServerLogState log={log.server} />}
      <AccessLogEntries
        log={log}
        error={error}
        failed="The access log could not be read"
        empty={{
          title: 'Nothing was noted in this time.',
          hint: 'Choose a longer time, or take a filter away.',
        }}
        onMore={() => setCount(count + PAGE)}
      >
        {log !== undefined && log.total > 0 && (
          <Text size="sm" c="dimmed" role="status" mb="xs">
            {log.total === 1 ? 'One entry' : `${log.total.toLocaleString('en-US')} entries`}
          </Text>
        )}
        <ul className={classes.list} aria-label="Entries of the access log">
          {log?.lines.map((line) => (
            <AccessLogLine key={line.id} line={line} />
          ))}
        </ul>
      </AccessLogEntries>
    </Screen>
  );
}
