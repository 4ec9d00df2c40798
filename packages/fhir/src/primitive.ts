/** The formats of FHIR's primitive types. R4 datatypes.html#primitive; stricter than its regular expressions: days must exist. */
import { isFhirTime, parseFhirDate, parseFhirDateTime } from './fhir-date.ts';
import { checkXhtml } from './xhtml.ts';

const ID = /^[A-Za-z0-9\-.]{1,64}$/;
const CODE = /^[^\s]+( [^\s]+)*$/;
const OID = /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/;
const UUID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: FHIR strings may not hold control characters but tab, CR and LF
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const MAX_STRING = 1024 * 1024;
const JSON_TYPES: Record<string, 'boolean' | 'number'> = {
  boolean: 'boolean',
  decimal: 'number',
  integer: 'number',
  positiveInt: 'number',
  unsignedInt: 'number',
};

/** @returns what is wrong and what would be right, or undefined when the value is good. */
export function checkPrimitive(type: string, value: unknown): string | undefined {
  const wanted = JSON_TYPES[type] ?? 'string';
  if (typeof value !== wanted) return `must be a JSON ${wanted}, not ${jsonType(value)}`;
  if (typeof value === 'number') return checkNumber(type, value);
  return typeof value === 'string' ? checkString(type, value) : undefined;
}

function checkNumber(type: string, value: number): string | undefined {
  if (!Number.isFinite(value)) return 'is not a number that JSON can hold';
  if (type === 'decimal') return undefined;
  const least = type === 'positiveInt' ? 1 : type === 'unsignedInt' ? 0 : -(2 ** 31);
  if (Number.isInteger(value) && value >= least && value <= 2 ** 31 - 1) return undefined;
  return `must be a whole number from ${least} to 2147483647, not ${value}`;
}

function checkString(type: string, value: string): string | undefined {
  if (value.trim() === '') return 'is empty: leave the element out instead';
  if (value.length > MAX_STRING) return 'is longer than 1 MB';
  if (CONTROL.test(value)) return 'contains a control character';
  const check = FORMATS[type];
  return check === undefined ? undefined : check(value);
}

const matches = (pattern: RegExp, right: string) => (value: string) =>
  pattern.test(value) ? undefined : `${quoted(value)} is not ${right}`;

const FORMATS: Record<string, (value: string) => string | undefined> = {
  id: matches(ID, 'an id: 1 to 64 letters, digits, hyphens and dots'),
  code: matches(CODE, 'a code: no space at either end, single spaces inside'),
  oid: matches(OID, 'an OID such as urn:oid:1.2.36.146'),
  uuid: matches(UUID, 'a UUID such as urn:uuid:c757873d-ec9a-4326-a141-556f43239520'),
  uri: checkUri,
  url: checkUri,
  canonical: checkUri,
  base64Binary: (value) => (BASE64.test(value) ? undefined : 'is not base64'),
  date: (value) =>
    parseFhirDate(value) === undefined
      ? `${quoted(value)} is not a date: YYYY, YYYY-MM or YYYY-MM-DD, a day that exists`
      : undefined,
  dateTime: (value) =>
    parseFhirDateTime(value) === undefined
      ? `${quoted(value)} is not a dateTime: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with Z or an offset such as -05:00`
      : undefined,
  instant: (value) =>
    parseFhirDateTime(value)?.hour === undefined
      ? `${quoted(value)} is not an instant: YYYY-MM-DDThh:mm:ss with Z or an offset such as -05:00`
      : undefined,
  time: (value) => (isFhirTime(value) ? undefined : `${quoted(value)} is not a time of day: hh:mm:ss`),
  xhtml: checkXhtml,
};

function checkUri(value: string): string | undefined {
  if (/\s/.test(value)) return `${quoted(value)} is not a URI: it contains a space`;
  if (value.startsWith('urn:oid:') && !OID.test(value))
    return `${quoted(value)} is not an OID such as urn:oid:1.2.36.146`;
  if (value.startsWith('urn:uuid:') && !UUID.test(value.toLowerCase()))
    return `${quoted(value)} is not a UUID such as urn:uuid:c757873d-ec9a-4326-a141-556f43239520`;
  return undefined;
}

/** A value as a person can recognise it in a message, cut at 60 characters. */
export const quoted = (value: string): string =>
  JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);

/** JSON's own word for what a value is. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
