/** First half of planning an import: gives each entry its identity, resolves references and validates. */
import type { OperationOutcomeIssue, Reference, Resource } from '@medplum/fhirtypes';
import { isR4ResourceType } from './definition-table.ts';
import { isDeeperThan, MAX_DEPTH } from './depth.ts';
import { issueText } from './outcome.ts';
import { quoted } from './primitive.ts';
import { type ReadBundle, type ReadResource, TOO_DEEP, utf8Length } from './read-bundle.ts';
import { mapReferences, parseReference } from './reference.ts';
import { validate } from './validate.ts';

export interface Candidate {
  /** `Type/id`. */
  key: string;
  path: string;
  resource: Resource;
  /** `Type/id` of every literal reference without a server's address. */
  references: string[];
}

export interface SkippedEntry {
  type: string;
  id?: string;
  /** `Bundle.entry[3]`. */
  path: string;
  /** One plain sentence. */
  reason: string;
  issues?: OperationOutcomeIssue[];
}

const FINANCIAL = new Set(
  (
    'Account ChargeItem Claim ClaimResponse Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse ' +
    'ExplanationOfBenefit InsurancePlan Invoice PaymentNotice PaymentReconciliation'
  ).split(' '),
);

interface Identified {
  read: ReadResource;
  type: string;
  id: string;
}

/** @returns the valid entries of accepted types, and the others with reasons. */
export function candidatesOf(
  bundle: ReadBundle,
  acceptsType: (type: string) => boolean,
  maxBytes: number,
): { candidates: Candidate[]; skipped: SkippedEntry[] } {
  const skipped: SkippedEntry[] = [];
  const identified: Identified[] = [];
  const keyOf = new Map<string, string>();
  const identifiers = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const read of bundle.resources) {
    const found = identify(read);
    if ('reason' in found) {
      skipped.push(found);
      continue;
    }
    const key = `${found.type}/${found.id}`;
    if (seen.has(key)) {
      skipped.push({
        type: found.type,
        id: found.id,
        path: read.path,
        reason: `The file holds ${key} more than once; the first was used.`,
      });
      continue;
    }
    seen.add(key);
    if (read.fullUrl !== undefined) keyOf.set(canonicalUrn(read.fullUrl), key);
    for (const token of tokensOf(found.type, read.resource))
      identifiers.set(token, [...(identifiers.get(token) ?? []), key]);
    identified.push(found);
  }
  const candidates: Candidate[] = [];
  for (const entry of identified) {
    const outcome = examine(entry, { keyOf, identifiers, acceptsType, maxBytes });
    if ('reason' in outcome) skipped.push(outcome);
    else candidates.push(outcome);
  }
  return { candidates, skipped };
}

function identify(read: ReadResource): Identified | SkippedEntry {
  const { resource, path } = read;
  if (resource === TOO_DEEP)
    return { type: 'Unknown', path, reason: `It is nested deeper than ${MAX_DEPTH} levels.` };
  if (typeof resource !== 'object' || resource === null || Array.isArray(resource))
    return { type: 'Unknown', path, reason: 'The entry holds no resource.' };
  const { resourceType: type, id } = resource as Record<string, unknown>;
  if (typeof type !== 'string')
    return { type: 'Unknown', path, reason: 'It has no resourceType, so it is not FHIR.' };
  if (!isR4ResourceType(type))
    return { type: 'Unknown', path, reason: `${quoted(type)} is not a FHIR R4 resource type.` };
  if (id !== undefined) return { read, type, id: String(id) };
  const parsed = read.fullUrl === undefined ? undefined : parseReference(read.fullUrl);
  if (parsed?.form === 'literal') return { read, type, id: parsed.id };
  if (parsed?.form === 'urn') return { read, type, id: parsed.urn.replace(/^urn:(uuid|oid):/, '') };
  return { type, path, reason: 'It has neither an id nor a fullUrl to make one from.' };
}

interface Context {
  keyOf: Map<string, string>;
  identifiers: Map<string, string[]>;
  acceptsType: (type: string) => boolean;
  maxBytes: number;
}

