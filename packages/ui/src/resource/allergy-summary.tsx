/** Allergies in one line for the banner: a list in red, "no known" in green, "not asked yet" in amber; never colour alone. */
import type { AllergyIntolerance } from '@keychart/fhir';
import { IconAlertTriangle, IconCheck, IconHelpCircle } from '@tabler/icons-react';
import type { EntryProps, LoadStateName } from '../entry.ts';
import { conceptText } from '../text/fhir-text.ts';
import { allergyState } from './allergy-state.ts';
import classes from './allergy-summary.module.css';

interface AllergyBadgeProps {
  readonly entries: readonly EntryProps<AllergyIntolerance>[];
  readonly state: LoadStateName;
}

const SHOWN = 3;

export function AllergyBadge({ entries, state }: AllergyBadgeProps) {
  const now = allergyState(entries, state);
  switch (now.kind) {
    case 'loading':
      return <span className={classes.badge}>Allergies: loading</span>;
    case 'not-asked':
      return (
        <span className={classes.badge} data-tone="attention">
          <IconHelpCircle size={16} aria-hidden /> Allergies: not asked yet
        </span>
      );
    case 'none-known':
      return (
        <span className={classes.badge} data-tone="done">
          <IconCheck size={16} aria-hidden /> {now.words}
        </span>
      );
    case 'list': {
      if (now.active.length === 0) return <span className={classes.badge}>No active allergies</span>;
      const names = now.active.map(({ resource }) => conceptText(resource.code) ?? 'unnamed substance');
      const more = names.length - SHOWN;
      return (
        <span className={classes.badge} data-tone="critical">
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            Allergies: {names.slice(0, SHOWN).join(', ')}
            {more > 0 && `, ${more} more`}
          </span>
        </span>
      );
    }
  }
}
