/** The live subscriptions of a chart, each under a name: asked for anew only where what they ask for has changed. */
import type { Filter, NostrEvent, RelayClient, RelaySubscription } from '@keychart/nostr';
import type { Channel } from '../../keys/channel.ts';

type Take = (events: readonly NostrEvent[]) => Promise<void>;

/** Replaces the subscription of this name only when what it asks for has changed. */
export type Listen = (name: string, filters: readonly Filter[], take: Take) => void;

export interface LiveSubscriptions {
  readonly listen: Listen;
  close(): void;
}

/** @param failed hears what went wrong, which nobody waits for. */
export function liveSubscriptions(client: RelayClient, failed: (error: unknown) => void): LiveSubscriptions {
  const live = new Map<string, { subscription: RelaySubscription; signature: string }>();

  const listen: Listen = (name, filters, take) => {
    const signature = JSON.stringify(filters);
    const known = live.get(name);
    if (known?.signature === signature) return;
    // No `since`: what arrives now may be dated last week (written offline) or two days ago (a gift wrap).
    const fresh = filters.map((filter) => ({ ...filter, limit: 0 }));
    const subscription = client.subscribe(fresh, {
      // Verification, keeping and folding happen in the intake's own turn; its failures end in the status.
      onEvent: (event) => void take([event]).catch(failed),
      onClosed: (reason) => {
        if (live.get(name)?.subscription === subscription) live.delete(name);
        // Somebody with no access any more hears it of the connection itself. Anything else would be a screen that
        // says "Live" and hears nothing.
        if (!reason.startsWith('restricted:')) failed(new Error(`live updates ended: ${reason}`));
      },
    });
    // The new one first, so that nothing falls between the two.
    known?.subscription.close();
    live.set(name, { subscription, signature });
  };

  return {
    listen,
    close() {
      for (const { subscription } of live.values()) subscription.close();
      live.clear();
    },
  };
}

/**
 * Where something new can still come: the present epoch and generation of each compartment and, while a change is on its
 * way, the ones before. The relay takes nothing in older ones, of which a practice has hundreds after some years, and
 * bounds what one subscription may name.
 */
export function liveChannels(channels: readonly Pick<Channel, 'c' | 'n' | 'g' | 'Q'>[]): readonly string[] {
  const newest = new Map<string, { n: number; g: number }>();
  for (const { c, n, g } of channels) {
    const known = newest.get(c) ?? { n, g };
    newest.set(c, { n: Math.max(n, known.n), g: Math.max(g, known.g) });
  }
  return channels
    .filter(({ c, n, g }) => n >= newest.get(c)!.n - 1 && g >= newest.get(c)!.g - 1)
    .map(({ Q }) => Q);
}
