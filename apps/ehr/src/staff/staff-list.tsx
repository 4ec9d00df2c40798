/** Everybody on the staff: role, what the key opens, since and until when, how it stands, and what can be done. */
import type { StaffMember } from '@keychart/chart';
import { dateText, firstUpper, Initials, roleText, usePracticeZone, When } from '@keychart/ui';
import { ActionIcon, Badge, Button, Menu, Text } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconPlayerPause, IconUserMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { lastDay } from '../asking/last-day.ts';
import { Standing } from '../screen/standing.tsx';
import { abilityText, areasText, listText, namedCountText } from '../words/staff-words.ts';
import { adjustments } from './person-form.ts';
import classes from './staff.module.css';

export type RowAction = 'change' | 'suspend' | 'resume' | 'remove';

interface StaffListProps {
  readonly members: readonly StaffMember[];
  /** Undefined where this login may not change the staff, or cannot now. */
  readonly onAction: ((action: RowAction, member: StaffMember) => void) | undefined;
  /** Shows the buttons, even where they cannot be used now. */
  readonly mayChange: boolean;
}

const ORDER: readonly StaffMember['state'][] = ['active', 'upcoming', 'ended'];

/** Let in a second ago is in: the engine's own clock may just not have got there. */
const standing = (member: StaffMember): StaffMember =>
  member.state === 'upcoming' && Date.parse(member.from) - Date.now() < 60_000
    ? { ...member, state: 'active' }
    : member;

export function StaffList({ members, ...rest }: StaffListProps) {
  const sorted = members.map(standing).sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <ul className={classes.list} data-plain={!rest.mayChange || undefined} aria-label="Staff">
      {sorted.map((member) => (
        <StaffRow key={member.npub} member={member} {...rest} />
      ))}
    </ul>
  );
}

function StaffRow({
  member,
  mayChange,
  onAction,
}: { readonly member: StaffMember } & Omit<StaffListProps, 'members'>) {
  const { name, role, compartments, state, admin, me, patients } = member;
  const adjusted = adjustmentText(member);
  return (
    <li className={classes.row} data-state={state}>
      <Initials name={name} size={36} />
      <div className={classes.who}>
        <Text fw={600} component="span" className={classes.name}>
          {name === '' ? 'Name not read yet' : name}
          {me && <span className={classes.you}> (you)</span>}
        </Text>
        {admin && (
          <Badge size="sm" color="gray" className={classes.badge}>
            changes the staff
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {firstUpper(roleText(role))}
          {adjusted !== undefined && <span>; {adjusted}</span>}
        </Text>
      </div>
      <Text size="sm" className={classes.opens}>
        {firstUpper(areasText(compartments))}
        {patients !== undefined && `, of ${namedCountText(patients.length)} only`}
      </Text>
      <div className={classes.when}>
        <StateMark member={member} />
        <Text size="xs" c="dimmed">
          <Dates member={member} />
        </Text>
      </div>
      {mayChange && (
        <div className={classes.actions}>
          <Actions member={member} onAction={onAction} />
        </div>
      )}
    </li>
  );
}

/** A word and a shape for how somebody's access stands. */
function StateMark({ member: { state, from } }: { readonly member: StaffMember }) {
  const zone = usePracticeZone();
  switch (state) {
    case 'active':
      return <Standing how="open">has access</Standing>;
    case 'upcoming':
      return <Standing how="coming">starts on {dateText(from, { timeZone: zone })}</Standing>;
    case 'ended':
      return <Standing how="shut">no access</Standing>;
  }
}

/** Since when and until when; of somebody whose access has ended, the moment it did. */
function Dates({ member: { state, from, until } }: { readonly member: StaffMember }) {
  const zone = usePracticeZone();
  if (state === 'ended')
    return (
      <>
        <When date={from} /> to <When date={until} />
      </>
    );
  const last = until === undefined ? '' : `until ${dateText(lastDay(zone, until))}`;
  return state === 'upcoming' ? (
    last
  ) : (
    <>
      since <When date={from} />
      {last !== '' && `, ${last}`}
    </>
  );
}

function Actions({ member, onAction }: RowActionsProps) {
  if (member.admin)
    return (
      <MoreMenu member={member} width={260}>
        <Menu.Label>
          Who changes the staff is itself changed with the root key of the practice only.
        </Menu.Label>
      </MoreMenu>
    );
  if (member.role === 'agent')
    return (
      <MoreMenu member={member} width={260}>
        <Menu.Label>
          A program of the server: its key and its patients are looked after under Services.
        </Menu.Label>
      </MoreMenu>
    );
  return <RowActions member={member} onAction={onAction} />;
}

type RowActionsProps = Pick<StaffListProps, 'onAction'> & { readonly member: StaffMember };

function RowActions({ member, onAction }: RowActionsProps) {
  const off = onAction === undefined;
  const act = (action: RowAction) => onAction?.(action, member);
  const ended = member.state === 'ended';
  const [main, words] = ended ? (['resume', 'Let in again'] as const) : (['change', 'Change'] as const);
  return (
    <>
      <Button
        size="xs"
        visibleFrom="sm"
        variant="default"
        disabled={off}
        aria-label={ended ? `Let ${member.name} in again` : `Change ${member.name}`}
        onClick={() => act(main)}
      >
        {words}
      </Button>
      <MoreMenu
        member={member}
        width={220}
        last={
          <Menu.Item
            disabled={off}
            color="critical"
            leftSection={<IconUserMinus size={16} aria-hidden />}
            onClick={() => act('remove')}
          >
            Remove from the staff
          </Menu.Item>
        }
      >
        {ended && (
          <Menu.Item hiddenFrom="sm" disabled={off} onClick={() => act('resume')}>
            Let in again
          </Menu.Item>
        )}
        <Menu.Item
          disabled={off}
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => act('change')}
        >
          Change
        </Menu.Item>
        {!ended && (
          <Menu.Item
            disabled={off}
            leftSection={<IconPlayerPause size={16} aria-hidden />}
            onClick={() => act('suspend')}
          >
            Suspend
          </Menu.Item>
        )}
      </MoreMenu>
    </>
  );
}

interface MoreMenuProps {
  readonly member: StaffMember;
  readonly width: number;
  /** Below the public key, which everybody has. */
  readonly last?: ReactNode;
  readonly children: ReactNode;
}

function MoreMenu({ member: { name, npub }, width, last, children }: MoreMenuProps) {
  return (
    <Menu position="bottom-end" width={width}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`More for ${name}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        <CopyItem npub={npub} />
        {last !== undefined && <Menu.Divider />}
        {last}
      </Menu.Dropdown>
    </Menu>
  );
}

function CopyItem({ npub }: { readonly npub: string }) {
  return (
    <Menu.Item
      leftSection={<IconCopy size={16} aria-hidden />}
      onClick={() => void navigator.clipboard.writeText(npub)}
    >
      Copy public key
    </Menu.Item>
  );
}

/** `may also prescribe; may not answer messages` */
function adjustmentText(member: StaffMember): string | undefined {
  const { more: all, less } = adjustments(member);
  // Said by the badge.
  const more = all.filter((permission) => !member.admin || !['admin', 'settings'].includes(permission));
  // The role of a service says nothing by itself: there is nothing to add to.
  const alone = member.role === 'agent';
  const parts = [
    ...(more.length > 0 ? [`may ${alone ? '' : 'also '}${listText(more.map(abilityText))}`] : []),
    ...(less.length > 0 ? [`may not ${listText(less.map(abilityText)).replace(' and ', ' or ')}`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join('; ');
}
