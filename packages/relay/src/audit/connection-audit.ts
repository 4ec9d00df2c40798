/** What one connection tells the log of the server. */
import type { Filter } from '@keychart/nostr';
import type { Peer } from '../policy.ts';
import type { Audit, Happening } from './happening.ts';

type Refused = Extract<Happening, { what: 'refused' }>;

export interface ConnectionAudit {
  /** Before the key is added to those it has proved to hold. */
  authenticated(key: string): void;
  queried(how: 'REQ' | 'COUNT', filters: readonly Filter[], served: number): void;
  refused(how: Refused['how'], reason: string, kind?: number): void;
  /** One more event for a subscription; told when `tellDelivered` is called, not for each. */
  delivered(): void;
  tellDelivered(): void;
  closed(code: number, reason: string): void;
}

export function connectionAudit(
  audit: Audit,
  peer: Peer & { readonly number: number },
  now: () => number,
): ConnectionAudit {
  const connection = peer.number;
  const openedAt = now();
  let delivered = 0;
  const keys = () => [...peer.pubkeys];
  audit({ what: 'opened', connection, from: peer.address });

  function tellDelivered(): void {
    if (delivered === 0) return;
    audit({ what: 'delivered', connection, keys: keys(), events: delivered });
    delivered = 0;
  }

  return {
    authenticated: (key) => {
      if (!peer.pubkeys.has(key)) audit({ what: 'authenticated', connection, key });
    },
    queried: (how, filters, served) => {
      audit({ what: 'queried', connection, keys: keys(), how, filters, served });
    },
    refused: (how, reason, kind) => {
      const about = { connection, keys: keys(), how, reason };
      audit({ what: 'refused', ...about, ...(kind !== undefined && { kind }) });
    },
    delivered: () => {
      delivered += 1;
    },
    tellDelivered,
    closed: (code, reason) => {
      tellDelivered();
      const seconds = Math.max(0, now() - openedAt);
      audit({ what: 'closed', connection, keys: keys(), from: peer.address, code, reason, seconds });
    },
  };
}
