/** Changes that wait until enough other administrators have approved them, where the practice asks for that. */
import type { StaffProposal } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { Section, When } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Consequences } from '../asking/consequences.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import classes from './staff.module.css';
import { proposalPoints, proposalText } from './what-happens.ts';

interface ProposalsProps {
  readonly proposals: readonly StaffProposal[];
  /** The name of the person logged in. */
  readonly me: string;
}

export function Proposals({ proposals, me }: ProposalsProps) {
  const [asked, setAsked] = useState<string>();
  if (proposals.length === 0) return null;
  const question = proposals.find(({ id }) => id === asked);
  return (
    <Section title="Waiting for approval" count={proposals.length}>
      <ul className={classes.list} aria-label="Waiting for approval">
        {proposals.map((proposal) => (
          <li key={proposal.id} className={classes.former}>
            <div>
              <Text fw={600}>{proposalText(proposal)}</Text>
              <Text size="sm" c="dimmed">
                {proposal.by === me ? 'You' : proposal.by}, <When date={proposal.at} time />.{' '}
                {proposal.approvals} of {proposal.needed} approvals.
              </Text>
            </div>
            <Standing proposal={proposal} me={me} onAsk={() => setAsked(proposal.id)} />
          </li>
        ))}
      </ul>
      {question !== undefined && <Approve proposal={question} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

interface StandingProps extends Pick<ProposalsProps, 'me'> {
  readonly proposal: StaffProposal;
  readonly onAsk: () => void;
}

function Standing({ proposal, me, onAsk }: StandingProps) {
  if (proposal.mayApprove)
    return (
      <Button size="xs" onClick={onAsk}>
        Look and approve
      </Button>
    );
  return (
    <Text size="sm" c="dimmed">
      {proposal.by === me ? 'Another administrator has to approve it.' : 'Waits for others.'}
    </Text>
  );
}

function Approve({ proposal, onClose }: { readonly proposal: StaffProposal; readonly onClose: () => void }) {
  const chart = useChart();
  const attempt = useAttempt();
  const approve = async () => {
    if (await attempt.run(() => chart.approveStaff(proposal.id))) onClose();
  };
  return (
    <Consequences
      title={`Approve what ${proposal.by} wants to change?`}
      points={proposalPoints(proposal)}
      act="Approve"
      attempt={attempt}
      onAct={() => void approve()}
      onClose={onClose}
    />
  );
}
