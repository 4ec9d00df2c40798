/**
 * Anybody reads and writes any valid event: for benchmarks, conformance suites and other Nostr software on the
 * same machine. It answers loopback addresses only, because nothing in it protects anybody.
 */
import { isProtected } from './nip70.ts';
import type { Peer, RelayPolicy } from './policy.ts';

const EVERYTHING = { sees: () => true, expiresAt: Number.POSITIVE_INFINITY };

export function openPolicy(): RelayPolicy {
  return {
    name: 'open',
    auth: 'optional',
    wholeSeconds: false,
    load: () => undefined,
    mayConnect: (address) =>
      isLoopback(address) ? undefined : 'restricted: this relay serves only its own machine',
    mayTalk: () => undefined,
    mayWrite: (event, peer: Peer) => {
      // NIP-70: otherwise anybody could republish what its author wanted to keep on one relay.
      if (!isProtected(event) || peer.pubkeys.has(event.pubkey)) return undefined;
      return 'auth-required: a protected event is taken from its author only';
    },
    scope: () => EVERYTHING,
    governs: () => false,
    governed: () => undefined,
    nextDeadline: () => undefined,
  };
}

export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || /^127\.\d+\.\d+\.\d+$/.test(plain);
}
