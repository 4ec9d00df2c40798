/** One line of the patient list: initials, name, age and date of birth, guardians or phone. */
import type { PatientRow } from '@keychart/chart';
import { ageText } from '@keychart/clinical';
import { DeliveryMark, Initials, sexText, todayIn, usePracticeZone, When } from '@keychart/ui';
import classes from './patient-item.module.css';

export function PatientItem({ row }: { readonly row: PatientRow }) {
  const zone = usePracticeZone();
  const age = ageText(row.birthDate, todayIn(zone));
  return (
    <>
      <Initials name={row.name} size={28} />
      <span className={classes.name}>
        <bdi>{row.name}</bdi>
        {row.mergedInto !== undefined && (
          <span className={classes.merged}>
            {' '}
            merged into <bdi>{row.mergedInto.name}</bdi>
          </span>
        )}
      </span>
      <span className={classes.facts}>
        {[age, row.sex === undefined ? undefined : sexText(row.sex)].filter(Boolean).join(', ')}
      </span>
      <span className={classes.born}>
        <When date={row.birthDate} />
      </span>
      <span className={classes.contact}>
        {row.guardians.length > 0 ? row.guardians.join(', ') : row.phone}
      </span>
      <DeliveryMark delivery={row.delivery} />
    </>
  );
}