function examine({ read, type, id }: Identified, context: Context): Candidate | SkippedEntry {
  const skip = (reason: string, issues?: OperationOutcomeIssue[]): SkippedEntry =>
    issues === undefined
      ? { type, id, path: read.path, reason }
      : { type, id, path: read.path, reason, issues };
  if (!context.acceptsType(type))
    return skip(
      FINANCIAL.has(type)
        ? `Financial: Keychart has no record kind for ${type}.`
        : `Keychart has no record kind for ${type}.`,
    );
  if (isDeeperThan(read.resource, MAX_DEPTH)) return skip(`It is nested deeper than ${MAX_DEPTH} levels.`);
  const original = read.resource as Resource;
  const references: string[] = [];
  const broken: string[] = [];
  const resource = mapReferences(original.id === undefined ? { ...original, id } : original, (reference) => {
    const next = resolve(reference, context);
    if (next === undefined) broken.push(reference.reference);
    const key = literalKey((next ?? reference).reference);
    if (key !== undefined) references.push(key);
    return next ?? reference;
  });
  if (broken.length > 0) return skip(`Broken reference: ${broken[0]} is not in the file.`);
  const issues = validate(resource);
  if (issues.length > 0)
    return skip(
      `Not valid FHIR R4: ${issueText(issues[0]!)}${issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''}`,
      issues,
    );
  const bytes = utf8Length(JSON.stringify(resource));
  if (bytes > context.maxBytes)
    return skip(
      `Too large: it has ${bytes} bytes, a record holds at most ${context.maxBytes}. Split it, or attach the large part as a document.`,
    );
  return { key: `${type}/${id}`, path: read.path, resource, references };
}

/** The reference as the chart will hold it; undefined when it points into the bundle and nothing is there. */
function resolve(reference: Reference & { reference: string }, context: Context): Reference | undefined {
  const parsed = parseReference(reference.reference);
  if (parsed === undefined) return reference; // the validator will say what is wrong with it
  if (parsed.form === 'conditional') return resolveConditional(reference, parsed.type, parsed.query, context);
  if (parsed.form === 'contained') return reference;
  const key = context.keyOf.get(canonicalUrn(reference.reference));
  if (key !== undefined) return { ...reference, reference: key };
  return parsed.form === 'urn' ? undefined : reference;
}

/** `Practitioner?identifier=s|v`: the entry that has it, or else a logical reference by that identifier. */
function resolveConditional(
  reference: Reference,
  type: string,
  query: string,
  context: Context,
): Reference | undefined {
  const token = /^identifier=([^&]*)$/.exec(query)?.[1];
  if (token === undefined) return undefined;
  const decoded = decode(token);
  const hits = context.identifiers.get(`${type}?${decoded}`) ?? [];
  const { reference: _, ...rest } = reference;
  if (hits.length === 1) return { ...rest, reference: hits[0]! };
  const bar = decoded.indexOf('|');
  const identifier =
    bar > 0
      ? { system: decoded.slice(0, bar), value: decoded.slice(bar + 1) }
      : { value: decoded.slice(bar + 1) };
  return { ...rest, type: type as NonNullable<Reference['type']>, identifier };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is part of the identifier
  }
}

function tokensOf(type: string, resource: unknown): string[] {
  const { identifier } = resource as { identifier?: unknown };
  return (Array.isArray(identifier) ? identifier : []).flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { system, value } = item as { system?: unknown; value?: unknown };
    if (typeof value !== 'string') return [];
    return typeof system === 'string'
      ? [`${type}?${system}|${value}`, `${type}?${value}`]
      : [`${type}?${value}`];
  });
}

function literalKey(text: string | undefined): string | undefined {
  const parsed = text === undefined ? undefined : parseReference(text);
  return parsed?.form === 'literal' && parsed.base === undefined ? `${parsed.type}/${parsed.id}` : undefined;
}

const canonicalUrn = (url: string): string =>
  url.slice(0, 9).toLowerCase() === 'urn:uuid:' ? url.toLowerCase() : url;
