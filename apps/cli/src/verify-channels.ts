/** The access lists of all channels, opened with the relay's key: which compartment a channel is, who writes in it. */
import { getConversationKey, tagValue, type VerifiedEvent } from '@keychart/nostr';
import { nodeNip44 } from '@keychart/nostr/node';
import { CHANNEL_ACCESS, type ChannelAccess, parseChannelAccess } from '@keychart/protocol';

export interface AccessLists {
  /** By event id; a string says why it could not be read. */
  readonly ofEvent: ReadonlyMap<string, ChannelAccess | string>;
  /** The oldest list of each channel fixes its compartment and epoch: nobody may change them later. */
  readonly ofChannel: ReadonlyMap<string, readonly ListedAccess[]>;
}

/** `at`: when the list was signed, seconds. */
export type ListedAccess = ChannelAccess & { readonly at: number };

export function readAccessLists(events: readonly VerifiedEvent[], relaySecret: Uint8Array): AccessLists {
  const ofEvent = new Map<string, ChannelAccess | string>();
  const ofChannel = new Map<string, ListedAccess[]>();
  const keys = new Map<string, ReturnType<typeof getConversationKey>>();
  const lists = events.filter(({ kind }) => kind === CHANNEL_ACCESS);
  for (const event of [...lists].sort((a, b) => a.created_at - b.created_at || (a.id < b.id ? 1 : -1))) {
    const key = keys.get(event.pubkey) ?? getConversationKey(relaySecret, event.pubkey);
    keys.set(event.pubkey, key);
    const access = open(event.content, key);
    ofEvent.set(event.id, access);
    const channel = tagValue(event, 'd') ?? '';
    if (typeof access === 'string') continue;
    ofChannel.set(channel, [...(ofChannel.get(channel) ?? []), { ...access, at: event.created_at }]);
  }
  for (const key of keys.values()) key.fill(0);
  return { ofEvent, ofChannel };
}

function open(content: string, key: ReturnType<typeof getConversationKey>): ChannelAccess | string {
  try {
    const parsed = parseChannelAccess(nodeNip44.decrypt(content, key));
    return parsed.ok ? parsed.value : parsed.reason;
  } catch {
    return 'the access list is not encrypted to this relay';
  }
}
