/**
 * What seals the store of a login whose key is in a signer elsewhere: 32 random bytes of this device, kept as the
 * signer's NIP-44 encryption to itself. One call of the signer opens them; no signature is made into a key, because not
 * every signer signs the same thing the same way twice. Kept under a name that the public key alone does not lead to.
 */
import { type Signer, SignerUnavailableError } from '@keychart/nostr';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { loginDatabase } from './login-db.ts';

const PREFIX = 'keychart device secret v1 ';

/** Rejects with SignerUnavailableError, and leaves what is kept as it is. */
export async function deviceSecret(signer: Signer): Promise<Uint8Array> {
  const person = await signer.getPublicKey();
  const name = await deviceName(person);
  const database = await loginDatabase();
  const kept = await database.get('devices', name);
  if (kept !== undefined) return readSecret(await signer.nip44Decrypt(person, kept));

  const secret = crypto.getRandomValues(new Uint8Array(32));
  const payload = await signer.nip44Encrypt(person, `${PREFIX}${bytesToHex(secret)}`);
  // Attack on oneself: a signer that cannot read what it wrote would lock the person out of unsent work.
  const again = readSecret(await signer.nip44Decrypt(person, payload));
  if (bytesToHex(again) !== bytesToHex(secret)) throw unreadable();
  const tx = database.transaction('devices', 'readwrite', { durability: 'strict' });
  const first = await tx.store.get(name);
  if (first === undefined) await tx.store.put(payload, name);
  await tx.done;
  return first === undefined ? secret : readSecret(await signer.nip44Decrypt(person, first));
}

function readSecret(text: string): Uint8Array {
  const digits = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  if (!/^[0-9a-f]{64}$/.test(digits)) throw unreadable();
  return hexToBytes(digits);
}

const unreadable = () =>
  new SignerUnavailableError(
    'your signer could not read back what it had encrypted for this device. Update it, or log in another way.',
  );

/** HMAC under a key of this device that script cannot read out. */
async function deviceName(person: string): Promise<string> {
  const database = await loginDatabase();
  let key = await database.get('keys', 'device');
  if (key === undefined) {
    const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const tx = database.transaction('keys', 'readwrite', { durability: 'strict' });
    key = (await tx.store.get('device')) ?? made;
    await tx.store.put(key, 'device');
    await tx.done;
  }
  const mac = await crypto.subtle.sign('HMAC', key, Uint8Array.from(utf8ToBytes(person)));
  return bytesToHex(new Uint8Array(mac)).slice(0, 32);
}
