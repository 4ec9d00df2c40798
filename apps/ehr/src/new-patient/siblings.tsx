/** More children of the same family: only what differs; address, phone and guardians are shared. */

import { Button, CloseButton, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { PatientForm, PatientFormErrors } from './build-patient.ts';
import { ChildFields } from './child-fields.tsx';
import { DuplicateWarning } from './duplicate-warning.tsx';
import classes from './new-patient.module.css';
import { OwnKeyField } from './own-key-field.tsx';

export interface SiblingForm extends Pick<PatientForm, 'given' | 'family' | 'birthDate' | 'sex'> {
  readonly id: string;
  /** Their own public key, where they bring one. */
  readonly npub: string;
}

interface SiblingsProps {
  readonly siblings: readonly SiblingForm[];
  readonly errors: Readonly<Record<string, PatientFormErrors>>;
  /** Of the first child, to begin with. */
  readonly family: string;
  readonly onChange: (siblings: readonly SiblingForm[]) => void;
}

export function Siblings({ siblings, errors, family, onChange }: SiblingsProps) {
  const change = (id: string, part: Partial<SiblingForm>) =>
    onChange(siblings.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = () =>
    onChange([...siblings, { id: crypto.randomUUID(), given: '', family, birthDate: '', sex: '', npub: '' }]);
  return (
    <div className={classes.siblings}>
      {siblings.map((sibling, index) => (
        <fieldset key={sibling.id} className={classes.sibling} aria-label={`Child ${index + 2}`}>
          <Group justify="space-between">
            <Text fw={600} aria-hidden>
              Child {index + 2}
            </Text>
            <CloseButton
              aria-label={`Remove child ${index + 2}`}
              onClick={() => onChange(siblings.filter(({ id }) => id !== sibling.id))}
            />
          </Group>
          <SiblingFields
            sibling={sibling}
            errors={errors[sibling.id] ?? {}}
            onChange={(part) => change(sibling.id, part)}
          />
        </fieldset>
      ))}
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        Another child of this family
      </Button>
    </div>
  );
}

interface SiblingFieldsProps {
  readonly sibling: SiblingForm;
  readonly errors: PatientFormErrors;
  readonly onChange: (part: Partial<SiblingForm>) => void;
}

function SiblingFields({ sibling, errors, onChange }: SiblingFieldsProps) {
  return (
    <>
      <ChildFields form={sibling} errors={errors} onChange={onChange} />
      <OwnKeyField value={sibling.npub} onChange={(npub) => onChange({ npub })} />
      <DuplicateWarning {...sibling} />
    </>
  );
}
