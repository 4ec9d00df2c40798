/** The latest value of each vital sign, with its unit and date. */
import { VITAL_SIGNS, type VitalKey } from '@keychart/clinical';
import type { Observation } from '@keychart/fhir';
import type { EntryProps } from '../entry.ts';
import { Measure } from '../layout/measure.tsx';
import { When } from '../text/practice-time.tsx';
import classes from './latest-vitals.module.css';
import { type UnitSystem, vitalDisplay, vitalsRows } from './vitals-grid.ts';

interface LatestVitalsProps {
  /** Newest first. */
  readonly entries: readonly EntryProps<Observation>[];
  readonly system: UnitSystem;
}

export function LatestVitals({ entries, system }: LatestVitalsProps) {
  const rows = vitalsRows(entries);
  const latest = (key: VitalKey) => {
    const row = rows.find(({ cells }) => cells[key] !== undefined);
    return row === undefined ? undefined : { at: row.at, value: row.cells[key]!.value };
  };
  const [systolic, diastolic] = [latest('systolic'), latest('diastolic')];
  return (
    <dl className={classes.list}>
      {VITAL_SIGNS.map(({ key, label }) => {
        const found = latest(key);
        if (found === undefined || key === 'diastolic') return null;
        const shown = vitalDisplay(key, found.value, system);
        const pair = key === 'systolic' && diastolic !== undefined && diastolic.at === systolic?.at;
        return (
          <div key={key}>
            <dt>{key === 'systolic' ? 'Blood pressure' : label}</dt>
            <dd>
              <Measure
                value={pair ? `${shown.value}/${Math.round(diastolic.value)}` : shown.value}
                unit={shown.unit}
              />
              <span className={classes.date}>
                <When date={found.at} />
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
