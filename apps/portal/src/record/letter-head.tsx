/** The head of a page that reads like a letter: from whom, about whom, when. */
import type { PatientRow } from '@keychart/chart';
import { When } from '@keychart/ui';
import classes from './letter.module.css';

interface LetterHeadProps {
  readonly from: string;
  readonly about: PatientRow;
  readonly date: string | undefined;
}

export function LetterHead({ from, about, date }: LetterHeadProps) {
  return (
    <dl className={classes.head}>
      <div>
        <dt>From</dt>
        <dd>{from}</dd>
      </div>
      <div>
        <dt>About</dt>
        <dd>
          <bdi>{about.name}</bdi>
          {about.birthDate !== undefined && (
            <>
              , born <When date={about.birthDate} />
            </>
          )}
        </dd>
      </div>
      {date !== undefined && (
        <div>
          <dt>Date</dt>
          <dd>
            <When date={date} time />
          </dd>
        </div>
      )}
    </dl>
  );
}
