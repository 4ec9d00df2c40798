// The one row of a sealed store that is not sealed: format version and the data key, wrapped under the key that the
// login brings. So the login's key can change without rewriting a record, and a wrong key is told from damage.

import { asBufferSource, deriveAesKey, deriveCheck, openBytes, sealBytes } from './seal-keys.ts';
import { DamagedError, NewerFormatError, WrongKeyError } from './store-errors.ts';

export const HEADER_KEY = '!header';
const FORMAT = 'keychart-sealed-store';

interface Header {
  format: typeof FORMAT;
  version: number;
  /** base64 of 16 random bytes */
  salt: string;
  /** base64, tells a wrong key from a damaged header */
  check: string;
  /** base64 of the sealed 32-byte data key */
  wrapped: string;
}

/** The header row's bytes for a data key under this store key. */
export async function writeHeader(
  storeKey: Uint8Array,
  dataKey: Uint8Array,
  version: number,
): Promise<Uint8Array> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const header: Header = {
    format: FORMAT,
    version,
    salt: toBase64(salt),
    check: toBase64(await checkOf(storeKey, salt)),
    wrapped: toBase64(await sealBytes(await wrappingKey(storeKey, salt), aad(version), dataKey)),
  };
  return new TextEncoder().encode(JSON.stringify(header));
}

/**
 * The data key and the format version. Throws NewerFormatError before it tries any key, WrongKeyError for another
 * key, DamagedError for anything that is not a header. The caller wipes `dataKey` after use.
 */
export async function readHeader(
  bytes: Uint8Array,
  storeKey: Uint8Array,
  supported: number,
): Promise<{ dataKey: Uint8Array; version: number }> {
  const header = parseHeader(bytes);
  if (header.version > supported) throw new NewerFormatError(header.version, supported);
  const salt = fromBase64(header.salt);
  if (toBase64(await checkOf(storeKey, salt)) !== header.check) throw new WrongKeyError();
  try {
    const key = await wrappingKey(storeKey, salt);
    return {
      dataKey: await openBytes(key, aad(header.version), fromBase64(header.wrapped)),
      version: header.version,
    };
  } catch (cause) {
    throw new DamagedError('header', cause);
  }
}

function parseHeader(bytes: Uint8Array): Header {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(asBufferSource(bytes)),
    );
    if (isHeader(value)) return value;
  } catch (cause) {
    throw new DamagedError('header', cause);
  }
  throw new DamagedError('header');
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, salt, check, wrapped } = value as Record<string, unknown>;
  const isVersion = typeof version === 'number' && Number.isInteger(version) && version > 0;
  // A newer version may hold other fields; it is a header all the same, and refused by its version.
  return format === FORMAT && isVersion && (version > 1 || [salt, check, wrapped].every(isBase64));
}

const isBase64 = (value: unknown) => typeof value === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
const aad = (version: number) => `${FORMAT}/v${version}`;
const wrappingKey = (storeKey: Uint8Array, salt: Uint8Array) =>
  deriveAesKey(storeKey, salt, 'keychart/store/wrap/v1');
const checkOf = (storeKey: Uint8Array, salt: Uint8Array) =>
  deriveCheck(storeKey, salt, 'keychart/store/check/v1');

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
