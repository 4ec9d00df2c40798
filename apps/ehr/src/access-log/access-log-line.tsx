/** One entry: when, who, what, about whom. */
import type { AuditLine } from '@keychart/chart';
import {
  auditText,
  ConfidentialMark,
  instantsText,
  roleText,
  sentence,
  usePracticeZone,
  When,
} from '@keychart/ui';
import { Text } from '@mantine/core';
import classes from './access-log.module.css';

export function AccessLogLine({ line }: { readonly line: AuditLine }) {
  const timeZone = usePracticeZone();
  const { at, by, action, patientId, patientName, confidential, detail } = line;
  return (
    <li className={classes.line}>
      <Text size="sm" c="dimmed" className={classes.when}>
        <When date={at} time />
      </Text>
      <Text size="sm" fw={600} className={classes.who}>
        <bdi>{by.name}</bdi>
        {by.me && ' (you)'}{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          {roleText(by.role)}
        </Text>
      </Text>
      <div className={classes.what}>
        <Text size="sm">
          {auditText(action, confidential)}
          {patientId !== undefined && (
            <>
              {': '}
              <bdi>{patientName ?? 'a patient not known here'}</bdi>
            </>
          )}{' '}
          {confidential && <ConfidentialMark />}
        </Text>
        {detail !== undefined && (
          <Text size="sm" c="dimmed">
            {sentence(instantsText(detail, timeZone))}
          </Text>
        )}
      </div>
    </li>
  );
}
