/** The NIP-11 document. Says what the relay really does: NIPs and limits come from the code that holds them. */
import type { RelayLimits } from './limits.ts';
import type { RelayPolicy } from './policy.ts';

export interface RelayInfo {
  readonly name?: string;
  readonly description?: string;
  readonly contact?: string;
  readonly icon?: string;
  /** The practice root. */
  readonly pubkey?: string;
  /** The relay's own key: access lists are encrypted to it. */
  readonly self?: string;
  readonly version?: string;
}

export const supportedNips: readonly number[] = [1, 9, 11, 40, 42, 45, 59, 67, 70];

export function relayInfo(
  info: RelayInfo,
  limits: RelayLimits,
  policy: RelayPolicy,
): Record<string, unknown> {
  const required = policy.auth === 'required';
  return {
    name: 'Keychart relay',
    description: 'A relay for an encrypted health record.',
    software: 'keychart',
    version: '0.1.0',
    ...info,
    // A practice keeps records for good: deletion requests (NIP-09) are an open relay's business.
    supported_nips: supportedNips.filter((nip) => nip !== 9 || !required),
    limitation: {
      max_message_length: limits.messageBytes,
      max_subscriptions: limits.subscriptions,
      max_limit: limits.page,
      default_limit: limits.page,
      max_subid_length: limits.subscriptionIdLength,
      max_event_tags: limits.tags,
      auth_required: required,
      payment_required: false,
      restricted_writes: required,
    },
  };
}
