/** The client's half of NIP-42 on one socket: every key answers the challenge, and waits for the relay's verdict. */
import { makeAuthTemplate } from '../nips/nip42.ts';
import { type TimerHandle, timers } from '../platform.ts';
import type { Signer } from '../signer.ts';

interface Verdict {
  accepted: boolean;
  message: string;
}

export interface RelayAuth {
  /**
   * The reasons of the keys that were not accepted. `send` returns false when the socket the challenge came from is
   * gone. Never rejects.
   */
  prove(challenge: string, send: (message: unknown[]) => boolean): Promise<string[]>;
  /** Takes an OK; returns whether it was the answer to one of ours. */
  answered(id: string, verdict: Verdict): boolean;
  /** The socket went away: nothing more is coming. */
  abandon(): void;
}

export function relayAuth(
  url: string,
  signers: readonly Signer[],
  now: () => number,
  timeout: number,
): RelayAuth {
  const waiting = new Map<string, (verdict: Verdict) => void>();

  function verdictOn(id: string): Promise<Verdict> {
    return new Promise((resolve) => {
      let limit: TimerHandle;
      const settle = (verdict: Verdict) => {
        timers.clearTimeout(limit);
        waiting.delete(id);
        resolve(verdict);
      };
      limit = timers.setTimeout(() => settle({ accepted: false, message: 'it did not answer' }), timeout);
      waiting.set(id, settle);
    });
  }

  /** Undefined when accepted, else the reason. */
  async function proveKey(
    signer: Signer,
    challenge: string,
    send: (message: unknown[]) => boolean,
  ): Promise<string | undefined> {
    try {
      const event = await signer.signEvent(makeAuthTemplate(url, challenge, now()));
      const verdict = verdictOn(event.id);
      if (!send(['AUTH', event]))
        waiting.get(event.id)?.({ accepted: false, message: 'the connection went away' });
      const { accepted, message } = await verdict;
      return accepted ? undefined : message || 'no reason given';
    } catch (error) {
      return `signing failed: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  return {
    async prove(challenge, send) {
      const reasons = await Promise.all(signers.map((signer) => proveKey(signer, challenge, send)));
      return reasons.filter((reason) => reason !== undefined);
    },
    answered(id, verdict) {
      const settle = waiting.get(id);
      settle?.(verdict);
      return settle !== undefined;
    },
    abandon() {
      for (const settle of [...waiting.values()])
        settle({ accepted: false, message: 'the connection went away' });
    },
  };
}
