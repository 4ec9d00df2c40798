/** Growth: z-scores, percentiles, curves, velocity and flags by WHO 2006, CDC 2000 and CDC 2022. */
export * from './assess-growth.ts';
