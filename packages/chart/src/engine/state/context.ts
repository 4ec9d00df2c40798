/** What the parts of an open chart share. Made once by `openChart`; nothing in here outlives `lock()`. */
import type { RelayClient, Signer } from '@keychart/nostr';
import type { LoadState, PatientId } from '../../api/chart.ts';
import type { ChartCrypto } from '../../crypto.ts';
import type { ChannelBook } from '../../keys/channel-book.ts';
import type { Governance } from '../../keys/governance.ts';
import type { StoredProblem } from '../../record/stored-record.ts';
import type { SealedStore } from '../../store/index.ts';
import type { AuditBook } from './audit-book.ts';
import type { EngineClock } from './clock.ts';
import type { Logs } from './logs.ts';
import type { Notifier } from './notifier.ts';
import type { Outbox } from './outbox.ts';
import type { People } from './people.ts';
import type { PresentAccess } from './present-access.ts';

/** What watchers wait for: the status, the patient list, the staff, the access log, or one patient. */
export type Topic = 'status' | 'staff' | 'patients' | 'audit' | 'confidential' | `patient:${PatientId}`;

export interface EngineContext {
  readonly me: string;
  readonly root: string;
  /** The relay's own key, to which channel access lists are addressed; `undefined` until it was ever asked. */
  readonly relayKey: () => string | undefined;
  readonly signer: Signer;
  readonly crypto: ChartCrypto;
  readonly sealed: SealedStore;
  /** Seconds. */
  readonly now: () => number;
  readonly clock: Pick<EngineClock, 'off' | 'sure'>;
  readonly client: RelayClient;
  readonly governance: Governance;
  readonly channels: ChannelBook;
  readonly people: People;
  readonly present: PresentAccess;
  readonly outbox: Outbox;
  readonly audit: AuditBook;
  readonly logs: Logs;
  readonly problems: Map<string, StoredProblem>;
  readonly notifier: Notifier<Topic>;
  /** How much of each opened chart is here. */
  readonly loading: Map<PatientId, LoadState>;
  /**
   * Everything the relay held of this chart in these channels (Q) at that time (seconds) is here. Absent before that was
   * ever so.
   */
  readonly completeAt: Map<PatientId, { readonly since: number; readonly channels: readonly string[] }>;
  /** Something went wrong that is nobody's answer: shown in the status. */
  readonly trouble: (error: unknown) => void;
}
