/** Who is being viewed, in one fixed place; with several people it is also how to go from one to the next. */

import type { PatientRow } from '@keychart/chart';
import { ageText } from '@keychart/clinical';
import { Initials, todayIn, usePracticeZone } from '@keychart/ui';
import { Menu, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { usePeople } from './people-context.ts';
import classes from './person-switcher.module.css';

export function PersonSwitcher({ onSwitch }: { readonly onSwitch: (patientId: string) => void }) {
  const { people, person } = usePeople();
  if (people.length < 2) {
    return (
      <div className={classes.person}>
        <Person person={person} viewing />
      </div>
    );
  }
  return (
    <Menu position="bottom-start" width={320} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={classes.person}>
          <Person person={person} viewing />
          <VisuallyHidden>, switch person</VisuallyHidden>
          <IconChevronDown size={20} aria-hidden className={classes.chevron} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Whose records">
        {people.map((row) => (
          <Menu.Item
            key={row.patientId}
            onClick={() => onSwitch(row.patientId)}
            aria-current={row.patientId === person.patientId || undefined}
            leftSection={<Initials name={row.name} size={32} />}
            rightSection={
              row.patientId === person.patientId ? <IconCheck size={18} aria-hidden /> : undefined
            }
          >
            <span className={classes.who}>
              <Named row={row} />
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Person({ person, viewing }: { readonly person: PatientRow; readonly viewing: boolean }) {
  return (
    <>
      <Initials name={person.name} size={40} />
      <span className={classes.who}>
        {viewing && <VisuallyHidden>Viewing </VisuallyHidden>}
        <Named row={person} />
      </span>
    </>
  );
}

function Named({ row }: { readonly row: PatientRow }) {
  const age = ageText(row.birthDate, todayIn(usePracticeZone()));
  return (
    <>
      <bdi className={classes.name}>{row.name}</bdi>
      {age !== undefined && <span className={classes.age}>{age}</span>}
    </>
  );
}
