/**
 * Reads a UCUM expression: units with prefixes and exponents, `.` and `/`, brackets, numbers, powers of ten (`10*3`), and
 * annotations in braces, which count as 1.
 */
import { type Dimensions, METRIC_UNITS, PLAIN_UNITS, PREFIXES, type Unit } from './ucum-units.ts';

const ONE: Unit = { factor: 1, dimensions: {} };
const TOKEN = /^(?:10[*^]([+-]?\d+)|(\d+)(?![*^])|((?:\[[^\]\s]+\]|[A-Za-z%])+)([+-]?\d+)?)?(\{[^}]*\})?/;

/** Undefined for what is no unit this engine knows. */
export function parseUnit(text: string): Unit | undefined {
  const state = { rest: text };
  const unit = text === '' ? undefined : term(state);
  return state.rest === '' ? unit : undefined;
}

function term(state: { rest: string }): Unit | undefined {
  let result: Unit | undefined = ONE;
  let sign = 1;
  if (state.rest.startsWith('/')) {
    sign = -1;
    state.rest = state.rest.slice(1);
  }
  while (result !== undefined) {
    const next = component(state);
    result = next && product(result, power(next, sign));
    const operator = state.rest[0];
    if (operator !== '.' && operator !== '/') return result;
    sign = operator === '/' ? -1 : 1;
    state.rest = state.rest.slice(1);
  }
  return undefined;
}

function component(state: { rest: string }): Unit | undefined {
  if (state.rest.startsWith('(')) {
    state.rest = state.rest.slice(1);
    const inner = term(state);
    if (!state.rest.startsWith(')')) return undefined;
    state.rest = state.rest.slice(1);
    return inner;
  }
  const match = TOKEN.exec(state.rest);
  if (match === null || match[0] === '') return undefined;
  state.rest = state.rest.slice(match[0].length);
  const [, tens, number, name, exponent] = match;
  if (tens !== undefined) return { factor: 10 ** Number(tens), dimensions: {} };
  if (number !== undefined) return { factor: Number(number), dimensions: {} };
  if (name === undefined) return ONE;
  const unit = namedUnit(name);
  return unit && power(unit, exponent === undefined ? 1 : Number(exponent));
}

function namedUnit(name: string): Unit | undefined {
  const whole = PLAIN_UNITS[name] ?? METRIC_UNITS[name];
  if (whole !== undefined) return whole;
  for (const [prefix, factor] of Object.entries(PREFIXES)) {
    const unit = name.startsWith(prefix) ? METRIC_UNITS[name.slice(prefix.length)] : undefined;
    if (unit !== undefined) return { factor: unit.factor * factor, dimensions: unit.dimensions };
  }
  return undefined;
}

function product(first: Unit, second: Unit): Unit {
  const dimensions: Record<string, number> = { ...first.dimensions };
  for (const [name, exponent] of Object.entries(second.dimensions)) {
    const sum = (dimensions[name] ?? 0) + exponent;
    if (sum === 0) delete dimensions[name];
    else dimensions[name] = sum;
  }
  return { factor: first.factor * second.factor, dimensions };
}

function power({ factor, dimensions }: Unit, exponent: number): Unit {
  const raised = Object.entries(dimensions).map(([name, each]) => [name, each * exponent] as const);
  return { factor: factor ** exponent, dimensions: Object.fromEntries(raised) };
}

export function sameDimensions(first: Dimensions, second: Dimensions): boolean {
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...names].every((name) => (first[name] ?? 0) === (second[name] ?? 0));
}
