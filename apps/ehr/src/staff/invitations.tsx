/** Invitations and what has become of them. */
import type { StaffInvitation } from '@keychart/chart';
import { faultText, useChart } from '@keychart/react';
import { ErrorNote, firstUpper, roleText, Section, When } from '@keychart/ui';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { refusalText } from '../words/refusal-text.ts';
import { namedCountText } from '../words/staff-words.ts';
import classes from './staff.module.css';

interface InvitationsProps {
  readonly invitations: readonly StaffInvitation[];
}

export function Invitations({ invitations }: InvitationsProps) {
  const chart = useChart();
  const [failure, setFailure] = useState<string>();
  if (invitations.length === 0) return null;
  const withdraw = (id: string) => {
    setFailure(undefined);
    chart.withdrawInvitation(id).then(
      (outcome) => {
        if (!outcome.ok) setFailure(firstUpper(outcome.reason));
      },
      (fault: unknown) => setFailure(faultText(fault)),
    );
  };
  return (
    <Section title="Invitations">
      {failure !== undefined && <ErrorNote title="Not withdrawn" detail={failure} />}
      <ul className={classes.list} aria-label="Invitations">
        {invitations.map((item) => (
          <li key={item.id} className={classes.former}>
            <div className={classes.who}>
              <Text fw={600} component="span" className={classes.name}>
                {item.name}
              </Text>
              <Text component="span" size="sm">
                {roleText(item.role)}
                {item.patients !== undefined && `, for ${namedCountText(item.patients)} only`}
              </Text>
              <Text size="sm" c={item.state === 'stopped' ? 'var(--kc-attention)' : 'dimmed'}>
                <State item={item} />
              </Text>
            </div>
            {isOpen(item) && (
              <Button
                variant="default"
                size="xs"
                aria-label={`Withdraw the invitation of ${item.name}`}
                onClick={() => withdraw(item.id)}
              >
                Withdraw
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const isOpen = ({ state }: StaffInvitation): boolean =>
  state === 'unsent' || state === 'sent' || state === 'accepted' || state === 'stopped';

function State({ item }: { readonly item: StaffInvitation }) {
  const { state, by, reason } = item;
  const until = <When date={item.expires} time />;
  switch (state) {
    case 'unsent':
      return <>Not sent yet: the link works as soon as the practice can be reached.</>;
    case 'sent':
      return (
        <>
          Not answered yet. Made by {by}, can be answered until {until}.
        </>
      );
    case 'accepted':
      return <>Accepted: being let in.</>;
    case 'stopped':
      return <>Accepted, but not let in: {refusalText(reason ?? 'nobody knows why')}.</>;
    case 'used':
      return <>Used: {item.name} is let in.</>;
    case 'expired':
      return <>Expired on {until} without an answer. Make a new one if it is still wanted.</>;
    case 'withdrawn':
      return <>Withdrawn: the link opens nothing any more.</>;
  }
}
