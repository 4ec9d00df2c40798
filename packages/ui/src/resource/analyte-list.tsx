/** The analytes of one report: name, value with unit and flag, reference range; figures aligned. */
import type { Observation } from '@keychart/fhir';
import { Measure } from '../layout/measure.tsx';
import { conceptText, quantityNumber, unitText } from '../text/fhir-text.ts';
import classes from './analyte-list.module.css';
import { flagOf, rangeText, valueText } from './observation-text.ts';

export function AnalyteList({ analytes }: { readonly analytes: readonly Observation[] }) {
  if (analytes.length === 0) return null;
  return (
    <span className={classes.list}>
      {analytes.map((analyte, index) => {
        const quantity = analyte.valueQuantity;
        const range = rangeText(analyte);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: contained resources keep their places
          <span key={index} className={classes.row}>
            <span>{conceptText(analyte.code) ?? 'Unnamed'}</span>
            {quantity === undefined ? (
              <Measure value={valueText(analyte)} flag={flagOf(analyte)} />
            ) : (
              <Measure value={quantityNumber(quantity)} unit={unitText(quantity)} flag={flagOf(analyte)} />
            )}
            <span className={classes.range}>{range === undefined ? '' : `reference ${range}`}</span>
          </span>
        );
      })}
    </span>
  );
}
