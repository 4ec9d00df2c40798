/** Required bindings: the code must be on the list. R4 terminologies.html#required. */
import type { CodeList } from './definition-table.ts';
import { quoted } from './primitive.ts';

/** @returns what is wrong, naming the allowed codes, or undefined. `type` is code, Coding, CodeableConcept or another string type. */
export function checkBinding(list: CodeList, type: string, value: unknown): string | undefined {
  if (type === 'CodeableConcept') {
    const codings = (value as { coding?: unknown[] }).coding ?? [];
    if (codings.some((coding) => isOnList(list, coding))) return undefined;
    return `needs a coding from the required list: ${allowed(list)}`;
  }
  if (type === 'Coding')
    return isOnList(list, value) ? undefined : `is not on the required list: ${allowed(list)}`;
  if (typeof value !== 'string') return undefined;
  if (list.pattern === undefined ? list.codes.has(value) : list.pattern.test(value)) return undefined;
  return `${quoted(value)} is not on the required list: ${allowed(list)}`;
}

function isOnList(list: CodeList, coding: unknown): boolean {
  const { system, code } = coding as { system?: unknown; code?: unknown };
  return (
    typeof code === 'string' && typeof system === 'string' && list.systems.get(system)?.has(code) === true
  );
}

function allowed(list: CodeList): string {
  if (list.pattern !== undefined) return `codes of the form ${list.pattern.source}`;
  const codes = [...list.codes];
  return codes.length > 20 ? `${codes.slice(0, 20).join(', ')} … (${codes.length} codes)` : codes.join(', ');
}
