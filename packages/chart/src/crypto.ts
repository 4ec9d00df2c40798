/** The heavy operations a platform may do faster: batch verification, NIP-44, the public keys of channels. */
import { type Nip44, nip44, nobleVerifier, type PublicKeyOf, type Verifier } from '@keychart/nostr';

export interface ChartCrypto {
  readonly verifier: Verifier;
  readonly nip44: Nip44;
  /** Without it, JavaScript. */
  readonly publicKey?: PublicKeyOf;
}

/** Pure JavaScript: right everywhere, fast nowhere. */
export function plainCrypto(): ChartCrypto {
  return { verifier: nobleVerifier(), nip44 };
}
