/** Around the entries of an access log in both apps: none, not readable, still coming, more of them, not connected. */
import type { AuditLog } from '@keychart/chart';
import { EmptyState, ErrorNote, LoadNote } from '@keychart/ui';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../session/session-context.ts';

interface AccessLogEntriesProps {
  /** `undefined`: not here yet. */
  readonly log: AuditLog | undefined;
  readonly error: string | undefined;
  /** What could not be read, for the title of the error. */
  readonly failed: string;
  readonly empty: { readonly title: string; readonly hint: string };
  readonly onMore: () => void;
  /** The entries there are. */
  readonly children: ReactNode;
}

export function AccessLogEntries({ log, error, failed, empty, onMore, children }: AccessLogEntriesProps) {
  const { status } = useSession();
  const { state = 'loading', total = 0, lines = [] } = log ?? {};
  return (
    <>
      {error !== undefined && <ErrorNote title={failed} detail={error} />}
      {state === 'complete' && total === 0 && <EmptyState {...empty} />}
      {children}
      {error === undefined && (
        <LoadNote state={state} shown={lines.length} total={total} what="entries" onMore={onMore} />
      )}
      {state !== 'complete' && status?.connection === 'offline' && (
        <Text size="sm" c="dimmed">
          Not connected: this is what is on this device.
        </Text>
      )}
    </>
  );
}
