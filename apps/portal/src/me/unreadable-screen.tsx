/** What arrived and failed a check: counted, shown with the reason, never part of a record. */
import type { Problem } from '@keychart/chart';
import { EmptyState, ErrorNote, LoadingLines, When } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { usePeople } from '../people/people-context.ts';
import { useChart, useSession } from '../session/session-context.ts';
import { Page } from '../shell/page.tsx';
import classes from './unreadable-screen.module.css';

const CHECKS: Readonly<Record<Problem['check'], string>> = {
  signature: 'The signature is not genuine',
  authority: 'The signer was not allowed to write this',
  counterparty: 'It was not written for this person',
  decryption: 'It could not be decrypted',
  content: 'Its content is not a valid entry',
  order: 'It does not fit what came before it',
};

const PAGE = 30;

export function UnreadableScreen() {
  const chart = useChart();
  const { status, practice } = useSession();
  const { people } = usePeople();
  const [problems, setProblems] = useState<readonly Problem[]>();
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState(PAGE);
  const count = status?.problems;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed count is the reason to ask again
  useEffect(() => {
    let over = false;
    chart.problems().then(
      (found) => {
        if (!over) setProblems(found);
      },
      (fault: unknown) => {
        if (!over) setError(fault instanceof Error ? fault.message : String(fault));
      },
    );
    return () => {
      over = true;
    };
  }, [chart, count]);
  const nameOf = (id: string | undefined) => people.find(({ patientId }) => patientId === id)?.name;
  return (
    <Page title="Could not be read" back={{ to: '/me', label: 'Me' }}>
      <Text c="dimmed">
        These entries failed a check when they arrived and are kept out of the records of everybody here. If
        you miss something, ask {practice.name}.
      </Text>
      {error !== undefined && <ErrorNote title="This list could not be read" detail={error} />}
      {problems === undefined && error === undefined && <LoadingLines label="Loading unreadable entries" />}
      {problems?.length === 0 && <EmptyState title="Every entry that arrived could be read and verified." />}
      {problems !== undefined && problems.length > 0 && (
        <ul className={classes.list} aria-label="Unreadable entries">
          {problems.slice(0, asked).map((problem) => (
            <li key={problem.id}>
              <strong>{CHECKS[problem.check]}</strong>
              <Text size="sm">{problem.reason}</Text>
              <Text size="sm" c="dimmed">
                {nameOf(problem.patientId) !== undefined && `${nameOf(problem.patientId)}, `}
                <When date={problem.at} time />
              </Text>
            </li>
          ))}
        </ul>
      )}
      {problems !== undefined && problems.length > asked && (
        <Button variant="default" onClick={() => setAsked(asked + PAGE)} style={{ alignSelf: 'flex-start' }}>
          Show more ({asked} of {problems.length})
        </Button>
      )}
    </Page>
  );
}
