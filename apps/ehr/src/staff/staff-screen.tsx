/** Who works here and what their keys open; administrators add, change and remove. */
import type { StaffChange, StaffMember, StaffView } from '@keychart/chart';
import { useChart, useSession } from '@keychart/react';
import { EmptyState, ErrorNote, LoadingLines, Section, sentence, usePracticeZone } from '@keychart/ui';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconKey, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Screen } from '../screen/screen.tsx';
import { areasText } from '../words/staff-words.ts';
import { ChangeState, type Made, RenewalDue } from './change-state.tsx';
import { ConfirmChange } from './confirm-change.tsx';
import { FormerStaff } from './former-staff.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { EMPTY_PERSON, formOf, type PersonForm } from './person-form.ts';
import { Proposals } from './proposals.tsx';
import { type RowAction, StaffList } from './staff-list.tsx';
import { useStaff } from './use-staff.ts';

/** What is open over the list. */
type Open =
  | { readonly what: 'add' | 'invite' }
  | { readonly what: 'change'; readonly member: StaffMember; readonly form: PersonForm }
  | { readonly what: 'confirm'; readonly change: StaffChange; readonly from?: Open | undefined };

export function StaffScreen() {
  const { value: view, error } = useStaff();
  if (view !== undefined && view.members.length > 0) return <Staff view={view} />;
  return (
    <Screen title="Staff">
      {error === undefined ? (
        <NotHereYet asked={view !== undefined} />
      ) : (
        <ErrorNote title="The staff list could not be read" detail={error} />
      )}
    </Screen>
  );
}

function Staff({ view }: { readonly view: StaffView }) {
  const chart = useChart();
  const zone = usePracticeZone();
  const [open, setOpen] = useState<Open>();
  const [typed, setTyped] = useState(EMPTY_PERSON);
  const [made, setMade] = useState<Made>();

  const me = view.members.find((member) => member.me)?.name ?? '';
  const mayChange = view.whyNot === undefined;
  const ready = mayChange && view.pending?.state !== 'waiting';
  const memberOf = (change: StaffChange) =>
    'npub' in change ? view.members.find(({ npub }) => npub === change.npub) : undefined;
  const nameOf = (change: StaffChange) =>
    ('name' in change ? change.name : memberOf(change)?.name) ??
    (made?.change.kind === change.kind ? made.name : 'this person');

  const perform = async (change: StaffChange, name: string): Promise<string | undefined> => {
    const outcome = await chart.changeStaff(change);
    if (!outcome.ok) return outcome.reason;
    setMade({ change, name, renewed: outcome.renewed, granted: outcome.granted });
    setOpen(undefined);
    if (change.kind === 'add') setTyped(EMPTY_PERSON);
    return undefined;
  };

  const act = (action: RowAction, member: StaffMember) => {
    if (action === 'change') setOpen({ what: 'change', member, form: formOf(member, zone) });
    else setOpen({ what: 'confirm', change: { kind: action, npub: member.npub } });
  };

  const again = (change: StaffChange) => {
    const member = memberOf(change);
    if (change.kind === 'add') setOpen({ what: 'add' });
    else if (change.kind === 'change' && member) act('change', member);
    else setOpen({ what: 'confirm', change });
  };

  const renew = () =>
    setOpen({
      what: 'confirm',
      change: { kind: 'renew', compartments: [...new Set(view.members.flatMap((m) => m.compartments))] },
    });

  const add = mayChange && (
    <Group gap="sm">
      <Button variant="default" disabled={!ready} onClick={() => setOpen({ what: 'add' })}>
        Add a person
      </Button>
      <Button
        leftSection={<IconUserPlus size={16} aria-hidden />}
        onClick={() => setOpen({ what: 'invite' })}
      >
        Invite a person
      </Button>
    </Group>
  );
  const lead = mayChange ? 'Who works here, and what their keys open.' : sentence(view.whyNot ?? '');

  return (
    <Screen title="Staff" lead={lead} action={add}>
      <ChangeState
        pending={view.pending}
        proposed={view.proposals.some(({ by }) => by === me)}
        made={made}
        nameOf={nameOf}
        onAgain={again}
        onClose={() => setMade(undefined)}
      />
      {view.renewalDue.length > 0 && (
        <RenewalDue areas={areasText(view.renewalDue)} onRenew={ready ? renew : undefined} />
      )}
      <Proposals proposals={view.proposals} me={me} />
      <StaffList members={view.members} mayChange={mayChange} onAction={ready ? act : undefined} />
      <Invitations invitations={view.invitations} />
      {view.members.length === 1 && mayChange && (
        <EmptyState
          title="Nobody else is on the staff yet."
          hint="Invite your colleagues with a link, or add them by their public keys."
        />
      )}
      <Text size="sm" mt="lg">
        Ages, confidentiality and the time until the apps lock are settled under{' '}
        <Anchor component={Link} to="/policies" size="sm" underline="always">
          Practice policies
        </Anchor>
        ; programs of the server have their keys under{' '}
        <Anchor component={Link} to="/services" size="sm" underline="always">
          Services
        </Anchor>
        . Who opened which chart is in the{' '}
        <Anchor component={Link} to="/access-log" size="sm" underline="always">
          Access log
        </Anchor>
        .
      </Text>
      <FormerStaff former={view.former} />
      {mayChange && (
        <Section title="A lost laptop or phone">
          <Text size="sm" c="dimmed" maw="44rem" mb="sm">
            A device on which somebody was logged in may still hold keys of the practice. With new keys for
            everybody, nothing that is written from now on opens with the old ones.
          </Text>
          <Button
            variant="default"
            disabled={!ready}
            leftSection={<IconKey size={16} aria-hidden />}
            onClick={renew}
          >
            New keys for everybody
          </Button>
        </Section>
      )}
      {open?.what === 'add' && (
        <PersonDialog
          view={view}
          form={typed}
          onForm={setTyped}
          onClose={() => setOpen(undefined)}
          onDo={perform}
          onAsk={(change) => setOpen({ what: 'confirm', change, from: open })}
        />
      )}
      {open?.what === 'change' && (
        <PersonDialog
          view={view}
          member={open.member}
          form={open.form}
          onForm={(form) => setOpen({ ...open, form })}
          onClose={() => setOpen(undefined)}
          onDo={perform}
          onAsk={(change) => setOpen({ what: 'confirm', change, from: open })}
        />
      )}
      {open?.what === 'invite' && <InviteDialog onClose={() => setOpen(undefined)} />}
      {open?.what === 'confirm' && (
        <ConfirmChange
          change={open.change}
          name={nameOf(open.change)}
          before={memberOf(open.change)}
          view={view}
          onClose={() => setOpen(open.from)}
          onDo={perform}
        />
      )}
    </Screen>
  );
}

/** Never an empty list that means “not loaded”. */
function NotHereYet({ asked }: { readonly asked: boolean }) {
  const { status } = useSession();
  const away = asked && (status?.connection === 'offline' || status?.connection === 'refused');
  if (!away) return <LoadingLines label="Loading the staff" />;
  return (
    <EmptyState
      title="The staff list is not on this device yet."
      hint="It comes by itself as soon as the practice can be reached."
    />
  );
}
