/**
 * Passkeys and security keys in the page (WebAuthn with the PRF extension). Nothing is proven to a server: the
 * authenticator's PRF opens what lies on this device. User verification is demanded each time, because authenticators
 * give another output without it.
 */
import { importPrf, type PasskeyAnswer } from './passkey-wrap.ts';

type Answered = PasskeyAnswer | { readonly error: string };
type Question = Pick<PasskeyAnswer, 'credentialId' | 'salt'>;

/** Milliseconds; finding a security key in a drawer takes a while. */
const TIMEOUT = 120_000;
/** Bit of the flags in authenticator data: the person was verified. */
const USER_VERIFIED = 0x04;
const FLAGS_AT = 32;

const CANNOT = 'Choose another way instead, such as a passphrase.';
const NO_PRF = `This passkey or security key cannot keep a key safe (it lacks the PRF extension). ${CANNOT}`;
const NO_ANSWER =
  'This passkey answers differently than when it was added (without the PRF extension), so it does not open the login. Log in another way, remove it and add it again.';

/** Why no passkey can be added here; undefined if it can be tried. */
export async function whyNoPasskey(): Promise<string | undefined> {
  if (!globalThis.isSecureContext || globalThis.PublicKeyCredential === undefined)
    return `This browser has no passkeys here: they need https and a recent browser. ${CANNOT}`;
  if (/^[\d.]+$|^\[/.test(location.hostname))
    return `Passkeys need an address with a name, and this one is a number (${location.hostname}). ${CANNOT}`;
  const able = await PublicKeyCredential.getClientCapabilities?.().catch(() => undefined);
  return able?.['extension:prf'] === false
    ? `This browser cannot keep a key under a passkey (it lacks the PRF extension). ${CANNOT}`
    : undefined;
}

/** @param known passkeys of this login: an authenticator that has one of them refuses to make another. */
export async function addPasskey(label: string, known: readonly BufferSource[]): Promise<Answered> {
  const cannot = await whyNoPasskey();
  if (cannot !== undefined) return { error: cannot };
  const salt = randomBytes(32);
  const made = await create(label, known, salt);
  if ('error' in made) return made;
  const credentialId = new Uint8Array(made.rawId);
  const { enabled, results } = made.getClientExtensionResults().prf ?? {};
  if (!enabled && results === undefined) return { error: NO_PRF };

  const outputs = results === undefined ? [] : [bytesOf(results.first)];
  // Most authenticators evaluate only when asked for an assertion; then two of those are compared.
  while (outputs.length < 2) {
    const next = await evaluate({ credentialId, salt });
    if ('error' in next) return next;
    outputs.push(next);
  }
  const [first, second] = outputs as [Bytes, Bytes];
  const same = isEqual(first, second);
  first.fill(0);
  if (!same) {
    second.fill(0);
    return { error: `This passkey answers differently each time, so nothing was kept under it. ${CANNOT}` };
  }
  return { credentialId, salt, prf: await importPrf(second) };
}

export async function askPasskey(question: Question): Promise<Answered> {
  const output = await evaluate(question);
  if ('error' in output) return output.error === NO_PRF ? { error: NO_ANSWER } : output;
  return { ...question, prf: await importPrf(output) };
}

type Bytes = Uint8Array<ArrayBuffer>;

async function create(
  label: string,
  known: readonly BufferSource[],
  salt: Bytes,
): Promise<PublicKeyCredential | { error: string }> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { id: location.hostname, name: 'Keychart' },
    user: { id: randomBytes(16), name: label, displayName: label },
    challenge: randomBytes(32),
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    // Some providers keep the PRF for discoverable credentials only; a key without room may still refuse that.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    excludeCredentials: known.map((id) => ({ type: 'public-key', id })),
    attestation: 'none',
    timeout: TIMEOUT,
    extensions: { prf: { eval: { first: salt } } },
  };
  try {
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
    if (made === null) return { error: NOT_USED };
    const response = made.response as AuthenticatorAttestationResponse;
    return isVerified(response.getAuthenticatorData()) ? made : { error: NOT_VERIFIED };
  } catch (fault) {
    return { error: wordsOf(fault) };
  }
}

async function evaluate({ credentialId, salt }: Question): Promise<Bytes | { error: string }> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    rpId: location.hostname,
    challenge: randomBytes(32),
    allowCredentials: [{ type: 'public-key', id: credentialId }],
    userVerification: 'required',
    timeout: TIMEOUT,
    extensions: { prf: { eval: { first: salt } } },
  };
  try {
    const given = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
    if (given === null) return { error: NOT_USED };
    const response = given.response as AuthenticatorAssertionResponse;
    if (!isVerified(response.authenticatorData)) return { error: NOT_VERIFIED };
    const first = given.getClientExtensionResults().prf?.results?.first;
    if (first === undefined) return { error: NO_PRF };
    const output = bytesOf(first);
    return output.length === 32 ? output : { error: NO_PRF };
  } catch (fault) {
    return { error: wordsOf(fault) };
  }
}

const NOT_USED =
  'The passkey was not used: the question was closed, or took too long. Try again, or log in another way.';
const NOT_VERIFIED =
  'The passkey did not check that it is you. Switch on its fingerprint, face or PIN, then try again.';

function wordsOf(fault: unknown): string {
  const name = fault instanceof DOMException ? fault.name : '';
  if (name === 'InvalidStateError')
    return 'This device or security key holds a passkey of this login already. Use another one.';
  if (name === 'SecurityError') return `Passkeys are not possible at this address. ${CANNOT}`;
  if (name === 'NotSupportedError' || name === 'ConstraintError') return NO_PRF;
  return NOT_USED;
}

const isVerified = (data: ArrayBuffer): boolean =>
  ((new Uint8Array(data)[FLAGS_AT] ?? 0) & USER_VERIFIED) !== 0;

const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** A copy; what the browser gave is zeroed. */
function bytesOf(source: BufferSource): Bytes {
  const given = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  const copy = Uint8Array.from(given);
  given.fill(0);
  return copy;
}

function isEqual(a: Bytes, b: Bytes): boolean {
  let different = a.length ^ b.length;
  for (const [i, byte] of a.entries()) different |= byte ^ (b[i] ?? 0);
  return different === 0;
}
