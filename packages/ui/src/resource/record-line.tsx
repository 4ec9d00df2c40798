/** One record in a list: what it is, when, a second line, marks. All lists of resources are made of this. */
import type { ReactNode } from 'react';
import type { EntryProps } from '../entry.ts';
import { ConfidentialMark } from '../signing/confidential-mark.tsx';
import { DeliveryMark } from '../signing/delivery-mark.tsx';
import { When } from '../text/practice-time.tsx';
import classes from './record-line.module.css';

export interface RecordLineProps {
  readonly entry: EntryProps;
  readonly title: ReactNode;
  readonly date?: string | undefined;
  /** With the time of day. */
  readonly time?: boolean;
  /** Second line, dimmed. */
  readonly detail?: ReactNode;
  /** Beside the title: a value, a status. */
  readonly aside?: ReactNode;
  /** True for what is over: shown quieter, with words saying so. */
  readonly past?: boolean;
}

export function RecordLine({
  entry,
  title,
  date,
  time = false,
  detail,
  aside,
  past = false,
}: RecordLineProps) {
  return (
    <div
      className={classes.line}
      data-past={past || undefined}
      data-removed={entry.removed !== undefined || undefined}
    >
      <div className={classes.top}>
        <span className={classes.title}>{title}</span>
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        <span className={classes.date}>
          <When date={date} time={time} />
        </span>
      </div>
      {hasText(detail) && <div className={classes.detail}>{detail}</div>}
      <EntryMarks entry={entry} />
    </div>
  );
}

/** Everything about a record that is not its content: confidential, corrected, conflict, not sent, removed. */
export function EntryMarks({ entry }: { readonly entry: EntryProps }) {
  const { confidential, versions, conflict, delivery, removed } = entry;
  if (!confidential && versions < 2 && !conflict && delivery.state === 'accepted' && removed === undefined)
    return null;
  return (
    <div className={classes.marks}>
      {confidential && <ConfidentialMark />}
      {removed !== undefined && <span className={classes.attention}>entered in error: {removed.reason}</span>}
      {versions > 1 && removed === undefined && <span>changed by {entry.changedBy.name}</span>}
      {conflict && <span className={classes.attention}>two people changed this at once</span>}
      <DeliveryMark delivery={delivery} />
    </div>
  );
}

const hasText = (node: ReactNode): boolean =>
  node !== undefined && node !== null && node !== '' && node !== false;
