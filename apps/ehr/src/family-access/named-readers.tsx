/** Staff who read this record by name: locums, and whoever the confidential part was opened for. */
import type { PatientView } from '@keychart/chart';
import { useChart, useSession } from '@keychart/react';
import { dateText, ErrorNote, firstUpper, roleText, usePracticeZone } from '@keychart/ui';
import { Button } from '@mantine/core';
import { lastDay } from '../asking/last-day.ts';
import { useAttempt } from '../asking/use-attempt.ts';
import { untilText } from '../confidential/confidential-words.ts';
import { useConfidentialRequests } from '../confidential/use-confidential-requests.ts';
import { mayCreatePatients, readsClinical } from '../session/permissions.ts';
import classes from './family-access.module.css';
import { Reader } from './reader.tsx';

export function NamedReaders({ view }: { readonly view: PatientView }) {
  const chart = useChart();
  const zone = usePracticeZone();
  const { identity } = useSession();
  const { busy, failure, run } = useAttempt();
  const requests = useConfidentialRequests();
  const readers = view.namedReaders ?? [];
  if (readers.length === 0) return null;
  const mayChange = mayCreatePatients(identity) && readsClinical(identity);
  const endText = (until: string | undefined, confidential: boolean) => {
    if (until === undefined) return 'no end';
    // A locum has a last day; the confidential part closes at a minute.
    return `until ${confidential ? untilText(until, zone) : dateText(lastDay(zone, until))}`;
  };
  const end = (npub: string, confidential: boolean) => {
    const request = requests.find(
      ({ by, patientId, state }) => by.npub === npub && patientId === view.patientId && state === 'allowed',
    );
    if (!confidential) return () => void run(() => chart.revokePatients(npub, [view.patientId]));
    return request?.mayEnd ? () => void run(() => chart.endConfidential(request.id)) : undefined;
  };
  return (
    <>
      <ul className={classes.list} aria-label="Staff who read this record by name">
        {readers.map(({ npub, name, role, until, confidential }) => {
          const onEnd = mayChange ? end(npub, confidential) : undefined;
          const what = role === undefined ? 'Staff' : firstUpper(roleText(role));
          const part = confidential ? 'the confidential part, for reading' : 'named patients only';
          return (
            <Reader
              key={`${npub} ${confidential}`}
              name={name === '' ? 'Name not known' : name}
              what={what}
              facts={`${part}, ${endText(until, confidential)}`}
            >
              {onEnd && (
                <Button
                  className={`${classes.end} kc-screen-only`}
                  variant="default"
                  size="compact-sm"
                  loading={busy}
                  aria-label={`End access of ${name}`}
                  onClick={onEnd}
                >
                  End access
                </Button>
              )}
            </Reader>
          );
        })}
      </ul>
      {failure !== undefined && <ErrorNote title="Access was not ended" detail={failure} />}
    </>
  );
}
