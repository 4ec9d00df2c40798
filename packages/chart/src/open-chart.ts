/**
 * Opens a chart store: sealed store, governance, patients, outbox and sync behind the one `Chart` interface.
 * Runs wherever its arguments do: in a browser's worker, in the importer, in an agent.
 */
import {
  connectRelay,
  npubEncode,
  parseNpub,
  type RelayClientOptions,
  RelayClosedError,
  type Signer,
} from '@keychart/nostr';
import { compartmentsOf, formatConnection, permissionsOf, STAFF_INVITATION } from '@keychart/protocol';
import type { Chart, Identity, LoadState, PatientId, StaffChange } from './api/chart.ts';
import type { ChartExtras } from './api/extras.ts';
import { type ChartCrypto, plainCrypto } from './crypto.ts';
import { type Audit, openAudit } from './engine/audit/audit.ts';
import { chartApi, type Trouble } from './engine/chart-api.ts';
import { breakingGlass, glassNote } from './engine/lent/break-glass.ts';
import { namedAccess } from './engine/lent/named-access.ts';
import { lockable } from './engine/lockable.ts';
import { listMending } from './engine/patients/mending.ts';
import { openInviting } from './engine/staff/inviting.ts';
import { openServices } from './engine/staff/services.ts';
import { openStaffing } from './engine/staff/staffing.ts';
import { auditBook } from './engine/state/audit-book.ts';
import { engineClock, type ServerTime } from './engine/state/clock.ts';
import type { EngineContext, Topic } from './engine/state/context.ts';
import { openLogs } from './engine/state/logs.ts';
import { notifier } from './engine/state/notifier.ts';
import { openOutbox } from './engine/state/outbox.ts';
import { people } from './engine/state/people.ts';
import { presentAccess } from './engine/state/present-access.ts';
import { intake } from './engine/sync/intake.ts';
import { NoAccessError, sync } from './engine/sync/sync.ts';
import { handOver, tended } from './engine/tended.ts';
import { openDrafts } from './engine/writing/drafts.ts';
import { writing } from './engine/writing/write.ts';
import { channelBook } from './keys/channel-book.ts';
import { type Governance, type GovernanceState, governance } from './keys/governance.ts';
import { jsonPut, openSealedStore, type Store } from './store/index.ts';

export interface OpenChartOptions {
  readonly signer: Signer;
  /** `root`: R, the practice's public key. `self`: the relay's own key, from its NIP-11 document. */
  readonly relay: { readonly url: string; readonly root: string; readonly self?: string };
  readonly store: Store;
  /** 32 bytes from the login. */
  readonly storeKey: Uint8Array;
  readonly crypto?: ChartCrypto;
  readonly WebSocket?: RelayClientOptions['WebSocket'];
  /** This device's clock, seconds. */
  readonly now?: () => number;
  /** How the server's clock is read; without it the device's is taken at its word. */
  readonly time?: {
    readonly known?: ServerTime;
    readonly ask: () => Promise<ServerTime | undefined>;
    /** Milliseconds of a clock that nobody can set. */
    readonly steady?: () => number;
  };
}

/** As the relay says it to a key that is not, or no longer, let in. */
const NO_ACCESS = 'no access to this practice';
/** Milliseconds. */
const SEND_AGAIN = 3_000;
const CATCH_UP_AGAIN = 5_000;
/** What locking waits for the last entry of the access log to be signed. */
const LAST_WORD = 1_000;
/** The longest a timer is set for: some platforms take no more than 24 days. */
const LONGEST_WAIT = 86_400_000;

