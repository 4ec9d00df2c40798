/** A new key for a patient whose key is lost or in strange hands, or who brings their own; then its handover. */
import type { RekeyOutcome } from '@keychart/chart';
import { useChart } from '@keychart/react';
import { Radio } from '@mantine/core';
import { useState } from 'react';
import { AddressField, addressError } from '../asking/address-field.tsx';
import { Consequences } from '../asking/consequences.tsx';
import { useAttempt } from '../asking/use-attempt.ts';
import type { AccessDialogProps } from './access-dialog-props.ts';
import { NEW_KEY_REASONS, type NewKeyReason, newKeyPoints } from './access-words.ts';
import classes from './family-access.module.css';
import { KeySheet } from './key-sheet.tsx';

type Handover = NonNullable<Extract<RekeyOutcome, { ok: true }>['handover']>;

interface NewKeyProps extends AccessDialogProps {
  readonly reason: NewKeyReason;
}

export function NewKey({ view, name, reason: first, onClose, onDone }: NewKeyProps) {
  const chart = useChart();
  const attempt = useAttempt();
  const [reason, setReason] = useState(first);
  const [address, setAddress] = useState('');
  const [insist, setInsist] = useState(false);
  const [handover, setHandover] = useState<Handover>();
  const own = reason === 'own';
  const family = { patient: name, guardians: view.guardians, heldHere: view.key?.heldHere ?? true };

  const make = async () => {
    setInsist(true);
    if (own && addressError(address, true) !== undefined) return;
    const input = own ? { npub: address.trim() } : {};
    const outcome = await attempt.run(() => chart.rekeyPatient(view.patientId, input));
    if (outcome?.handover) setHandover(outcome.handover);
    else if (outcome) onDone(`${name} reads this record with a key of their own.`);
  };

  if (handover !== undefined)
    return (
      <KeySheet
        title={`A new key for ${name}`}
        name={name}
        handover={handover}
        onDone={() => onDone(`${name} has a new key; the old one opens nothing any more.`)}
      />
    );
  return (
    <Consequences
      title={`A new key for ${name}?`}
      points={newKeyPoints(reason, family, Date.now())}
      act={own ? 'Take this key' : 'Make a new key'}
      attempt={attempt}
      onAct={() => void make()}
      onClose={onClose}
    >
      <Radio.Group
        label="What happened"
        value={reason}
        onChange={(value) => setReason(value as NewKeyReason)}
        mb="md"
      >
        <div className={classes.reasons}>
          {NEW_KEY_REASONS.map(({ reason: value, label, explained }) => (
            <Radio key={value} value={value} label={label} description={explained} />
          ))}
        </div>
      </Radio.Group>
      {own && (
        <div className={classes.own}>
          <AddressField
            label="Public key of the patient"
            description="It starts with npub1 and is no secret. The secret half stays with them."
            value={address}
            onChange={setAddress}
            insist={insist}
          />
        </div>
      )}
    </Consequences>
  );
}
