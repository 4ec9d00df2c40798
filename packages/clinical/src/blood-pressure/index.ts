/** Blood pressure in children and adolescents by AAP 2017. */
export * from './assess-blood-pressure.ts';
