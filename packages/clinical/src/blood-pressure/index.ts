/** Blood pressure in children and adolescents by AAP 2017: percentiles for age, sex and height, and stages. */
export * from './assess-blood-pressure.ts';
export * from './blood-pressure-history.ts';
export * from './pressure-curve.ts';
export * from './pressure-stage.ts';
