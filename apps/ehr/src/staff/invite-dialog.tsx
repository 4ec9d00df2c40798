/** Invite somebody: everything is chosen now, they bring a key of their own. Then the link and the code, shown once. */
import type { InvitationMade, NewInvitation } from '@keychart/chart';
import { faultText, QrCode, useChart } from '@keychart/react';
import { CopyText, ErrorNote, todayIn, usePracticeZone, When } from '@keychart/ui';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { refusalText } from '../words/refusal-text.ts';
import { PersonFields } from './person-fields.tsx';
import {
  changeOf,
  checkPerson,
  EMPTY_PERSON,
  errorsAfter,
  type PersonErrors,
  type PersonForm,
} from './person-form.ts';

const DAY_MS = 86_400_000;
const EXPIRES = [
  { value: '1', label: 'one day' },
  { value: '3', label: 'three days' },
  { value: '7', label: 'a week' },
];

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const chart = useChart();
  const zone = usePracticeZone();
  const [form, setForm] = useState<PersonForm>(EMPTY_PERSON);
  const [days, setDays] = useState('3');
  const [errors, setErrors] = useState<PersonErrors>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<InvitationMade>();

  if (made !== undefined) return <Made made={made} name={form.name.trim()} onClose={onClose} />;

  const update = (part: Partial<PersonForm>) => {
    setForm({ ...form, ...part });
    setErrors((current) => errorsAfter(current, part));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkPerson(form, todayIn(zone));
    setErrors(found);
    const change = changeOf('add', form, zone);
    if (Object.keys(found).length > 0 || change === undefined || busy) return;
    const { kind: _kind, npub: _npub, ...person } = change;
    const input: NewInvitation = {
      ...person,
      expires: new Date(Date.now() + Number(days) * DAY_MS).toISOString(),
    };
    setBusy(true);
    setFailure(undefined);
    try {
      const outcome = await chart.inviteStaff(input);
      if (outcome.ok) setMade(outcome);
      else setFailure(outcome.reason);
    } catch (fault) {
      setFailure(faultText(fault));
    } finally {
      setBusy(false);
    }
  };

  return (
    <StaffDialog title="Invite a person" onClose={onClose} size="lg">
      <form
        onSubmit={(event) => void submit(event)}
        aria-label="Invite a person"
        noValidate
        autoComplete="off"
      >
        <Text size="sm" c="dimmed" mb="md">
          You get a link and a code to send. Whoever opens it makes a key of their own, or brings one, and is
          on the staff with what you choose here.
        </Text>
        <PersonFields form={form} errors={errors} onChange={update} first />
        <NativeSelect
          label="The invitation can be answered for"
          mt="md"
          maw="16rem"
          data={EXPIRES}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        {failure !== undefined && (
          <ErrorNote title="Not invited" detail={refusalText(failure)} kept="What you typed is still here." />
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Make the invitation
          </Button>
        </Group>
      </form>
    </StaffDialog>
  );
}

interface MadeProps {
  readonly made: InvitationMade;
  readonly name: string;
  readonly onClose: () => void;
}

function Made({ made, name, onClose }: MadeProps) {
  const link = `${location.origin}${location.pathname}#join=${made.token}`;
  return (
    <StaffDialog title={`The invitation of ${name}`} onClose={onClose} size="lg">
      <Stack gap="md">
        <Text size="sm">
          Send this link to {name} by a way you trust, or let them scan the code: whoever opens it first is
          let in as {name}. It is shown now and never again; lost, it is withdrawn and made anew. It works
          once, until <When date={made.expires} time />.
        </Text>
        <Group justify="center">
          <QrCode text={link} label={`Invitation of ${name} as a code`} side="16rem" />
        </Group>
        <section aria-label="Link of the invitation">
          <CopyText text={link} label="Copy the link" />
        </section>
        <Text size="sm" c="dimmed">
          The link opens no record. A device of an administrator lets {name} in when the answer arrives: keep
          a workstation open, or do so later.
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </StaffDialog>
  );
}
