/**
 * NIP-46, the client's side: a signer on another device, reached over relays of its own. Requests outlive a socket: what
 * is unanswered is sent again when a relay is back. Answers count only from the signer's key, signed and encrypted.
 */
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { finalizeEvent, getPublicKey, type NostrEvent, verifyEvent } from '../event.ts';
import { type ConversationKey, decrypt, encrypt, getConversationKey } from '../nips/nip44.ts';
import { type TimerHandle, timers } from '../platform.ts';
import { connectRelay, type RelayClientOptions } from '../relay-client/relay-client.ts';
import { SignerUnavailableError } from '../signer.ts';
import type { FarSigner } from './checked-signer.ts';
import { localSigner } from './local-signer.ts';
import { type BunkerAddress, connectAddress } from './nip46-address.ts';

export const REMOTE_SIGNER_KIND = 24133;

export interface RemoteSignerOptions {
  /** 32 bytes, made for this signer alone. Copied. */
  readonly clientKey: Uint8Array;
  /** The signer wants to be confirmed on a page of its own; always https. */
  readonly onConfirm?: (url: string) => void;
  readonly WebSocket?: RelayClientOptions['WebSocket'];
  readonly backoff?: RelayClientOptions['backoff'];
  /** Unix seconds. */
  readonly now?: () => number;
}

export interface RemoteSigner extends FarSigner {
  /** Introduces this client with the address's one-time secret. Rejects with the signer's words. */
  connect(secret: string | undefined): Promise<void>;
  /** Why no relay of the signer is reached; undefined while one is. */
  readonly trouble: string | undefined;
  close(): void;
}

const ADVICE = 'Open your signer, see that it is online and allows Keychart, then try again.';
/** What this client will ask for; asked for once, so that the signer need not ask each time. */
const PERMS = ['sign_event', 'nip44_encrypt', 'nip44_decrypt'];
/** Clocks of the two sides may differ by this, seconds. What is older than a request answers none. */
const SKEW = 600;

interface Pending {
  readonly event: NostrEvent;
  resolve(result: string): void;
  reject(error: Error): void;
}

/** Starts connecting at once. */
export function remoteSigner(
  { signer, relays }: Pick<BunkerAddress, 'signer' | 'relays'>,
  options: RemoteSignerOptions,
): RemoteSigner {
  const key = options.clientKey.slice();
  const conversation = getConversationKey(key, signer);
  const pending = new Map<string, Pending>();
  const line = openLine(relays, key, options, (event) => {
    if (event.pubkey !== signer || !verifyEvent(event)) return;
    const answer = readAnswer(event.content, conversation);
    const waiting = answer && pending.get(answer.id);
    if (!answer || !waiting) return;
    if (answer.result === 'auth_url') {
      // Attack: anything but https would be a way to make the person open a script or a file.
      if (answer.error?.startsWith('https://')) options.onConfirm?.(answer.error);
      return; // the real answer comes under the same id
    }
    pending.delete(answer.id);
    if (answer.error) waiting.reject(new Error(answer.error));
    else waiting.resolve(answer.result ?? '');
  });
  line.onLive((send) => {
    for (const { event } of pending.values()) send(event);
  });

  function request(method: string, params: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const id = bytesToHex(randomBytes(16));
      const content = encrypt(JSON.stringify({ id, method, params }), conversation);
      const template = { kind: REMOTE_SIGNER_KIND, created_at: line.now(), tags: [['p', signer]], content };
      const event = finalizeEvent(template, key);
      pending.set(id, { event, resolve, reject });
      line.send(event, (reason) => {
        if (pending.delete(id)) reject(new SignerUnavailableError(reason));
      });
    });
  }

  return {
    get trouble() {
      return line.trouble();
    },
    async connect(secret) {
      const result = await request('connect', [signer, secret ?? '', PERMS.join(',')]);
      if (result !== 'ack' && result !== secret)
        throw new SignerUnavailableError(
          `your remote signer did not take this address. Make a new one there, and use each address once.`,
        );
    },
    getPublicKey: () => request('get_public_key', []),
    signEvent: async (template) => JSON.parse(await request('sign_event', [JSON.stringify(template)])),
    nip44Encrypt: (peer, text) => request('nip44_encrypt', [peer, text]),
    nip44Decrypt: (peer, payload) => request('nip44_decrypt', [peer, payload]),
    close() {
      line.close();
      for (const { reject } of pending.values()) reject(new SignerUnavailableError('the signer is closed'));
      pending.clear();
      key.fill(0);
      conversation.fill(0);
    },
  };
}

