/** Staff who read this record by name: locums, and whoever the confidential part was opened for. */
import type { PatientView } from '@keychart/chart';
import { patientName } from '@keychart/fhir';
import { useChart, useSession } from '@keychart/react';
import { dateText, firstUpper, roleText, usePracticeZone } from '@keychart/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Consequences } from '../asking/consequences.tsx';
import { lastDay } from '../asking/last-day.ts';
import { useAttempt } from '../asking/use-attempt.ts';
import { untilText } from '../confidential/confidential-words.ts';
import { useConfidentialRequests } from '../confidential/use-confidential-requests.ts';
import { mayCreatePatients, readsClinical } from '../session/permissions.ts';
import { endPoints } from './access-words.ts';
import classes from './family-access.module.css';
import { Reader } from './reader.tsx';

type NamedReader = NonNullable<PatientView['namedReaders']>[number];

export function NamedReaders({ view }: { readonly view: PatientView }) {
  const chart = useChart();
  const zone = usePracticeZone();
  const { identity } = useSession();
  const attempt = useAttempt();
  const requests = useConfidentialRequests();
  const [ending, setEnding] = useState<NamedReader>();
  const readers = view.namedReaders ?? [];
  if (readers.length === 0) return null;
  const mayChange = mayCreatePatients(identity) && readsClinical(identity);
  const patient = view.entry ? patientName(view.entry.resource) : 'this patient';
  const requestOf = ({ npub }: NamedReader) =>
    requests.find(
      ({ by, patientId, state }) => by.npub === npub && patientId === view.patientId && state === 'allowed',
    );
  const mayEnd = (reader: NamedReader) =>
    mayChange && (!reader.confidential || requestOf(reader)?.mayEnd === true);
  const end = async (reader: NamedReader) => {
    const request = requestOf(reader);
    const outcome = await attempt.run(() =>
      reader.confidential && request
        ? chart.endConfidential(request.id)
        : chart.revokePatients(reader.npub, [view.patientId]),
    );
    if (outcome) setEnding(undefined);
  };
  return (
    <>
      <ul className={classes.list} aria-label="Staff who read this record by name">
        {readers.map((reader) => {
          const name = nameText(reader);
          return (
            <Reader
              key={`${reader.npub} ${reader.confidential}`}
              name={name}
              what={reader.role === undefined ? 'Staff' : firstUpper(roleText(reader.role))}
              facts={`${partText(reader)}, ${endText(reader, zone)}`}
            >
              {mayEnd(reader) && (
                <Button
                  className={`${classes.end} kc-screen-only`}
                  variant="default"
                  size="compact-sm"
                  aria-label={`End access of ${name}`}
                  onClick={() => setEnding(reader)}
                >
                  End access
                </Button>
              )}
            </Reader>
          );
        })}
      </ul>
      {ending !== undefined && (
        <Consequences
          title={`End the access of ${nameText(ending)}?`}
          points={endPoints(nameText(ending), patient, ending.confidential)}
          act="End access"
          attempt={attempt}
          onAct={() => void end(ending)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </>
  );
}

const nameText = ({ name }: NamedReader): string => (name === '' ? 'Name not known' : name);

const partText = ({ confidential, role }: NamedReader): string => {
  if (confidential) return 'the confidential part, for reading';
  return role === 'agent' ? 'named patients only, for reading' : 'named patients only';
};

function endText({ until, confidential }: NamedReader, zone: string | undefined): string {
  if (until === undefined) return 'no end';
  // A locum has a last day; the confidential part closes at a minute.
  return `until ${confidential ? untilText(until, zone) : dateText(lastDay(zone, until))}`;
}
