/** Test fixture: what a browser sends to found a practice, with the keys nobody else has. */
import { type FoundingStaff, foundPractice } from '@keychart/chart';
import { generateSecretKey, getPublicKey, localSigner, type VerifiedEvent } from '@keychart/nostr';

export interface MadeFounding {
  readonly body: { name: string; timeZone: string; root: string; events: VerifiedEvent[] };
  readonly rootSecret: Uint8Array;
  readonly admin: Uint8Array;
}

interface Options {
  /** Seconds. */
  readonly at?: number;
  readonly staff?: readonly FoundingStaff[];
  readonly approvals?: number;
  readonly rootSecret?: Uint8Array;
}

export async function makeFounding(options: Options = {}): Promise<MadeFounding> {
  const { rootSecret = generateSecretKey(), staff = [], approvals = 0 } = options;
  const admin = generateSecretKey();
  const founded = await foundPractice({
    name: 'Meadow Pediatrics',
    timeZone: 'America/Denver',
    rootSecret,
    nextRoot: getPublicKey(generateSecretKey()),
    admin: localSigner(admin),
    staff: [{ name: 'Dr. Ada Quill', role: 'doctor', pubkey: getPublicKey(admin), admin: true }, ...staff],
    approvals,
    at: options.at ?? Math.floor(Date.now() / 1000),
  });
  const { root, events } = founded;
  return { body: { name: 'Meadow Pediatrics', timeZone: 'America/Denver', root, events }, rootSecret, admin };
}