export interface Invite {
  /** `nostrconnect://…`, for the signer to scan. */
  readonly address: string;
  /** The signer that answered with the address's secret. Rejects with SignerUnavailableError after `timeout`. */
  readonly signer: Promise<string>;
  close(): void;
}

/** Waits for whichever signer reads the address. `timeout`: milliseconds, default five minutes. */
export function inviteSigner(
  relays: readonly string[],
  options: RemoteSignerOptions & { readonly name: string; readonly timeout?: number },
): Invite {
  const key = options.clientKey.slice();
  const secret = bytesToHex(randomBytes(16));
  let answered: (signer: string) => void = () => undefined;
  let gaveUp: (error: Error) => void = () => undefined;
  const line = openLine(relays, key, options, (event) => {
    if (!verifyEvent(event)) return;
    // Attack: whoever sees the client's key on the relay answers first. Only the address holds the secret.
    if (readAnswer(event.content, getConversationKey(key, event.pubkey))?.result === secret)
      answered(event.pubkey);
  });
  let timer: TimerHandle;
  const close = () => {
    timers.clearTimeout(timer);
    line.close();
    key.fill(0);
  };
  const signer = new Promise<string>((resolve, reject) => {
    answered = resolve;
    gaveUp = reject;
  }).finally(close);
  timer = timers.setTimeout(
    () =>
      gaveUp(new SignerUnavailableError(line.trouble() ?? `no signer answered to this address. ${ADVICE}`)),
    options.timeout ?? 300_000,
  );
  const client = getPublicKey(key);
  const address = connectAddress({ client, relays, secret, name: options.name, perms: PERMS });
  return {
    address,
    signer,
    close: () => gaveUp(new SignerUnavailableError('the signer is no longer waited for')),
  };
}

/** One connection to each relay, for one client key. */
function openLine(
  relays: readonly string[],
  key: Uint8Array,
  { WebSocket, backoff, now = () => Math.floor(Date.now() / 1000) }: RemoteSignerOptions,
  onEvent: (event: NostrEvent) => void,
) {
  const self = localSigner(key);
  const filter = { kinds: [REMOTE_SIGNER_KIND], '#p': [getPublicKey(key)], since: now() - SKEW };
  const clients = relays.map((url) => {
    const client = connectRelay(url, {
      signers: [self],
      // Relays for anybody often do not ask who is there.
      requireAuth: false,
      overlap: SKEW,
      now,
      ...(WebSocket && { WebSocket }),
      ...(backoff && { backoff }),
    });
    client.subscribe([filter], { onEvent });
    return client;
  });
  const live = () => clients.filter(({ state }) => state.status === 'live');

  return {
    now,
    trouble(): string | undefined {
      if (live().length > 0) return undefined;
      const [{ url, state } = { url: '', state: { detail: '' } }] = clients;
      const why = state.detail === '' ? '' : ` (${state.detail})`;
      return `the relay of your remote signer, ${url}, cannot be reached${why}. Check the connection and the signer's address.`;
    },
    onLive(resend: (send: (event: NostrEvent) => void) => void): void {
      for (const client of clients) {
        let was = client.state.status === 'live';
        client.onState(({ status }) => {
          const is = status === 'live';
          if (is && !was) resend((event) => void client.publish(event).catch(() => undefined)); // the next socket tries again
          was = is;
        });
      }
    },
    /** Offline relays get it when they are back. `onRefused`: every relay that was there said no. */
    send(event: NostrEvent, onRefused: (reason: string) => void): void {
      let open = clients.length;
      for (const client of clients) {
        client.publish(event).then(
          (result) => {
            if (result.accepted) return;
            open -= 1;
            if (open === 0) onRefused(`the relay of your remote signer refused: ${result.reason}`);
          },
          () => undefined, // offline: sent again when it is live
        );
      }
    },
    close(): void {
      for (const client of clients) void client.close();
      self.close();
    },
  };
}

function readAnswer(
  content: string,
  conversation: ConversationKey,
): { id: string; result?: string; error?: string } | undefined {
  try {
    const { id, result, error } = JSON.parse(decrypt(content, conversation)) as Record<string, unknown>;
    if (typeof id !== 'string') return undefined;
    return {
      id,
      ...(typeof result === 'string' && { result }),
      ...(typeof error === 'string' && error !== '' && { error }),
    };
  } catch {
    return undefined; // not for us, or not an answer
  }
}