/** Throws WrongKeyError, DamagedError or NewerFormatError where the store does not open. */
export async function openChart(options: OpenChartOptions): Promise<Chart & ChartExtras> {
  const { signer, relay } = options;
  const crypto = options.crypto ?? plainCrypto();
  const me = await signer.getPublicKey();
  const sealed = await openSealedStore(options.store, options.storeKey);
  const stored = (await sealed.getJson(['governance'])) as
    | (GovernanceState & { relayKey?: string })
    | undefined;
  const { time } = options;
  let clockChanged: () => void = () => undefined;
  const clock = engineClock({
    device: options.now ?? (() => Math.floor(Date.now() / 1000)),
    ...(time && {
      ask: async () => (client.state.status === 'offline' ? undefined : time.ask()),
      ...(time.known && { known: time.known }),
      ...(time.steady && { steady: time.steady }),
    }),
    seen: ((await sealed.getJson(['clock'])) as { seen: number } | undefined)?.seen ?? 0,
    onSeen: (seen) => void sealed.write({ puts: [jsonPut(['clock'], { seen })] }).catch(() => undefined),
    changed: () => clockChanged(),
  });
  const { now } = clock;
  const relayKey = relay.self ?? stored?.relayKey;
  const rules = governance(me, relay.root, crypto.nip44, stored ?? { events: [], grants: [] });
  // Once the practice lets this key in no more, what this device kept is on no screen, but for a patient's own chart.
  let shutOut = (await sealed.getJson(['shut-out'])) !== undefined;
  const persons = people(
    ({ index, P }) => (!shutOut || P === me) && (!index || rules.member(now()) !== undefined),
  );
  // What happens to a duplicate happens in the chart that shows it; where that is, a change of merges tells everybody.
  const topics = notifier<Topic>((topic) => {
    const id = topic.startsWith('patient:') ? topic.slice('patient:'.length) : undefined;
    const survivor = id === undefined ? undefined : persons.survivorOf(id);
    return survivor === undefined || survivor === id ? [] : [`patient:${survivor}`];
  });
  let trouble: Trouble | undefined;
  let audit: Audit | undefined;

  const patientChanged = (patientId: PatientId | undefined) => {
    if (patientId !== undefined) topics.changed(`patient:${patientId}`);
    topics.changed('status');
  };
  let dropIndex: (eventId: string) => void = () => undefined;
  const outbox = await openOutbox(sealed, (row) => {
    const { state } = outbox.delivery(row.event.id);
    const answer = outbox.waiting().find(({ event }) => event.id === row.event.id);
    if (state === 'refused' && answer) audit?.refused(answer);
    if (row.resourceType === 'AuditEvent') topics.changed('audit');
    // Whether an invitation is with the practice yet stands on the staff screen.
    if (row.event.kind === STAFF_INVITATION) topics.changed('staff');
    if (outbox.isDismissed(row.event.id)) dropIndex(row.event.id);
    patientChanged(row.patientId);
  });
  const client = connectRelay(relay.url, {
    signers: [signer],
    now,
    // What came while the connection was away is the catch-up's work, which counts; subscriptions only bridge it.
    overlap: 60,
    ...(options.WebSocket && { WebSocket: options.WebSocket }),
  });
  const context: EngineContext = {
    me,
    root: relay.root,
    relayKey: () => relayKey,
    signer,
    crypto,
    sealed,
    now,
    clock,
    client,
    governance: rules,
    channels: channelBook(rules, crypto.publicKey),
    people: persons,
    present: presentAccess(persons),
    outbox,
    audit: auditBook(),
    logs: openLogs(sealed),
    problems: new Map(),
    notifier: topics,
    loading: new Map<PatientId, LoadState>(),
    completeAt: new Map(),
    trouble(error) {
      const message = error instanceof Error ? error.message : String(error);
      trouble = { message, refused: error instanceof RelayClosedError || error instanceof NoAccessError };
      topics.changed('status');
    },
  };
  const incoming = intake(context);
  dropIndex = incoming.dropIndex;
  const syncing = sync(context, incoming);
  await syncing.load();
  if (relayKey && relayKey !== stored?.relayKey) {
    await sealed.write({ puts: [jsonPut(['governance'], { ...rules.state, relayKey })] });
  }

  let later: ReturnType<typeof setTimeout> | undefined;
  let catchUpLater: ReturnType<typeof setTimeout> | undefined;
  let resealed: Promise<void> = Promise.resolve();
  const deliver = () => {
    clearTimeout(later);
    if (client.state.status !== 'live') return;
    // The relay asked to wait, or this device had no room to keep its answer: a while later again.
    const sendAgain = () => {
      clearTimeout(later);
      const { unsent, audit: entries } = outbox.counts;
      if (unsent + entries.unsent > 0 && client.state.status === 'live')
        later = setTimeout(deliver, SEND_AGAIN);
    };
    // One at a time, or two would make the same records anew.
    resealed = resealed
      .then(write.reseal)
      .then(() => audit?.reseal())
      .catch(context.trouble);
    resealed
      .then(() => outbox.drain(client))
      .catch(context.trouble)
      .finally(sendAgain);
  };
  const onLive = () => {
    trouble = undefined;
    clearTimeout(catchUpLater);
    const caughtUp = syncing.catchUp().then(() => setShutOut(false));
    caughtUp.catch((error: unknown) => {
      if (client.state.status !== 'live') return;
      context.trouble(error);
      // The connection stands and something else failed (a full disk, an answer cut off): a while later again.
      if (!trouble?.refused) catchUpLater = setTimeout(onLive, CATCH_UP_AGAIN);
    });
    deliver();
  };
  /** What was opened is noted, and told to the relay where it listens: a store in memory forgets. */
  const lastWord = async () => {
    await audit?.flush();
    await resealed;
    if (client.state.status === 'live' && outbox.counts.audit.unsent > 0) await outbox.drain(client);
  };
  const write = writing(context, incoming, () => deliver());
  const named = namedAccess(context, write.publish);
  const staffing = await openStaffing(
    context,
    () => deliver(),
    async (change) => {
      if (!(await handOver(context, named, change, syncing.list.state === 'complete'))) return false;
      void audit?.note({ action: 'grant', detail: staffWords(change, rules) });
      return true;
    },
  );
  const log = await openAudit(context, incoming, write.announce, () => deliver());
  audit = log;
  void log.note({ action: 'login' });
  const inviting = openInviting(context, incoming, staffing, (what) => {
    void log.note({ action: 'grant', detail: what });
    deliver();
  });
  const glass = breakingGlass(context, {
    named,
    send: write.send,
    keep: (events) => incoming.wraps(events.filter(({ tags }) => tags.some(([, pk]) => pk === me))),
    log: (entry) => log.note(glassNote(entry)),
  });
  const tending = tended(context, named, listMending(context, write.publish, incoming));
  const endState = client.onState(({ status }) => {
    if (status === 'live') onLive();
    if (status !== 'offline') void clock.sure().catch(() => undefined);
    topics.changed('status');
  });
  if (client.state.status === 'live') onLive();
  const settle = () => void staffing.settle().then(inviting.settle).catch(context.trouble);
  topics.on('status', settle);
  topics.on('patients', () => staffing.view().pending && settle());
  // Refused for keys renewed before this device heard of it: the news of it makes it anew and sends it.
  topics.on('staff', () => {
    void log.flush();
    deliver();
  });
  topics.on('staff', settle);
  topics.on('patients', () => deliver());
  for (const topic of ['staff', 'patients', 'status', 'confidential'] as const)
    topics.on(topic, tending.look);

  clockChanged = () => {
    topics.changed('status');
    topics.changed('confidential');
    // What the wrong time had ended, or kept open.
    incoming.applyGrants();
    watchEnds();
    if (client.state.status === 'refused') client.reconnect();
    else if (client.state.status === 'live') onLive();
  };
  let ends: ReturnType<typeof setTimeout> | undefined;
  const tellAll = () => {
    for (const { id } of persons.all()) topics.changed(`patient:${id}`);
    topics.changed('patients');
  };
  /** The charter that ended a membership does not reach who it ended: the relay's refusal does. Kept over a restart. */
  const setShutOut = (is: boolean) => {
    if (shutOut === is) return;
    shutOut = is;
    const path = ['shut-out'];
    void sealed.write(is ? { puts: [jsonPut(path, true)] } : { deletes: [path] }).catch(context.trouble);
    tellAll();
  };
  topics.on('status', () => {
    const { state } = client;
    const told = state.status === 'refused' ? state.detail : trouble?.refused ? trouble.message : undefined;
    if (told?.includes(NO_ACCESS)) setShutOut(true);
  });
  let wasMember = rules.member(now()) !== undefined;
  /** Seconds at which somebody's time on the staff begins or ends by itself, or an invitation does. */
  const staffMoments = () => {
    const times = (rules.charter?.roster ?? []).flatMap(({ from, to = 0 }) => [from, to]);
    return [...times, ...inviting.ends()].filter((at) => at > now());
  };
  /** At the second at which the next access begins or ends, relay or not: a child's, one's own, a colleague's. */
  const watchEnds = () => {
    clearTimeout(ends);
    const member = rules.member(now());
    if (wasMember !== (member !== undefined)) {
      wasMember = !wasMember;
      tellAll();
    }
    const next = Math.min(
      ...staffMoments(),
      ...rules.family(now()).map(({ until }) => until ?? Number.POSITIVE_INFINITY),
      rules.nextLoanEnd(now()) ?? Number.POSITIVE_INFINITY,
    );
    if (next === Number.POSITIVE_INFINITY) return;
    const wait = Math.min((next - now()) * 1000, LONGEST_WAIT);
    ends = setTimeout(() => {
      clock.keep();
      incoming.endAccess();
      topics.changed('confidential');
      // Which looks for the next end.
      topics.changed('staff');
    }, wait);
  };
  topics.on('staff', watchEnds);
  watchEnds();
  const locked = lockedLater();
  const api = chartApi({
    context,
    sync: syncing,
    writing: write,
    staffing,
    services: openServices(context, relay.url, staffing, named),
    audit: log,
    inviting,
    named,
    glass,
    drafts: await openDrafts(sealed),
    deliver,
    trouble: () => trouble,
    identity: () => identity(context),
    connection: () =>
      formatConnection({ name: rules.directory?.practice.name ?? '', relay: relay.url, root: relay.root }),
    locked: locked.promise,
    async lock() {
      // What was opened is noted even by who locks at once, unless a signer elsewhere takes its time.
      await Promise.race([
        lastWord().catch(context.trouble),
        new Promise((resolve) => setTimeout(resolve, LAST_WORD)),
      ]);
      log.close();
      topics.end();
      locked.resolve();
      endState();
      clearTimeout(later);
      clearTimeout(ends);
      clock.close();
      tending.stop();
      clearTimeout(catchUpLater);
      syncing.close();
      await client.close();
      await sealed.lock();
      await options.store.close();
      signer.close();
      crypto.verifier.close();
    },
  });
  return lockable(api);
}

/** What was changed on the staff list, in words; read by staff only. */
function staffWords(change: StaffChange, { nameOf }: Governance): string {
  if (change.kind === 'policies') return 'The policies of the practice';
  if (change.kind === 'renew') return `New keys: ${change.compartments.join(', ')}`;
  const pk = parseNpub(change.npub);
  const name = 'name' in change ? change.name : typeof pk === 'string' ? (nameOf(pk) ?? '') : '';
  const role = 'role' in change ? `, ${change.role}` : '';
  return `Staff: ${change.kind} ${name}${role}`;
}

function lockedLater() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function identity({ me, governance: rules, now }: EngineContext): Identity {
  const member = rules.member(now());
  const name = rules.nameOf(me) ?? '';
  if (!member) {
    return { npub: npubEncode(me), name, kind: 'family', permissions: ['read'], compartments: [] };
  }
  return {
    npub: npubEncode(me),
    name,
    kind: 'staff',
    role: member.role,
    permissions: [...permissionsOf(member)],
    compartments: [...compartmentsOf(member)],
    ...(member.named && { namedPatients: true }),
  };
}
