/** Add a guardian, or change their name or the last day on which they read. */
import type { PatientView } from '@keychart/chart';
import { parseAddress } from '@keychart/chart/browser';
import { useChart, usePolicies } from '@keychart/react';
import { ErrorNote, todayIn, usePracticeZone } from '@keychart/ui';
import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AddressField, addressError } from '../asking/address-field.tsx';
import { endOfDay, lastDay } from '../asking/last-day.ts';
import { LastDayField } from '../asking/last-day-field.tsx';
import { StaffDialog } from '../asking/staff-dialog.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import type { AccessDialogProps } from './access-dialog-props.ts';

interface GuardianDialogProps extends AccessDialogProps {
  /** Undefined: somebody new. */
  readonly guardian?: PatientView['guardians'][number];
}

const GROWN =
  'The patient is of the age at which guardians stop reading. Set a last day, and say below that this one reads on.';

export function GuardianDialog({ view, name: patient, guardian, onClose, onDone }: GuardianDialogProps) {
  const chart = useChart();
  const zone = usePracticeZone();
  const [address, setAddress] = useState('');
  const [name, setName] = useState(guardian?.name ?? '');
  const [day, setDay] = useState(guardian?.set === undefined ? '' : lastDay(zone, guardian.set));
  const [beyond, setBeyond] = useState(guardian?.beyondPolicy ?? false);
  const [insist, setInsist] = useState(false);
  const age = usePolicies().value?.policies.guardianUntil;
  const policy = age === undefined ? undefined : `when ${patient} turns ${age}`;
  const { busy, failure, run } = useAttempt();
  const adding = guardian === undefined;
  const today = todayIn(zone);
  const objection = adding ? takenKey(view, address) : undefined;
  const nameError = insist && name.trim() === '' ? 'Type the name the staff will see.' : undefined;
  const chosen = endOfDay(zone, day);
  const { guardiansEnd } = view;
  const grown = guardiansEnd !== undefined && Date.parse(guardiansEnd) <= Date.now();
  const late = guardiansEnd !== undefined && chosen !== undefined && chosen > guardiansEnd;
  const dayWrong = () => wrongDay(day, today) ?? (adding && grown && !(late && beyond) ? GROWN : undefined);
  const dayError = insist ? dayWrong() : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setInsist(true);
    const wrong = adding && (addressError(address, true) ?? objection) !== undefined;
    if (wrong || name.trim() === '' || dayWrong() !== undefined) return;
    const until = chosen;
    const change = {
      kind: adding ? ('add' as const) : ('change' as const),
      npub: guardian?.npub ?? address.trim(),
      name: name.trim(),
      ...(until !== undefined && { until }),
      ...(late && beyond && { beyondPolicy: true }),
    };
    const outcome = await run(() => chart.changeGuardians(view.patientId, change));
    if (outcome) onDone(adding ? `${change.name} reads this record.` : `${change.name} is changed.`);
  };

  return (
    <StaffDialog title={adding ? 'Add a guardian' : `Change ${guardian.name}`} onClose={onClose}>
      <form
        onSubmit={(event) => void submit(event)}
        aria-label={adding ? 'Add a guardian' : 'Change a guardian'}
        noValidate
        autoComplete="off"
      >
        <Text size="sm" c="dimmed" mb="md">
          A guardian reads the whole record of {patient} in the portal, except what is marked confidential.
        </Text>
        {adding && (
          <AddressField
            label="Public key of the guardian"
            description="They find it in their portal under Me. It is no secret."
            value={address}
            onChange={setAddress}
            objection={objection}
            insist={insist}
          />
        )}
        <TextInput
          label="Name"
          mt={adding ? 'md' : 0}
          value={name}
          error={nameError}
          onChange={(event) => setName(event.currentTarget.value)}
          {...(!adding && { 'data-autofocus': true })}
        />
        <LastDayField
          description={`Reading ends by itself when this day is over at the practice${policy === undefined ? '. Empty: no end.' : `, and ${policy} if that comes first.`}`}
          value={day}
          error={dayError}
          onChange={setDay}
        />
        {late && (
          <Checkbox
            mt="md"
            label={`Reads on after ${patient} turns ${age}`}
            description="For the guardian of somebody grown, by order of a court for instance. Otherwise reading ends on that birthday."
            checked={beyond}
            onChange={(event) => setBeyond(event.currentTarget.checked)}
          />
        )}
        {failure !== undefined && (
          <ErrorNote
            title={adding ? 'Not added' : 'Not changed'}
            detail={failure}
            kept="What you typed is still here."
          />
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {adding ? 'Add guardian' : 'Change'}
          </Button>
        </Group>
      </form>
    </StaffDialog>
  );
}

function wrongDay(day: string, today: string): string | undefined {
  if (day === '') return undefined;
  if (endOfDay('UTC', day) === undefined) return 'This day does not exist.';
  return day < today ? 'This day is over. To end reading now, remove the guardian.' : undefined;
}

function takenKey({ guardians, key }: PatientView, address: string): string | undefined {
  const parsed = parseAddress(address);
  if (!parsed.ok) return undefined;
  if (key?.npub === parsed.npub) return 'This is the patient’s own key.';
  const owner = guardians.find(({ npub }) => npub === parsed.npub);
  return owner && `This is the key of ${owner.name}, who is a guardian already.`;
}
