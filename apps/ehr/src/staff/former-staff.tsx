/** Who was on the staff and when: their signatures stay in the charts. */
import type { StaffView } from '@keychart/chart';
import { firstUpper, roleText, Section, When } from '@keychart/ui';
import { Text } from '@mantine/core';
import classes from './staff.module.css';

export function FormerStaff({ former }: Pick<StaffView, 'former'>) {
  if (former.length === 0) return null;
  return (
    <Section title="Former staff" count={former.length}>
      <Text size="sm" c="dimmed" mb="sm">
        They read nothing any more. What they signed stays in the charts under their names.
      </Text>
      <ul className={classes.list} aria-label="Former staff">
        {former.map(({ npub, name, role, from, until }) => (
          <li key={npub} className={classes.former}>
            <span>
              {name === '' ? 'Name not known' : name}, {firstUpper(roleText(role)).toLowerCase()}
            </span>
            <Text size="sm" c="dimmed" component="span">
              <When date={from} /> to <When date={until} />
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
