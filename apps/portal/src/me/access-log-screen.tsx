/** Who at the practice opened the record of the person on screen, day by day. */
import type { AuditLine, AuditLog } from '@keychart/chart';
import { AccessLogEntries, useChart, useSession, useWatch } from '@keychart/react';
import { auditText, roleText, todayIn, usePracticeZone, When } from '@keychart/ui';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { usePeople } from '../people/people-context.ts';
import { Page } from '../shell/page.tsx';
import classes from './access-log.module.css';

const PAGE = 50;

export function AccessLogScreen() {
  const { practice } = useSession();
  const { person } = usePeople();
  const { patientId, name } = person;
  const chart = useChart();
  const zone = usePracticeZone();
  const [count, setCount] = useState(PAGE);
  const { value: log, error } = useWatch<AuditLog>(`${patientId} ${count}`, (callback) =>
    chart.watchAudit({ patientId, count }, callback),
  );
  return (
    <Page title="Who opened this record" back={{ to: '/me', label: 'Me' }}>
      <Text c="dimmed">
        Whoever opens the record of <bdi>{name}</bdi> leaves their name: everybody at {practice.name}, and you
        and your family as well.
      </Text>
      <AccessLogEntries
        log={log}
        error={error}
        failed="This list could not be read"
        empty={{
          title: 'Nobody has opened this record yet.',
          hint: 'As soon as somebody does, it is listed here.',
        }}
        onMore={() => setCount(count + PAGE)}
      >
        {byDay(log?.lines ?? [], zone).map(([day, lines]) => (
          <section key={day} aria-label={day} className={classes.day}>
            <Text component="h2" fw={600}>
              <When date={day} />
            </Text>
            <ul className={classes.list}>
              {lines.map((line) => (
                <Line key={line.id} line={line} zone={zone} />
              ))}
            </ul>
          </section>
        ))}
      </AccessLogEntries>
    </Page>
  );
}

function Line({ line, zone }: { readonly line: AuditLine; readonly zone: string | undefined }) {
  const { at, by, action, confidential, detail } = line;
  const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', ...(zone && { timeZone: zone }) });
  return (
    <li className={classes.line}>
      <Text c="dimmed" size="sm" className={classes.time}>
        <time dateTime={at}>{time.format(new Date(at))}</time>
      </Text>
      <div>
        <Text>
          <bdi>{by.name}</bdi>, {roleText(by.role)}
          {by.me && ' (you)'}
        </Text>
        <Text size="sm" c="dimmed">
          {auditText(action, confidential)}
          {action === 'grant' && detail !== undefined && `: ${detail.toLowerCase()}`}
        </Text>
      </div>
    </li>
  );
}

/** Calendar days in the practice's zone, in the order of the lines. */
function byDay(lines: readonly AuditLine[], zone: string | undefined): [string, AuditLine[]][] {
  const days = new Map<string, AuditLine[]>();
  for (const line of lines) {
    const day = todayIn(zone, new Date(line.at));
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}
