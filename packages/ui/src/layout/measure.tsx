/** A number with its unit, and where it matters a mark that is colour, symbol and word at once. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './measure.module.css';

export type Flag = 'low' | 'high' | 'critical-low' | 'critical-high' | 'abnormal';

export interface MeasureProps {
  readonly value: string;
  readonly unit?: string | undefined;
  readonly flag?: Flag | undefined;
}

export function Measure({ value, unit, flag }: MeasureProps) {
  return (
    <span className={classes.measure} data-flag={flag}>
      <span className={classes.value}>{value}</span>
      {unit !== undefined && unit !== '' && <span className={classes.unit}>{unit}</span>}
      {flag !== undefined && (
        <span className={classes.flag}>
          {flag.endsWith('high') && <IconArrowUp size={12} aria-hidden />}
          {flag.endsWith('low') && <IconArrowDown size={12} aria-hidden />}
          {flag.replace('-', ' ')}
        </span>
      )}
    </span>
  );
}
