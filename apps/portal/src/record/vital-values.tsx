/** The values of one moment in a line that wraps: name, number, unit. */
import { VITAL_SIGNS } from '@keychart/clinical';
import { Measure, type UnitSystem, type VitalsRow, vitalDisplay } from '@keychart/ui';
import classes from './vitals-section.module.css';

interface VitalValuesProps {
  readonly row: VitalsRow;
  readonly units: UnitSystem;
  /** One below the other, for a page of its own. */
  readonly stacked?: boolean;
  /** Only so many, the usual ones first. */
  readonly most?: number;
}

export function VitalValues({ row, units, stacked = false, most = VITAL_SIGNS.length }: VitalValuesProps) {
  const { systolic, diastolic } = row.cells;
  const pair = systolic !== undefined && diastolic !== undefined;
  const shown = VITAL_SIGNS.filter(
    ({ key }) => row.cells[key] !== undefined && !(pair && key === 'diastolic'),
  ).slice(0, most);
  return (
    <span className={classes.values} data-stacked={stacked || undefined}>
      {shown.map(({ key, label }) => {
        const cell = row.cells[key];
        if (cell === undefined) return null;
        const { value, unit } = vitalDisplay(key, cell.value, units);
        const both = pair && key === 'systolic';
        return (
          <span key={key}>
            <span className={classes.label}>{both ? 'Blood pressure' : label} </span>
            <Measure value={both ? `${value}/${Math.round(diastolic.value)}` : value} unit={unit} />
          </span>
        );
      })}
    </span>
  );
}
