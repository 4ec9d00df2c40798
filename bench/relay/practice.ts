// The practice of the relay benchmark: one doctor, channels with readers, records of about 1.5 KB. Everything is
// derived from fixed secrets, so that the relay's process and the client's agree without talking.
import { randomBytes } from 'node:crypto';
import { encrypt, finalizeEvent, getConversationKey, getPublicKey, type NostrEvent } from '@keychart/nostr';
import { nativeSecp256k1 } from '@keychart/nostr/node';
import {
  CHANNEL_ACCESS,
  CHARTER,
  channelAccessContent,
  channelAccessTags,
  charterContent,
} from '@keychart/protocol';

const secret = (n: number) => new Uint8Array(32).fill(n);
export const rootSecret = secret(1);
export const doctorSecret = secret(2);
export const relaySecret = secret(3);
export const readerSecret = secret(4);
export const root = getPublicKey(rootSecret);
export const doctor = getPublicKey(doctorSecret);
export const reader = getPublicKey(readerSecret);

export const CHANNELS = 200;
export const PER_CHANNEL = 500;
export const channel = (n: number): string => getPublicKey(new Uint8Array(32).fill(5).fill(n + 1, 28, 32));
const patient = getPublicKey(secret(6));
const began = Math.floor(Date.now() / 1000) - 86_400;

export const sign = nativeSecp256k1()?.finalize ?? finalizeEvent;

export function governance(): NostrEvent[] {
  const charter = sign(
    {
      kind: CHARTER,
      created_at: began,
      tags: [['-']],
      content: charterContent({
        v: 1,
        seq: 0,
        admins: [doctor],
        approvals: 0,
        roster: [{ pk: doctor, role: 'doctor', from: began }],
        compartments: { clin: { epoch: 1 } },
        nextRoot: '0'.repeat(64),
      }),
    },
    rootSecret,
  );
  const self = getPublicKey(relaySecret);
  const key = getConversationKey(doctorSecret, self);
  const lists = Array.from({ length: CHANNELS }, (_, n) =>
    sign(
      {
        kind: CHANNEL_ACCESS,
        created_at: began + 1,
        tags: channelAccessTags(channel(n), self),
        content: encrypt(
          channelAccessContent({ c: 'clin', n: 1, readers: [{ pk: reader }], state: 'active' }),
          key,
        ),
      },
      doctorSecret,
    ),
  );
  return [charter, ...lists];
}

/** A record of 1.5 KB of JSON as it goes over the wire. */
export function record(Q: string, created_at = Math.floor(Date.now() / 1000)): NostrEvent {
  return sign(
    {
      kind: 2113,
      created_at,
      tags: [
        ['p', Q],
        ['p', patient],
        ['pt', '38f8c0cb-6aea-8ee1-9f04-bc0ce6ac009c'],
        ['patient-content', randomBytes(330).toString('base64')],
      ],
      content: randomBytes(330).toString('base64'),
    },
    doctorSecret,
  );
}

/** What fills the store before measuring: not signed, since it does not come in over a socket. */
export function* archive(): Iterable<NostrEvent> {
  const template = record(channel(0));
  for (let n = 0; n < CHANNELS * PER_CHANNEL; n++) {
    const tags = template.tags.map((tag) => [...tag]);
    (tags[0] as string[])[1] = channelNames[n % CHANNELS] as string;
    yield {
      ...template,
      tags,
      id: randomBytes(32).toString('hex'),
      created_at: began + 10 + Math.floor(n / 2),
      content: randomBytes(330).toString('base64'),
    };
  }
}
const channelNames = Array.from({ length: CHANNELS }, (_, n) => channel(n));
