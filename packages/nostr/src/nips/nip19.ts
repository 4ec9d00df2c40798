/**
 * NIP-19: bech32 names for keys, events and addresses. Decoding answers in words a person can act on,
 * because this is what people paste into the wrong field.
 */
import { bech32 } from '@scure/base';
import * as tools from 'nostr-tools/nip19';
import { isHex32, utf8ToBytes } from '../hex.ts';
import { isPublicKey, isSecretKey } from '../key-facts.ts';

export type Nip19 =
  | { type: 'npub'; data: string }
  | { type: 'nsec'; data: Uint8Array }
  | { type: 'note'; data: string }
  | { type: 'nprofile'; data: { pubkey: string; relays: string[] } }
  | { type: 'nevent'; data: { id: string; relays: string[]; author?: string; kind?: number } }
  | { type: 'naddr'; data: { identifier: string; pubkey: string; kind: number; relays: string[] } };

const KNOWN = ['npub', 'nsec', 'note', 'nprofile', 'nevent', 'naddr'] as const;
/** nostr-tools' own limit; longer strings are refused. */
const MAX_LENGTH = 5_000;

/** All encoders throw TypeError, naming the argument, on wrong input. */
export function npubEncode(pubkey: string): string {
  return tools.npubEncode(hex32('pubkey', pubkey));
}

export function nsecEncode(secretKey: Uint8Array): string {
  if (secretKey.length !== 32) throw new TypeError('secretKey must be 32 bytes');
  return tools.nsecEncode(secretKey);
}

export function noteEncode(id: string): string {
  return tools.noteEncode(hex32('id', id));
}

export function nprofileEncode(profile: { pubkey: string; relays?: string[] }): string {
  return tools.nprofileEncode({ pubkey: hex32('pubkey', profile.pubkey), relays: short(profile.relays) });
}

export function neventEncode(event: {
  id: string;
  relays?: string[];
  author?: string;
  kind?: number;
}): string {
  return tools.neventEncode({
    id: hex32('id', event.id),
    relays: short(event.relays),
    ...(event.author !== undefined && { author: hex32('author', event.author) }),
    ...(event.kind !== undefined && { kind: event.kind }),
  });
}

export function naddrEncode(addr: {
  identifier: string;
  pubkey: string;
  kind: number;
  relays?: string[];
}): string {
  const [identifier] = short([addr.identifier]);
  return tools.naddrEncode({
    identifier: identifier as string,
    pubkey: hex32('pubkey', addr.pubkey),
    kind: addr.kind,
    relays: short(addr.relays),
  });
}

function hex32(name: string, value: string): string {
  if (!isHex32(value)) throw new TypeError(`${name} must be 64 lower-case hex digits`);
  return value;
}

/** A TLV length is one byte. */
function short(texts: string[] = []): string[] {
  for (const text of texts) {
    if (utf8ToBytes(text).length > 255) throw new TypeError('a relay or identifier is longer than 255 bytes');
  }
  return texts;
}

/** Decodes a NIP-19 string (with or without `nostr:`). The error says what is wrong and what was expected. */
export function decodeNip19(text: string): Nip19 | { error: string } {
  const code = text.trim().replace(/^nostr:/i, '');
  const wrong = spellingError(code);
  if (wrong !== undefined) return { error: wrong };
  try {
    const decoded = tools.decode(code.toLowerCase()) as Nip19;
    if ((decoded.type === 'npub' || decoded.type === 'note') && !isHex32(decoded.data)) {
      return { error: `this ${decoded.type} does not hold 32 bytes` };
    }
    if (decoded.type === 'nsec' && decoded.data.length !== 32)
      return { error: 'this nsec does not hold 32 bytes' };
    return decoded;
  } catch (error) {
    return { error: `the text is damaged inside: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** What is wrong with the outer shape: hex, case, prefix, characters, checksum. */
function spellingError(code: string): string | undefined {
  if (code === '') return 'nothing was entered';
  if (/^[0-9a-fA-F]{64}$/.test(code)) {
    return 'this is a key in hexadecimal; use the form that begins with npub1 or nsec1';
  }
  if (code.length > MAX_LENGTH) return 'the text is too long';
  if (code !== code.toLowerCase() && code !== code.toUpperCase())
    return 'the text mixes capital and small letters';
  const lower = code.toLowerCase();
  const separator = lower.lastIndexOf('1');
  const prefix = lower.slice(0, Math.max(separator, 0));
  if (prefix === 'ncryptsec')
    return 'this is a key locked with a passphrase (ncryptsec); the passphrase is needed too';
  if (!KNOWN.some((known) => known === prefix)) {
    return KNOWN.some((known) => lower.startsWith(known))
      ? 'a character was mistyped: the text is not a valid Nostr name'
      : 'this is not a Nostr key or name: those begin with npub1, nsec1, note1, nprofile1, nevent1 or naddr1';
  }
  const odd = /[^qpzry9x8gf2tvdw0s3jn54khce6mua7l]/.exec(lower.slice(separator + 1));
  if (odd) return `the character ${JSON.stringify(odd[0])} cannot occur in ${prefix}1…: it was mistyped`;
  if (!bech32.decodeUnsafe(lower, MAX_LENGTH)) {
    return `the checksum of this ${prefix} does not fit: a character is wrong, missing or too many`;
  }
  return undefined;
}

/** Reads a secret key from an nsec. Says so when it is a public key, hex, damaged, or not a valid key. */
export function parseNsec(text: string): Uint8Array | { error: string } {
  const decoded = decodeNip19(text);
  if ('error' in decoded) return decoded;
  if (decoded.type !== 'nsec') {
    return { error: `this is ${described(decoded.type)}; the secret key begins with nsec1` };
  }
  return isSecretKey(decoded.data) ? decoded.data : { error: 'this nsec holds no valid secret key' };
}

/** Reads a public key (hex digits) from an npub or nprofile. */
export function parseNpub(text: string): string | { error: string } {
  const decoded = decodeNip19(text);
  if ('error' in decoded) return decoded;
  if (decoded.type === 'npub' || decoded.type === 'nprofile') {
    const pubkey = decoded.type === 'npub' ? decoded.data : decoded.data.pubkey;
    if (isPublicKey(pubkey)) return pubkey;
    return { error: 'no key can have this npub: it was made up or damaged. Ask for it again' };
  }
  if (decoded.type === 'nsec') {
    return {
      error: 'this is a secret key (nsec): never give it to anybody. The public key begins with npub1',
    };
  }
  return { error: `this is ${described(decoded.type)}; the public key begins with npub1` };
}

function described(type: Nip19['type']): string {
  if (type === 'npub' || type === 'nprofile') return `a public key (${type})`;
  if (type === 'nsec') return 'a secret key (nsec)';
  return `the name of an event (${type})`;
}
