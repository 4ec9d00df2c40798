/**
 * ChannelAccess (30210): which keys beside the staff may read a channel, and which compartment and epoch it
 * is. Addressed to the relay's own key: members write it, the relay alone reads it.
 */
import * as z from 'zod/mini';
import { compartment, epochNumber, hex32, type Parsed, parseJson, seconds } from './shapes.ts';

const readerSchema = z.object({
  pk: hex32,
  until: z.optional(seconds),
  write: z.optional(z.boolean()),
  /** Reads while the charter has them as a member, and not a second longer, whatever else this list says. */
  member: z.optional(z.boolean()),
});

const channelAccessSchema = z.object({
  c: compartment,
  n: epochNumber,
  readers: z.array(readerSchema).check(z.maxLength(64)),
  /** A retired channel is read, never written. */
  state: z.enum(['active', 'retired']),
});

export type ChannelReader = z.infer<typeof readerSchema>;
export type ChannelAccess = z.infer<typeof channelAccessSchema>;

export function parseChannelAccess(plaintext: string): Parsed<ChannelAccess> {
  return parseJson(channelAccessSchema, plaintext, 'channel access');
}

export function channelAccessContent(access: ChannelAccess): string {
  return JSON.stringify(z.parse(channelAccessSchema, access));
}

/** Template parts of the event; `content` is `channelAccessContent` encrypted to the relay's key. */
export function channelAccessTags(Q: string, relayKey: string): string[][] {
  return [
    ['d', Q],
    ['p', relayKey],
  ];
}

/** The entries that let `pubkey` read at that second. Reading ends at `until` itself. */
export function readersAt(access: ChannelAccess, pubkey: string, at: number): readonly ChannelReader[] {
  return access.readers.filter(
    (reader) => reader.pk === pubkey && (reader.until === undefined || at < reader.until),
  );
}
