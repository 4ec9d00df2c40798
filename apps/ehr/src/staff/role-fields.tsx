/** Role, each explained; and behind a button what this person's key opens and what they may do, when it is not the usual. */
import type { StaffRole } from '@keychart/chart';
import { firstUpper } from '@keychart/ui';
import { Button, Checkbox, Collapse, Group, Radio, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { ABILITIES, AREAS, abilityText, areasText, areaText, listText, ROLES } from '../words/staff-words.ts';
import { isUsual, type PersonErrors, type PersonForm, withoutKey, withRole } from './person-form.ts';
import classes from './staff.module.css';

interface RoleFieldsProps {
  readonly form: PersonForm;
  readonly errors: PersonErrors;
  readonly onChange: (part: Partial<PersonForm>) => void;
}

export function RoleFields({ form, errors, onChange }: RoleFieldsProps) {
  const [open, setOpen] = useState(!isUsual(form));
  const id = useId();
  return (
    <>
      <Radio.Group
        label="Role"
        value={form.role}
        onChange={(role) => onChange(withRole(form, role as StaffRole))}
        error={errors.role}
        mt="md"
      >
        <div className={classes.roles}>
          {ROLES.map(({ role, label, explained }) => (
            <Radio key={role} value={role} label={label} description={explained} />
          ))}
        </div>
      </Radio.Group>
      {form.role !== '' && (
        <>
          <Text mt="md">
            The key opens <strong>{areasText(form.areas)}</strong>
            {isUsual(form)
              ? ', as is usual for the role.'
              : '. This differs from what is usual for the role.'}
          </Text>
          {errors.areas !== undefined && (
            <Text size="sm" c="var(--mantine-color-error)">
              {errors.areas}
            </Text>
          )}
          <Button
            variant="subtle"
            size="compact-sm"
            mt="xs"
            ml={-8}
            aria-expanded={open}
            aria-controls={id}
            leftSection={
              open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />
            }
            onClick={() => setOpen(!open)}
          >
            Adjust for this person
          </Button>
          <Collapse expanded={open} id={id}>
            <Adjust form={form} onChange={onChange} />
          </Collapse>
        </>
      )}
    </>
  );
}

function Adjust({ form, onChange }: Omit<RoleFieldsProps, 'errors'>) {
  const idle = withoutKey(form);
  const usual = withRole(form, form.role === '' ? 'agent' : form.role);
  return (
    <div className={classes.adjust}>
      <Checkbox.Group label="The key opens" value={[...form.areas]} onChange={(areas) => onChange({ areas })}>
        <div className={classes.checks}>
          {AREAS.map((area) => (
            <Checkbox key={area} value={area} label={firstUpper(areaText(area))} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label="May"
        value={[...form.permissions]}
        onChange={(permissions) => onChange({ permissions })}
        mt="md"
      >
        <div className={classes.checks}>
          {ABILITIES.map(({ permission, label }) => (
            <Checkbox key={permission} value={permission} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      {idle.length > 0 && (
        <Text size="sm" mt="sm" c="var(--kc-attention)" role="status">
          Comes to nothing without the key for it: {listText(idle.map(abilityText))}.
        </Text>
      )}
      {!isUsual(form) && (
        <Group mt="sm">
          <Button variant="default" size="compact-sm" onClick={() => onChange(usual)}>
            Back to what is usual
          </Button>
        </Group>
      )}
    </div>
  );
}
