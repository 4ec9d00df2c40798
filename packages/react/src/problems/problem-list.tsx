/** What arrived and failed a check: counted, shown page by page with the reason, never part of a record. */
import type { Problem } from '@keychart/chart';
import { EmptyState, ErrorNote, LoadingLines, LoadNote, sentence, When } from '@keychart/ui';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useChart, useSession } from '../session/session-context.ts';
import { useAsk } from '../watch/use-ask.ts';
import classes from './problem-list.module.css';

const CHECKS: Readonly<Record<Problem['check'], string>> = {
  signature: 'The signature is not genuine',
  authority: 'The signer was not entitled to write this',
  counterparty: 'It was not written for this person',
  decryption: 'It could not be decrypted',
  content: 'Its content is not a valid entry',
  order: 'It does not fit what came before it',
};

const PAGE = 50;

interface ProblemListProps {
  /** Whose record it was meant for, where that is known. */
  readonly nameOf?: (patientId: string) => string | undefined;
}

export function ProblemList({ nameOf }: ProblemListProps) {
  const chart = useChart();
  const { status } = useSession();
  const { value: problems, error } = useAsk('problems', status?.problems, () => chart.problems());
  const [asked, setAsked] = useState(PAGE);
  if (error !== undefined) return <ErrorNote title="This list could not be read" detail={error} />;
  if (problems === undefined) return <LoadingLines label="Loading unreadable entries" />;
  if (problems.length === 0)
    return <EmptyState title="Every entry that arrived could be read and verified." />;
  const shown = problems.slice(0, asked);
  return (
    <>
      <Text size="sm" c="dimmed">
        {problems.length} {problems.length === 1 ? 'entry' : 'entries'}
      </Text>
      <ul className={classes.list} aria-label="Unreadable entries">
        {shown.map((problem) => (
          <li key={problem.id}>
            <strong>{CHECKS[problem.check]}</strong>
            <Text size="sm">{sentence(problem.reason)}</Text>
            <Text size="sm" c="dimmed">
              {whose(problem, nameOf)}
              <When date={problem.at} time />
            </Text>
          </li>
        ))}
      </ul>
      <LoadNote
        state="complete"
        shown={shown.length}
        total={problems.length}
        what="entries"
        onMore={() => setAsked(asked + PAGE)}
      />
    </>
  );
}

function whose({ patientId }: Problem, nameOf: ProblemListProps['nameOf']): string {
  const name = patientId === undefined ? undefined : nameOf?.(patientId);
  return name === undefined ? '' : `${name}, `;
}
