/** Growth: z-scores, percentiles, curves, velocity and flags by WHO 2006, CDC 2000 and CDC 2022. */
export * from './assess-growth.ts';
export * from './cdc-charts.ts';
export * from './choose-chart.ts';
export * from './corrected-age.ts';
export * from './growth-chart.ts';
export * from './growth-curve.ts';
export * from './growth-flags.ts';
export * from './growth-history.ts';
export * from './growth-velocity.ts';
export * from './mid-parental-height.ts';
export * from './who-charts.ts';
