/** NIP-11: what a relay says about itself over HTTP. */

export interface RelayLimitation {
  max_message_length?: number;
  max_subscriptions?: number;
  max_subid_length?: number;
  max_limit?: number;
  default_limit?: number;
  max_event_tags?: number;
  max_content_length?: number;
  min_pow_difficulty?: number;
  auth_required?: boolean;
  payment_required?: boolean;
  restricted_writes?: boolean;
  created_at_lower_limit?: number;
  created_at_upper_limit?: number;
}

export interface RelayInformation {
  name?: string;
  description?: string;
  icon?: string;
  banner?: string;
  /** Of the operator. */
  pubkey?: string;
  /** The relay's own key: what is encrypted to the relay is encrypted to this. */
  self?: string;
  contact?: string;
  software?: string;
  version?: string;
  supported_nips?: number[];
  limitation?: RelayLimitation;
}

const TEXTS = [
  'name',
  'description',
  'icon',
  'banner',
  'pubkey',
  'self',
  'contact',
  'software',
  'version',
] as const;

/** Takes the fields of known form out of freshly parsed JSON and leaves the rest. */
export function parseRelayInformation(value: unknown): RelayInformation | { error: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: 'the relay’s description is not a JSON object' };
  }
  const given = value as Record<string, unknown>;
  const information: RelayInformation = {};
  for (const name of TEXTS) {
    const text = given[name];
    if (typeof text === 'string') information[name] = text;
  }
  if (Array.isArray(given.supported_nips)) {
    information.supported_nips = given.supported_nips.filter((nip) => Number.isInteger(nip));
  }
  if (typeof given.limitation === 'object' && given.limitation !== null) {
    const known = Object.entries(given.limitation).filter(([, limit]) =>
      ['number', 'boolean'].includes(typeof limit),
    );
    information.limitation = Object.fromEntries(known);
  }
  return information;
}

/** What we use of `fetch`. */
export type FetchLike = (
  url: string,
  init: { headers: Record<string, string> },
) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;

/** Asks the relay at a ws(s) address. The error says what went wrong in words. */
export async function fetchRelayInformation(
  relayUrl: string,
  fetch: FetchLike,
): Promise<RelayInformation | { error: string }> {
  if (!/^wss?:\/\//i.test(relayUrl)) return { error: 'a relay address begins with wss:// (or ws://)' };
  try {
    const answer = await fetch(relayUrl.replace(/^ws/i, 'http'), {
      headers: { Accept: 'application/nostr+json' },
    });
    if (!answer.ok) return { error: `the relay answered ${answer.status}` };
    return parseRelayInformation(await answer.json());
  } catch (error) {
    return { error: `the relay cannot be asked: ${error instanceof Error ? error.message : String(error)}` };
  }
}
