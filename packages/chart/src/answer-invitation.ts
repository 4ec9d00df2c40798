/**
 * The other end of an invitation: tells every administrator which key wants to join, signed by that key (the seal) and
 * by the invite key (the wrap), then waits until one of them has let it in. The invite key opens nothing else.
 */
import {
  connectRelay,
  createRumor,
  getPublicKey,
  localSigner,
  type RelayClient,
  type RelayClientOptions,
  type Signer,
  sealRumor,
  wrapSeal,
} from '@keychart/nostr';
import {
  INVITATION_CLAIM,
  type InvitationClaim,
  type InvitationLink,
  parseInvitationLinkBytes,
  STAFF_INVITATION,
} from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';

export type InvitationEnd = 'used' | 'withdrawn' | 'expired' | 'unknown' | 'unreachable';
export type InvitationAnswer = { readonly ok: true } | { readonly ok: false; readonly why: InvitationEnd };

export interface Answering {
  readonly link: InvitationLink;
  readonly relay: string;
  readonly signer: Signer;
  readonly WebSocket?: RelayClientOptions['WebSocket'];
  readonly now?: () => number;
  /** The answer is with the practice; now an administrator's device has to see it. `again`: it was answered before. */
  readonly onSent?: (again: boolean) => void;
}

/** The token of an invitation's link; `undefined` where it is cut off or none. */
export function parseInvitationToken(token: string): InvitationLink | undefined {
  try {
    const text = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
    return parseInvitationLinkBytes(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Is it open now? Asks with the invite key alone. */
export async function lookAtInvitation(
  options: Pick<Answering, 'link' | 'relay' | 'WebSocket' | 'now'>,
): Promise<InvitationAnswer> {
  const client = meet(options);
  try {
    return (await isOpen(client, options.link)) ?? { ok: true };
  } finally {
    await client.close();
  }
}

/**
 * Resolves `ok` once an administrator's device has let the key in (with approvals to come, where the practice asks for
 * them), and with why not where that will not happen. Waits as long as it takes.
 */
export async function answerInvitation(options: Answering): Promise<InvitationAnswer> {
  const { link, signer } = options;
  const client = meet(options);
  try {
    const ended = endOf(client);
    const closed = await Promise.race([isOpen(client, link), ended]);
    if (closed !== undefined) return closed;
    // The first administrator may let the key in before the last one has the answer: then the rest is not needed.
    const sending = sendClaims(client, link, signer, options.now ?? seconds).then(options.onSent);
    const sent = sending.then(
      () => ended,
      // The socket may go before the reason for it is known.
      (error: unknown) => Promise.race([ended, later().then(() => Promise.reject(error))]),
    );
    const end = await Promise.race([ended, sent]);
    // Used while this device waits: by this answer, since there is only one.
    return !end.ok && end.why === 'used' ? { ok: true } : end;
  } finally {
    await client.close();
  }
}

const later = () => new Promise((resolve) => setTimeout(resolve, REASON_MS));

const seconds = () => Math.floor(Date.now() / 1000);

const meet = ({ link, relay, WebSocket, now }: Pick<Answering, 'link' | 'relay' | 'WebSocket' | 'now'>) =>
  connectRelay(relay, {
    signers: [localSigner(hexToBytes(link.k))],
    ...(WebSocket && { WebSocket }),
    ...(now && { now }),
  });

const WAIT_MS = 15_000;
const REASON_MS = 3000;

/** Nothing where it is open; else why not. */
async function isOpen(client: RelayClient, link: InvitationLink): Promise<InvitationAnswer | undefined> {
  const reached = await until(client, WAIT_MS);
  if (reached !== undefined) return reached;
  let found = false;
  try {
    const pk = getPublicKey(hexToBytes(link.k));
    await client.query([{ kinds: [STAFF_INVITATION], '#p': [pk] }], (events) => {
      found ||= events.length > 0;
    });
  } catch (error) {
    return no(whyOf(error instanceof Error ? error.message : ''));
  }
  return found ? undefined : no('unknown');
}

function until(client: RelayClient, ms: number): Promise<InvitationAnswer | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(no('unreachable')), ms);
    const done = (answer: InvitationAnswer | undefined) => {
      clearTimeout(timer);
      end();
      resolve(answer);
    };
    const look = ({ status, detail }: { status: string; detail: string }) => {
      if (status === 'live') done(undefined);
      if (status === 'refused') done(no(whyOf(detail)));
    };
    const end = client.onState(look);
    queueMicrotask(() => look(client.state));
  });
}

/** Resolves when the relay has ended the invitation. */
function endOf(client: RelayClient): Promise<InvitationAnswer & { ok: false }> {
  return new Promise((resolve) => {
    client.onState(({ status, detail }) => {
      if (status === 'refused') resolve(no(whyOf(detail)));
    });
    // Keeps the invitation under watch: the relay closes what may not be seen any more, with the reason.
    client.subscribe([{ kinds: [STAFF_INVITATION], limit: 0 }], { onEvent: () => undefined });
  });
}

/** One wrap for each administrator. @returns whether it had been answered before. */
async function sendClaims(
  client: RelayClient,
  link: InvitationLink,
  signer: Signer,
  now: () => number,
): Promise<boolean> {
  const me = await signer.getPublicKey();
  const claim: InvitationClaim = { invitation: getPublicKey(hexToBytes(link.k)), pubkey: me };
  const content = JSON.stringify(claim);
  const rumor = createRumor({ kind: INVITATION_CLAIM, created_at: now(), tags: [], content }, me);
  let taken = 0;
  for (const admin of link.a) {
    const seal = await sealRumor(rumor, admin, signer, now());
    const wrap = wrapSeal(seal, admin, { now: now(), once: hexToBytes(link.k) });
    const result = await client.publish(wrap);
    if (result.accepted) taken += 1;
  }
  return taken === 0;
}

const no = (why: InvitationEnd): InvitationAnswer & { ok: false } => ({ ok: false, why });

function whyOf(detail: string): InvitationEnd {
  if (detail.includes('has been used')) return 'used';
  if (detail.includes('withdrawn')) return 'withdrawn';
  if (detail.includes('expired')) return 'expired';
  return detail.includes('restricted') ? 'unknown' : 'unreachable';
}
