/** Logging in with a key that is elsewhere: a browser extension in the page, a remote signer over its own relays. */
import {
  type CheckedSignerOptions,
  checkedSigner,
  type FarSigner,
  generateSecretKey,
  inviteSigner,
  parseBunkerAddress,
  parseRelayAddress,
  remoteSigner,
  type Signer,
  SignerUnavailableError,
} from '@keychart/nostr';
import type { RemoteSteps } from './login-types.ts';
import type { LoginSecret, RemotePlace } from './saved-secret.ts';

export interface RemoteLogin {
  readonly signer: Signer;
  /** For a remote signer: what this device may keep, to meet it again. */
  readonly secret: LoginSecret;
}

const EXTENSION: CheckedSignerOptions = {
  name: 'the key extension of this browser',
  advice: 'Open it, unlock it, allow Keychart to read, sign and encrypt, then try again.',
};
const REMOTE: CheckedSignerOptions = {
  name: 'your remote signer',
  advice: 'Open it, see that it is online and allows Keychart to sign and to decrypt, then try again.',
};
/** Milliseconds for the first answer of a remote signer: its owner may have to find the phone. */
const FIRST_ANSWER = 120_000;

/** Rejects with SignerUnavailableError. */
export const extensionLogin = (far: FarSigner): Promise<Signer> => checkedSigner(far, EXTENSION);

/** A signer this device has met before. */
export function metAgain(key: Uint8Array, place: RemotePlace, steps: RemoteSteps): Promise<RemoteLogin> {
  return meet(key, place, steps, { pubkey: place.person });
}

/** `bunker://…`, made by the signer. */
export async function bunkerLogin(
  text: string,
  steps: RemoteSteps,
): Promise<RemoteLogin | { error: string }> {
  const address = parseBunkerAddress(text);
  return 'error' in address ? address : meet(generateSecretKey(), address, steps, address);
}

/** `nostrconnect://…`, shown here and read by the signer. `relayText`: where both meet. */
export async function inviteLogin(
  relayText: string,
  steps: RemoteSteps,
): Promise<RemoteLogin | { error: string }> {
  const relay = parseRelayAddress(relayText);
  if (typeof relay !== 'string') return relay;
  const clientKey = generateSecretKey();
  const invite = inviteSigner([relay], { clientKey, name: 'Keychart', ...confirming(steps) });
  steps.onInvite?.(invite.address);
  try {
    const signer = await Promise.race([invite.signer, refusedByPage()]);
    return await meet(clientKey, { signer, relays: [relay] }, steps, {});
  } finally {
    invite.close();
  }
}

async function meet(
  key: Uint8Array,
  { signer, relays }: Pick<RemotePlace, 'signer' | 'relays'>,
  steps: RemoteSteps,
  known: { readonly pubkey?: string; readonly secret?: string },
): Promise<RemoteLogin> {
  const far = remoteSigner({ signer, relays }, { clientKey: key, ...confirming(steps) });
  const introduced: FarSigner = {
    ...far,
    get trouble() {
      return far.trouble;
    },
    async getPublicKey() {
      if (known.secret !== undefined) await far.connect(known.secret);
      return far.getPublicKey();
    },
  };
  try {
    const expected = known.pubkey === undefined ? {} : { pubkey: known.pubkey };
    const checked = checkedSigner(introduced, { ...REMOTE, timeout: FIRST_ANSWER, ...expected });
    const met = await Promise.race([checked, refusedByPage()]);
    return { signer: met, secret: { key, remote: { signer, relays, person: await met.getPublicKey() } } };
  } catch (error) {
    far.close();
    throw error;
  }
}

const confirming = ({ onConfirm }: RemoteSteps) => (onConfirm ? { onConfirm } : {});

/** Rejects when the page's policy keeps the browser from the signer's relay: waiting would be in vain. */
function refusedByPage(): Promise<never> {
  return new Promise((_, reject) => {
    const onViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective !== 'connect-src') return;
      removeEventListener('securitypolicyviolation', onViolation as EventListener);
      reject(
        new SignerUnavailableError(
          `this practice's server does not let the browser reach ${blockedURI}, where your signer is met. Ask whoever runs the server to allow it (setting SIGNER_RELAYS), or log in another way.`,
        ),
      );
    };
    addEventListener('securitypolicyviolation', onViolation as EventListener);
  });
}
