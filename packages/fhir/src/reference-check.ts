/** Checks the Reference data type: syntax, allowed target types, `type`, and that `#x` is contained (ref-1). */
import { isR4ResourceType } from './definition-table.ts';
import type { Json } from './invariant.ts';
import { quoted } from './primitive.ts';
import { parseReference } from './reference.ts';

interface Surroundings {
  contained: Map<string, string>;
  conditional: boolean;
}

/** @returns the faulty child (`at`; undefined = the Reference itself) and what is wrong, or undefined. */
export function checkReference(
  o: Json,
  targets: string[] | undefined,
  around: Surroundings,
): { at?: string; text: string } | undefined {
  const declared = o.type;
  if (typeof declared === 'string') {
    if (!isR4ResourceType(declared))
      return { at: 'type', text: `${quoted(declared)} is not a FHIR R4 resource type` };
    if (targets !== undefined && !targets.includes(declared))
      return { at: 'type', text: wrongTarget(declared, targets) };
  }
  if (typeof o.reference !== 'string') {
    if (
      o.identifier !== undefined ||
      o.display !== undefined ||
      o.extension !== undefined ||
      o._reference !== undefined
    )
      return undefined;
    return { text: 'needs a reference, an identifier or a display' };
  }
  const text = checkText(o.reference, declared, targets, around);
  return text === undefined ? undefined : { at: 'reference', text };
}

function checkText(
  reference: string,
  declared: unknown,
  targets: string[] | undefined,
  around: Surroundings,
): string | undefined {
  const parsed = parseReference(reference);
  if (parsed === undefined)
    return `${quoted(reference)} is not a reference: use Type/id (such as Patient/123), urn:uuid:…, #id or an absolute URL`;
  if (parsed.form === 'urn' || parsed.form === 'url') return undefined;
  if (parsed.form === 'conditional' && !around.conditional)
    return `${quoted(reference)} is conditional: only a transaction bundle may hold such a reference`;
  let type = parsed.form === 'contained' ? around.contained.get(parsed.id) : parsed.type;
  if (parsed.form === 'contained') {
    if (parsed.id === '') type = undefined;
    else if (type === undefined) return `${quoted(reference)} names no contained resource (ref-1)`;
  }
  if (type === undefined) return undefined;
  if (typeof declared === 'string' && declared !== type)
    return `${quoted(reference)} is a ${type}, but type says ${declared}`;
  return targets === undefined || targets.includes(type) ? undefined : wrongTarget(type, targets);
}

const wrongTarget = (type: string, targets: string[]): string =>
  `must refer to ${targets.join(' or ')}, not ${type}`;
