/** Opens a FHIR file: is it JSON, a bundle of a type that can be imported, and within bounds? Says nothing yet about its resources. */
import type { OperationOutcomeIssue } from '@medplum/fhirtypes';
import { isR4ResourceType } from './definition-table.ts';
import { isDeeperThan, MAX_DEPTH } from './depth.ts';
import { errorIssue } from './outcome.ts';
import { jsonType, quoted } from './primitive.ts';

export interface ReadLimits {
  /** Bytes of UTF-8; default 64 MB. Only for text. */
  maxFileBytes?: number;
}

export interface ReadResource {
  /** As it stands in the file: not validated. */
  resource: unknown;
  fullUrl?: string;
  /** `Bundle.entry[3]`. */
  path: string;
}

export interface ReadBundle {
  type: 'transaction' | 'collection' | undefined;
  resources: ReadResource[];
  /** Non-empty: nothing of the file can be used. */
  problems: OperationOutcomeIssue[];
}

export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** A bundle wraps its resources in `entry`, an array and an object. */
const BUNDLE_DEPTH = MAX_DEPTH + 4;

/** Reads a file's text, or JSON already parsed. */
export function readBundle(input: unknown, limits: ReadLimits = {}): ReadBundle {
  const maxBytes = limits.maxFileBytes ?? MAX_FILE_BYTES;
  let value = input;
  if (typeof input === 'string') {
    const bytes = utf8Length(input);
    if (bytes > maxBytes)
      return refused(
        'too-long',
        `The file has ${megabytes(bytes)} MB; at most ${megabytes(maxBytes)} MB can be read. Export one patient per file, or fewer years.`,
      );
    try {
      value = JSON.parse(input.startsWith('\ufeff') ? input.slice(1) : input);
    } catch (error) {
      return refused(
        'structure',
        `The file is not JSON: ${error instanceof Error ? error.message : String(error)}. ${hint(input)}`,
      );
    }
  }
  return fromJson(value);
}

function fromJson(value: unknown): ReadBundle {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused(
      'structure',
      `The file is not a FHIR bundle but ${jsonType(value)}. A bundle is a JSON object with "resourceType": "Bundle".`,
    );
  const { resourceType, type, entry } = value as Record<string, unknown>;
  if (resourceType !== 'Bundle') return refused('structure', notABundle(resourceType));
  if (type !== 'transaction' && type !== 'collection')
    return refused(
      'not-supported',
      `The bundle's type is ${quoted(String(type))}; only transaction and collection bundles can be imported.`,
    );
  if (entry !== undefined && !Array.isArray(entry))
    return refused('structure', `Bundle.entry must be an array, not ${jsonType(entry)}.`);
  if (entry === undefined || entry.length === 0)
    return refused('required', 'The bundle is empty: it has no entries.');
  const resources = (entry as unknown[]).map((item, i): ReadResource => {
    const path = `Bundle.entry[${i}]`;
    if (typeof item !== 'object' || item === null) return { resource: undefined, path };
    const { resource, fullUrl } = item as { resource?: unknown; fullUrl?: unknown };
    return typeof fullUrl === 'string' ? { resource, fullUrl, path } : { resource, path };
  });
  return {
    type,
    resources: resources.map((read) =>
      isDeeperThan(read.resource, BUNDLE_DEPTH) ? { ...read, resource: TOO_DEEP } : read,
    ),
    problems: [],
  };
}

/** Stands for a resource that is nested too deep to be handed on. */
export const TOO_DEEP: unique symbol = Symbol('nested too deep');

function notABundle(resourceType: unknown): string {
  if (typeof resourceType !== 'string')
    return 'The file is JSON but not FHIR: it has no "resourceType". A FHIR bundle starts with "resourceType": "Bundle".';
  if (isR4ResourceType(resourceType))
    return `The file holds a single ${resourceType}, not a Bundle. Put it into a bundle of type collection.`;
  return `The file is not FHIR R4: ${quoted(resourceType)} is not one of its resource types.`;
}

function hint(text: string): string {
  const start = text.trimStart().slice(0, 1);
  if (start === '<') return 'It looks like XML; export it as JSON.';
  if (start === '') return 'It is empty.';
  return 'It may be cut off: export it again.';
}

function refused(code: OperationOutcomeIssue['code'], text: string): ReadBundle {
  return { type: undefined, resources: [], problems: [errorIssue(code, text)] };
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is two units and four bytes; every other unit from U+0800 on is three bytes.
    if (unit >= 0x800) bytes += unit >= 0xd800 && unit <= 0xdfff ? 1 : 2;
    else if (unit >= 0x80) bytes += 1;
  }
  return bytes;
}
