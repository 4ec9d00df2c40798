/** Records that arrived and could not be taken into a chart: counted and shown, never dropped silently. */
import type { Problem } from '@keychart/chart';
import { EmptyState, ErrorNote, LoadingLines, sentence, When } from '@keychart/ui';
import { Badge, Container, Group, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from '../outbox/outbox.module.css';
import { useChart, useSession } from '../session/session-context.tsx';

const CHECKS: Readonly<Record<Problem['check'], string>> = {
  signature: 'The signature is not genuine',
  authority: 'The signer was not entitled to write this',
  counterparty: 'It was not written for this patient',
  decryption: 'It could not be decrypted',
  content: 'Its content is not a valid record',
  order: 'It does not fit what came before it',
};

const PAGE = 50;

export function UnreadableScreen() {
  const chart = useChart();
  const { status } = useSession();
  const [problems, setProblems] = useState<readonly Problem[]>();
  const [error, setError] = useState<string>();
  const count = status?.problems;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed count is the reason to ask again
  useEffect(() => {
    chart
      .problems()
      .then(setProblems, (fault: unknown) =>
        setError(fault instanceof Error ? fault.message : String(fault)),
      );
  }, [chart, count]);
  return (
    <Container size="md" w="100%" py="lg">
      <Title order={1}>Unreadable</Title>
      <Text c="dimmed" mb="lg">
        Records that failed a check when they arrived. They are kept out of the charts until somebody has
        looked.
      </Text>
      {error !== undefined && <ErrorNote title="This list could not be read" detail={error} />}
      {problems === undefined && error === undefined && <LoadingLines label="Loading unreadable records" />}
      {problems?.length === 0 && <EmptyState title="Every record that arrived could be read and verified." />}
      <ul className={classes.list} aria-label="Unreadable records">
        {problems?.slice(0, PAGE).map((problem) => (
          <li key={problem.id}>
            <Group justify="space-between">
              <Badge color="attention">{CHECKS[problem.check]}</Badge>
              <Text size="xs" c="dimmed">
                <When date={problem.at} time />
              </Text>
            </Group>
            <Text size="sm" mt="xs">
              {sentence(problem.reason)}
            </Text>
          </li>
        ))}
      </ul>
      {problems !== undefined && problems.length > PAGE && (
        <Text size="sm" c="dimmed">
          The first {PAGE} of {problems.length}.
        </Text>
      )}
    </Container>
  );
}
