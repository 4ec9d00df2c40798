/** Add somebody, or change their name, role and end; what takes something away is confirmed before it is done. */
import type { StaffChange, StaffMember, StaffView } from '@keychart/chart';
import { parseAddress } from '@keychart/chart/browser';
import { faultText, useChart } from '@keychart/react';
import { ErrorNote, todayIn, usePracticeZone } from '@keychart/ui';
import { Button, Group, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AddressField, addressError } from '../asking/address-field.tsx';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { refusalText } from '../words/refusal-text.ts';
import { PersonFields } from './person-fields.tsx';
import {
  changeOf,
  checkPerson,
  errorsAfter,
  type PersonErrors,
  type PersonForm,
  takenAway,
} from './person-form.ts';

interface PersonDialogProps {
  readonly view: StaffView;
  /** Whom to change; undefined: somebody new. */
  readonly member?: StaffMember | undefined;
  readonly form: PersonForm;
  readonly onForm: (form: PersonForm) => void;
  readonly onClose: () => void;
  /** Takes nothing away: done without a question. Answers the reason where it is refused. */
  readonly onDo: (change: StaffChange, name: string) => Promise<string | undefined>;
  /** Takes something away. */
  readonly onAsk: (change: StaffChange) => void;
}

export function PersonDialog({ view, member, form, onForm, onClose, onDo, onAsk }: PersonDialogProps) {
  const chart = useChart();
  const zone = usePracticeZone();
  const [errors, setErrors] = useState<PersonErrors>({});
  const [insist, setInsist] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const adding = member === undefined;
  const objection = adding ? takenKey(view, form.address) : undefined;

  const update = (part: Partial<PersonForm>) => {
    onForm({ ...form, ...part });
    setErrors((current) => errorsAfter(current, part));
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setInsist(true);
    const found = checkPerson(form, todayIn(zone));
    setErrors(found);
    const change = changeOf(adding ? 'add' : 'change', form, zone);
    const wrong = adding && (addressError(form.address, true) ?? objection) !== undefined;
    if (Object.keys(found).length > 0 || wrong || change === undefined || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const preview = await chart.previewStaff(change);
      if (!preview.ok) setFailure(preview.reason);
      else if (member !== undefined && takesAway(member, change, preview.renewed)) onAsk(change);
      else setFailure(await onDo(change, change.name));
    } catch (fault) {
      setFailure(faultText(fault));
    } finally {
      setBusy(false);
    }
  };

  return (
    <StaffDialog title={adding ? 'Add a person' : `Change ${member.name}`} onClose={onClose} size="lg">
      <form
        onSubmit={(event) => void submit(event)}
        aria-label={adding ? 'Add a person' : 'Change a person'}
        noValidate
        autoComplete="off"
      >
        {adding && (
          <>
            <Text size="sm" c="dimmed" mb="md">
              Everybody makes a key of their own and keeps it. You need the public half; never ask anybody for
              a secret key.
            </Text>
            <AddressField
              label="Public key"
              description="They find it under Device, Your address. It is no secret."
              value={form.address}
              onChange={(address) => update({ address })}
              objection={objection}
              insist={insist}
            />
            <CameBack view={view} form={form} onName={(name) => update({ name })} />
          </>
        )}
        <PersonFields form={form} errors={errors} onChange={update} first={!adding} />
        {failure !== undefined && (
          <ErrorNote
            title={adding ? 'Not added' : 'Not changed'}
            detail={refusalText(failure)}
            kept="What you typed is still here."
          />
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {adding ? 'Add to the staff' : 'Change'}
          </Button>
        </Group>
      </form>
    </StaffDialog>
  );
}

/** Somebody who was here before: their name is offered, so that it stays the same under what they signed. */
function CameBack({
  view,
  form,
  onName,
}: {
  view: StaffView;
  form: PersonForm;
  onName: (name: string) => void;
}) {
  const before = view.former.find(({ npub }) => npub === npubOf(form.address));
  if (before === undefined || before.name === '') return null;
  return (
    <Group gap="sm" mt="xs">
      <Text size="sm">This is the key of {before.name}, who was on the staff before.</Text>
      {form.name !== before.name && (
        <Button variant="default" size="compact-sm" onClick={() => onName(before.name)}>
          Take this name
        </Button>
      )}
    </Group>
  );
}

const npubOf = (text: string): string | undefined => {
  const parsed = parseAddress(text);
  return parsed.ok ? parsed.npub : undefined;
};

function takenKey({ members }: StaffView, address: string): string | undefined {
  const npub = npubOf(address);
  const owner = members.find((member) => member.npub === npub);
  if (owner === undefined) return undefined;
  if (owner.me) return 'This is your own key.';
  return owner.state === 'ended'
    ? `This is the key of ${owner.name}, who is on the list already: let them in again from there.`
    : `This is the key of ${owner.name}, who is on the staff already.`;
}

function takesAway(
  member: StaffMember,
  change: Extract<StaffChange, { kind: 'add' | 'change' }>,
  renewed: readonly string[],
): boolean {
  const { areas, permissions, sooner, patients } = takenAway(member, change);
  return areas.length + permissions.length + renewed.length > 0 || sooner || patients;
}
