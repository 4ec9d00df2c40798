/** sha256 of a public key's 32 bytes: how a charter commits to the next root without naming it. */
import { createHash } from 'node:crypto';

export function sha256Hex(pubkey: string): string {
  return createHash('sha256').update(Buffer.from(pubkey, 'hex')).digest('hex');
}
