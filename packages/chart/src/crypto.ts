/** The two heavy operations a platform may do faster: batch verification and NIP-44. */
import { type Nip44, nip44, nobleVerifier, type Verifier } from '@keychart/nostr';

export interface ChartCrypto {
  readonly verifier: Verifier;
  readonly nip44: Nip44;
}

/** Pure JavaScript: right everywhere, fast nowhere. */
export function plainCrypto(): ChartCrypto {
  return { verifier: nobleVerifier(), nip44 };
}
