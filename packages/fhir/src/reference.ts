/** References: what their text means, how to make one, and how to find the resource they name. R4 references.html. */
import type { Bundle, Reference, Resource } from '@medplum/fhirtypes';
import { isR4ResourceType } from './definition-table.ts';

export type ParsedReference =
  /** `Patient/1`, `Patient/1/_history/2`, or the same behind a server's address (`base`, without a final slash). */
  | { form: 'literal'; type: string; id: string; version?: string; base?: string }
  /** `urn:uuid:…` or `urn:oid:…`: another entry of the same bundle. */
  | { form: 'urn'; urn: string }
  /** `#x`: a contained resource; id is '' for `#`, the container itself. */
  | { form: 'contained'; id: string }
  /** `Practitioner?identifier=…`: only in transaction bundles. */
  | { form: 'conditional'; type: string; query: string }
  /** An absolute address that is not a FHIR server's. */
  | { form: 'url'; url: string };

const LITERAL =
  /^(?:(https?:\/\/[^\s?#]+)\/)?([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/([A-Za-z0-9\-.]{1,64}))?$/;
const CONDITIONAL = /^([A-Z][A-Za-z]+)\?(\S+=\S*)$/;
const UUID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const OID = /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/;

/** @returns the parts, or undefined when the text is no reference that FHIR R4 knows. */
export function parseReference(text: string): ParsedReference | undefined {
  if (/\s/.test(text)) return undefined;
  if (text.startsWith('#'))
    return /^#[A-Za-z0-9\-.]{0,64}$/.test(text) ? { form: 'contained', id: text.slice(1) } : undefined;
  if (UUID.test(text)) return { form: 'urn', urn: text.toLowerCase() };
  if (OID.test(text)) return { form: 'urn', urn: text };
  const literal = LITERAL.exec(text);
  if (literal !== null && isR4ResourceType(literal[2]!)) {
    const parsed: ParsedReference = { form: 'literal', type: literal[2]!, id: literal[3]! };
    if (literal[4] !== undefined) parsed.version = literal[4];
    if (literal[1] !== undefined) parsed.base = literal[1];
    return parsed;
  }
  const conditional = CONDITIONAL.exec(text);
  if (conditional !== null && isR4ResourceType(conditional[1]!))
    return { form: 'conditional', type: conditional[1]!, query: conditional[2]! };
  return /^https?:\/\/[^\s/]+/.test(text) ? { form: 'url', url: text } : undefined;
}

/** A literal reference to a resource that has an id. Throws when it has none. */
export function referenceTo<R extends Resource>(resource: R, display?: string): Reference<R> {
  if (resource.id === undefined)
    throw new TypeError(`resource: a ${resource.resourceType} without id cannot be referred to`);
  const reference: Reference<R> = { reference: `${resource.resourceType}/${resource.id}` };
  return display === undefined ? reference : { ...reference, display };
}

/** `Patient/1` for a resource or for any reference form that names type and id; undefined otherwise. */
export function referenceKey(reference: Reference | undefined): string | undefined {
  const parsed = reference?.reference === undefined ? undefined : parseReference(reference.reference);
  return parsed?.form === 'literal' ? `${parsed.type}/${parsed.id}` : undefined;
}

/** Does the reference name this resource (`Type/id`, any version, any server)? */
export const refersTo = (reference: Reference | undefined, resource: Resource): boolean =>
  resource.id !== undefined && referenceKey(reference) === `${resource.resourceType}/${resource.id}`;

/** The entry of a bundle that a reference names, by fullUrl or `Type/id`; undefined when it is not there. */
export function resolveInBundle(bundle: Bundle, reference: Reference): Resource | undefined {
  const text = reference.reference;
  const parsed = text === undefined ? undefined : parseReference(text);
  if (parsed === undefined) return undefined;
  for (const entry of bundle.entry ?? []) {
    if (entry.resource === undefined) continue;
    if (parsed.form === 'urn' && entry.fullUrl?.toLowerCase() === parsed.urn.toLowerCase())
      return entry.resource;
    if (parsed.form === 'url' && entry.fullUrl === parsed.url) return entry.resource;
    if (
      parsed.form === 'literal' &&
      entry.resource.resourceType === parsed.type &&
      entry.resource.id === parsed.id
    )
      return entry.resource;
  }
  return undefined;
}

/**
 * A copy of a resource in which every reference's text was passed through `rewrite` (contained `#x` included).
 * `rewrite` returns the new text, or the same. Unchanged branches are shared with the original.
 */
export function rewriteReferences<T>(value: T, rewrite: (reference: string) => string): T {
  return mapReferences(value, (reference) => {
    const next = rewrite(reference.reference);
    return next === reference.reference ? reference : { ...reference, reference: next };
  });
}

/** The same for whole Reference objects that have a text. The caller has checked that the value is not nested too deep. */
export function mapReferences<T>(
  value: T,
  map: (reference: Reference & { reference: string }) => Reference,
): T {
  return walk(value, map) as T;
}

type MapReference = (reference: Reference & { reference: string }) => Reference;

function walk(value: unknown, map: MapReference): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => walk(item, map));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  let changed: Record<string, unknown> | undefined;
  for (const [key, child] of Object.entries(value)) {
    const next = walk(child, map);
    if (next === child) continue;
    changed ??= { ...value };
    changed[key] = next;
  }
  const mapped: object = changed ?? value;
  return 'reference' in mapped && typeof mapped.reference === 'string'
    ? map(mapped as Reference & { reference: string })
    : mapped;
}

/** Every reference text in a resource, with repetitions, in document order. */
export function referencesIn(resource: unknown): string[] {
  const found: string[] = [];
  mapReferences(resource, (reference) => {
    found.push(reference.reference);
    return reference;
  });
  return found;
}
