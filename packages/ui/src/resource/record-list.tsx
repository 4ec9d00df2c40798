/** A list of records, each line opening its record when there is somewhere to go. */
import type { ReactNode } from 'react';
import type { EntryProps } from '../entry.ts';
import classes from './record-line.module.css';

export interface RecordListProps<E extends EntryProps> {
  readonly entries: readonly E[];
  readonly line: (entry: E) => ReactNode;
  readonly label: string;
  readonly onOpen?: ((entry: E) => void) | undefined;
  readonly openId?: string | undefined;
}

export function RecordList<E extends EntryProps>({
  entries,
  line,
  label,
  onOpen,
  openId,
}: RecordListProps<E>) {
  return (
    <ul className={classes.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id}>
          {onOpen === undefined ? (
            line(entry)
          ) : (
            <button
              type="button"
              className={classes.open}
              aria-current={entry.id === openId}
              onClick={() => onOpen(entry)}
            >
              {line(entry)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
