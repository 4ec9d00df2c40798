/**
 * A Signer whose key is elsewhere (NIP-07, NIP-46): asked one thing at a time, given up on after a while, and never
 * taken at its word. What it refuses or hangs on becomes an error that says what to do.
 */
import { type EventTemplate, generateSecretKey, type VerifiedEvent, verifyEvent } from '../event.ts';
import { isHex32 } from '../hex.ts';
import { getConversationKey } from '../nips/nip44.ts';
import { parseEvent } from '../parse-event.ts';
import { type TimerHandle, timers } from '../platform.ts';
import { type Signer, SignerUnavailableError } from '../signer.ts';

/** What the far side answers is not believed: its types are what it claims. */
export interface FarSigner {
  getPublicKey(): Promise<unknown>;
  signEvent(template: EventTemplate): Promise<unknown>;
  nip44Encrypt(peer: string, text: string): Promise<unknown>;
  nip44Decrypt(peer: string, payload: string): Promise<unknown>;
  close?(): void;
  /** Why it cannot answer at present, a sentence or two; said instead of its being silent. */
  readonly trouble?: string | undefined;
}

export interface CheckedSignerOptions {
  /** In the middle of a sentence: `the browser extension`. */
  readonly name: string;
  /** What the person can do, a sentence: `Open it, allow Keychart, then try again.` */
  readonly advice: string;
  /** Milliseconds until a question counts as lost; people have to read and press. Default 60,000. */
  readonly timeout?: number;
  /** Known from before, 64 hex digits: any other is refused. */
  readonly pubkey?: string;
}

/** How extensions and remote signers say that their owner does not want it; an error without such words is final. */
const REFUSAL =
  /reject|den(y|ied)|declin|refus|cancel|permission|not (allowed|authori[sz]ed)|unauthori[sz]ed|disconnected|locked/i;

/** Asks for the public key at once. Rejects with SignerUnavailableError. */
export async function checkedSigner(
  far: FarSigner,
  { name, advice, timeout = 60_000, pubkey: expected }: CheckedSignerOptions,
): Promise<Signer> {
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();
  const fail = (what: string) => new SignerUnavailableError(`${name} ${what}. ${advice}`);

  /** One after the other: several questions at once make several windows. */
  function ask(question: () => Promise<unknown>): Promise<unknown> {
    const answer = turn.then(() => {
      if (closed) throw new Error('the signer is closed');
      return limited(question());
    });
    turn = answer.catch(() => undefined);
    return answer;
  }

  function limited(answer: Promise<unknown>): Promise<unknown> {
    let timer: TimerHandle;
    const late = new Promise((_, reject) => {
      const silent = `did not answer within ${Math.round(timeout / 1000)} seconds`;
      timer = timers.setTimeout(() => {
        const { trouble } = far;
        reject(trouble === undefined ? fail(silent) : new SignerUnavailableError(trouble));
      }, timeout);
    });
    return Promise.race([answer.catch(refused), late]).finally(() => timers.clearTimeout(timer));
  }

  function refused(error: unknown): never {
    const said = error instanceof Error ? error.message : String(error);
    if (error instanceof SignerUnavailableError) throw error;
    // Errors that came over a thread or a wire have lost their class.
    if (error instanceof Error && error.name === 'SignerUnavailableError')
      throw new SignerUnavailableError(said);
    if (REFUSAL.test(said)) throw fail(`refused: ${said.slice(0, 200)}`);
    throw new Error(`${name} answered: ${said.slice(0, 200)}`);
  }

  async function askText(question: () => Promise<unknown>): Promise<string> {
    const answer = await ask(question);
    if (typeof answer !== 'string') throw fail('gave an answer that is not one');
    return answer;
  }

  async function signEvent(template: EventTemplate): Promise<VerifiedEvent> {
    const { kind, created_at, tags, content } = template;
    const event = parseEvent(await ask(() => far.signEvent({ kind, created_at, tags, content })));
    if ('error' in event) throw fail('signed something that is not an event');
    // Attack: a signer that is not what it seems signs something else, or as somebody else.
    const isAsked =
      event.kind === kind &&
      event.created_at === created_at &&
      event.content === content &&
      JSON.stringify(event.tags) === JSON.stringify(tags);
    if (!isAsked) throw fail('changed what it was asked to sign');
    if (event.pubkey !== pubkey) throw fail('signed with another key than the one it named');
    const verified = verifyEvent(event);
    if (!verified) throw fail('gave a signature that is wrong');
    return verified;
  }

  async function nip44Encrypt(peer: string, text: string): Promise<string> {
    const payload = await askText(() => far.nip44Encrypt(peer, text));
    // Base64 of a first byte 2. Attack on the reader: home-made "NIP-44" that no other software can open.
    if (!/^A[g-v][A-Za-z0-9+/]{130,}={0,2}$/.test(payload))
      throw fail('encrypts in a way that is not NIP-44 version 2');
    return payload;
  }

  const nip44Decrypt = (peer: string, payload: string) => askText(() => far.nip44Decrypt(peer, payload));

  const pubkey = await askText(() => far.getPublicKey());
  if (!isOnCurve(pubkey)) throw fail('named a public key that is none');
  if (expected !== undefined && pubkey !== expected)
    throw fail('is now set to another person than the one this login belongs to');

  return {
    getPublicKey: async () => pubkey,
    signEvent,
    async signEvents(templates) {
      const events: VerifiedEvent[] = [];
      for (const template of templates) events.push(await signEvent(template));
      return events;
    },
    nip44Encrypt,
    nip44Decrypt,
    nip44EncryptAll: (items) => inTurn(items, ({ peer, text }) => nip44Encrypt(peer, text)),
    nip44DecryptAll: (items) => inTurn(items, ({ peer, payload }) => nip44Decrypt(peer, payload)),
    close() {
      closed = true;
      far.close?.();
    },
  };
}

function isOnCurve(pubkey: string): boolean {
  if (!isHex32(pubkey)) return false;
  try {
    getConversationKey(generateSecretKey(), pubkey);
    return true;
  } catch {
    return false;
  }
}

async function inTurn<T>(
  items: readonly T[],
  work: (item: T) => Promise<string>,
): Promise<(string | Error)[]> {
  const answers: (string | Error)[] = [];
  for (const item of items) {
    answers.push(
      await work(item).catch((error) => (error instanceof Error ? error : new Error(String(error)))),
    );
  }
  return answers;
}
