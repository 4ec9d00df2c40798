/** What is new, one line a thing, each opening its page. */
import { useUnits } from '@keychart/react';
import { type SectionKey, When } from '@keychart/ui';
import { SECTION_ICONS } from '../record/section-icons.ts';
import { SignedBy } from '../record/signed-by.tsx';
import { useOpenPage } from '../record/use-open-page.ts';
import { VitalValues } from '../record/vital-values.tsx';
import classes from './news-list.module.css';
import type { NewsItem } from './whats-new.ts';

/** The page of the moment has them all. */
const SHOWN_VALUES = 3;

const KINDS: Readonly<Partial<Record<SectionKey, string>>> = {
  notes: 'Note',
  medications: 'Medication',
  allergies: 'Allergy',
  problems: 'Health problem',
  immunizations: 'Immunization',
  results: 'Result',
  documents: 'Document',
};

export function NewsList({ items }: { readonly items: readonly NewsItem[] }) {
  const open = useOpenPage();
  const [units] = useUnits();
  return (
    <ul className={classes.list} aria-label="What is new">
      {items.map(({ key, section, ids, title, detail, row, date, signer }) => {
        const Icon = SECTION_ICONS[section];
        return (
          <li key={key}>
            <button type="button" className={classes.item} onClick={() => open(section, ids)}>
              <span className={classes.icon}>
                <Icon size={20} stroke={1.7} aria-hidden />
              </span>
              <span className={classes.text}>
                <span className={classes.date}>
                  {KINDS[section] !== undefined && `${KINDS[section]}, `}
                  <When date={date} />
                </span>
                <span className={classes.title}>{title}</span>
                {detail !== undefined && <span className={classes.detail}>{detail}</span>}
                {row !== undefined && <VitalValues row={row} units={units} most={SHOWN_VALUES} />}
                <SignedBy signer={signer} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
