/**
 * The way in for everything a relay sends: verified in batches, judged by the five reading checks, kept and
 * folded. What fails is kept apart with its reason, counted and shown. One batch at a time, in order.
 */
import { type NostrEvent, tagValue, type VerifiedEvent, verifyAll } from '@keychart/nostr';
import {
  ACCESS_EVENT,
  endOfMembership,
  isRecordKind,
  memberAt,
  opensForAll,
  PATIENT_INDEX,
  type PatientIndexEntry,
  parsePatientIndex,
  permissionsOf,
  recordChannel,
} from '@keychart/protocol';
import { type Channel, keptChannel } from '../../keys/channel.ts';
import { governanceKinds } from '../../keys/governance.ts';
import type { Person } from '../../record/person.ts';
import { readRecord } from '../../record/read-record.ts';
import type { StoredProblem, StoredRecord } from '../../record/stored-record.ts';
import { jsonPut } from '../../store/index.ts';
import { heldCompartments } from '../access/enrol.ts';
import { lentCharts } from '../access/lent-charts.ts';
import { wasFamily } from '../access/was-family.ts';
import { isAudit } from '../state/audit-book.ts';
import type { EngineContext } from '../state/context.ts';
import { indexBook, whyNotPlausible } from '../state/index-book.ts';
import type { IndexItem } from '../state/logs.ts';
import type { Torn } from '../state/torn-entry.ts';
import { endedAccess } from './ended-access.ts';
import { openWraps, problemOf as problem } from './open-wraps.ts';
import { unknownSenders } from './unknown-senders.ts';

export interface Intake {
  governance(events: readonly NostrEvent[]): Promise<void>;
  wraps(events: readonly NostrEvent[]): Promise<void>;
  index(events: readonly NostrEvent[]): Promise<void>;
  records(events: readonly NostrEvent[]): Promise<void>;
  /** Applies what the store or the relay gave: later entries of a patient win. */
  applyIndex(items: readonly IndexItem[]): void;
  /** An entry of ours that the relay refused and nobody wants any more: the patient is as the others have them. */
  dropIndex(eventId: string): void;
  applyRecords(records: readonly StoredRecord[]): void;
  /** Families: patients follow from grants. */
  applyGrants(): void;
  /** Families: a child whose grant has run out leaves this device's screens at that second, relay or not. */
  endAccess(): void;
  indexSize(): number;
  /** Patients whose newest entry was written by somebody who did not know what the others say. */
  torn(): readonly Torn[];
  /** When the patient's present key was first said, seconds. */
  keySince(ref: string): number;
  hasIndex(eventId: string): boolean;
  /** When the index entry in force was signed, seconds; 0 before there is one. */
  indexTime(ref: string): number;
}

type Link = Person['link'];
const sameLink = (a: Link, b: Link) => a?.mergedInto === b?.mergedInto && a?.statusAt === b?.statusAt;

const DATED_BACK = 'it came after its signer had been removed, and is dated back';
/** Seconds that the clocks of two devices may be apart. */
const CLOCKS = 900;
/** Patients between two breaths. */
const BREATH = 16;
const breath = () => new Promise((resolve) => setTimeout(resolve, 0));

export function intake(context: EngineContext): Intake {
  const { governance, channels, people, crypto, notifier } = context;
  let turn: Promise<unknown> = Promise.resolve();
  const index = indexBook();
  /** Charters or grants are in memory that the disk had no room for: written with the next that come. */
  let unsaved = false;
  const loans = lentCharts(context);
  const ending = endedAccess(context, loans, { inTurn, saveGovernance });
  const strangers = unknownSenders(() => governance.chain);
  /** Refused for now: a charter, grant or index entry still on its way may entitle them. Not kept on disk. */
  const waiting = new Map<string, VerifiedEvent>();

  /** Batches arrive from paging and from live subscriptions at once; each is finished before the next begins. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function verified(
    events: readonly NostrEvent[],
  ): Promise<{ good: VerifiedEvent[]; problems: StoredProblem[] }> {
    const answers = await verifyAll(crypto.verifier, events);
    const problems = events.flatMap((event, i) =>
      answers[i]
        ? []
        : [problem(event, 'signature', 'its signature does not fit its content', patientOf(event))],
    );
    return { good: answers.filter((event) => event !== undefined), problems };
  }

  /** By what the event itself says, which nobody vouches for: it decides where the problem is shown, nothing else. */
  function patientOf(event: NostrEvent): string | undefined {
    const Q = isRecordKind(event.kind) ? recordChannel(event) : undefined;
    return Q === undefined ? undefined : findChannel(Q, event)?.patientId;
  }

  /** What was refused for want of a charter, grant or patient is judged again when one arrives. */
  function reconsider(): void {
    const events = [...waiting.values()];
    if (events.length === 0) return;
    waiting.clear();
    for (const { id } of events) context.problems.delete(id);
    const isIndex = (event: NostrEvent) => event.kind === PATIENT_INDEX;
    const retry = async () => {
      await takeIndex(events.filter(isIndex));
      await takeRecords(events.filter((event) => !isIndex(event)));
    };
    inTurn(retry).catch(context.trouble);
  }

  const isPassing = ({ check }: StoredProblem) => check === 'authority' || check === 'counterparty';

  function keepWaiting(events: readonly VerifiedEvent[], problems: readonly StoredProblem[]): void {
    const passing = new Set(problems.filter(isPassing).map(({ id }) => id));
    for (const event of events) if (passing.has(event.id)) waiting.set(event.id, event);
  }

  function keepProblems(problems: readonly StoredProblem[]): void {
    for (const item of problems) {
      context.problems.set(item.id, item);
      if (item.patientId) notifier.changed(`patient:${item.patientId}`);
    }
    if (problems.length > 0) notifier.changed('status');
  }

  function saveGovernance() {
    return jsonPut(['governance'], { ...governance.state, relayKey: context.relayKey() });
  }

  async function takeGovernance(events: readonly NostrEvent[]): Promise<void> {
    const { good, problems } = await verified(events.filter(({ kind }) => governanceKinds.includes(kind)));
    if (governance.addEvents(good)) unsaved = true;
    const late = strangers.nowKnown();
    for (const { wrapId } of late) context.problems.delete(wrapId);
    if (governance.addGrants(late)) unsaved = true;
    if (unsaved || fresh(problems).length > 0) {
      await context.logs.add({ problems: fresh(problems), puts: [saveGovernance()] });
      unsaved = false;
      keepProblems(problems);
      for (const entry of index.rejudge(governance.chain ?? [])) show(entry);
      applyGrants();
      notifier.changed('status');
      notifier.changed('staff');
    }
  }

  async function takeWraps(events: readonly NostrEvent[]): Promise<void> {
    const unknown = events.filter(
      ({ id }) => !governance.hasWrap(id, context.now()) && !context.problems.has(id),
    );
    const { grants, problems, failed } = await openWraps(unknown, context.signer);
    const kept = strangers.known(grants);
    const strange = grants.flatMap(({ wrapId }) => {
      const event = kept.some((grant) => grant.wrapId === wrapId)
        ? undefined
        : unknown.find(({ id }) => id === wrapId);
      return event ? problem(event, 'authority', 'it was sent by nobody of this practice') : [];
    });
    keepProblems(strange);
    if (governance.addGrants(kept)) unsaved = true;
    if (unsaved || problems.length > 0) {
      await context.logs.add({ problems, puts: [saveGovernance()] });
      unsaved = false;
      keepProblems(problems);
      applyGrants();
      notifier.changed('status');
      notifier.changed('staff');
      notifier.changed('confidential');
    }
    if (failed) throw failed.error;
  }

  function applyGrants(): void {
    ending.end();
    const grants = governance.family(context.now());
    for (const grant of grants) {
      channels.addFamily(grant);
      const known = people.get(grant.id);
      if (known && sameLink(known.link, grant.link)) continue;
      notifier.changed(`patient:${people.survivorOf(grant.id)}`);
      people.put(grant.id, grant.P, known?.index, grant.link);
      ending.begun(grant.id);
      notifier.changed(`patient:${grant.id}`);
    }
    const lent = loans.byName();
    for (const { id, keys } of lent) {
      const P = keys.at(-1)?.P;
      if (P !== undefined && people.get(id)?.P !== P) people.put(id, P);
    }
    if (grants.length + lent.length > 0) notifier.changed('patients');
    reconsider();
  }

  async function takeIndex(events: readonly NostrEvent[]): Promise<void> {
    const { good, problems } = await verified(events.filter(({ id }) => !index.has(id) && isUnjudged(id)));
    const items: IndexItem[] = [];
    const complete = good.length > 0 ? await indexCompleteAt() : undefined;
    for (const event of good) {
      const item = isDatedBack(event, complete)
        ? problem(event, 'authority', DATED_BACK)
        : readIndexEntry(event);
      if ('check' in item) problems.push(item);
      else items.push(withDeskChannels(item));
      // A long list costs two point multiplications a patient; questions of the apps get their turn in between.
      if (items.length % BREATH === 0) await breath();
    }
    if (items.length + problems.length === 0) return;
    await context.logs.add({ index: items, problems: fresh(problems) });
    keepWaiting(good, problems);
    keepProblems(problems);
    // Attack: an entry that is refused for now, judged again because it was judged, would never let the device rest.
    if (items.length > 0) applyIndex(items);
    const strays = good.filter(({ id }) => index.isStray(id));
    keepProblems(strays.map((event) => problem(event, 'content', 'it gives a patient the id of another')));
  }

  async function indexCompleteAt(): Promise<number | undefined> {
    return ((await context.sealed.getJson(['sync', 'index'])) as { since: number } | undefined)?.since;
  }

  function readIndexEntry(event: VerifiedEvent): IndexItem | StoredProblem {
    const member = governance.chain && memberAt(governance.chain, event.pubkey, event.created_at);
    const may =
      member &&
      opensForAll(member, 'desk') &&
      permissionsOf(member).some((held) => ['write', 'schedule', 'admin'].includes(held));
    if (!may) return problem(event, 'authority', 'the signer may not change the patient index');
    const Q = recordChannel(event);
    const channel = channels.practiceWide('desk').find((candidate) => candidate.Q === Q);
    if (!channel) return problem(event, 'counterparty', 'it belongs to an epoch this key does not have');
    try {
      const content = crypto.nip44.decrypt(event.content, channel.key);
      const parsed = parsePatientIndex(content);
      const wrong = parsed.ok ? whyNotPlausible(parsed.value, event.created_at) : parsed.reason;
      if (wrong !== undefined) return problem(event, 'content', wrong);
      const d = event.tags.find((tag) => tag[0] === 'd')?.[1] ?? '';
      return { eventId: event.id, author: event.pubkey, at: event.created_at, d, content };
    } catch (error) {
      return problem(event, 'decryption', error instanceof Error ? error.message : String(error));
    }
  }

  function withDeskChannels(item: IndexItem): IndexItem {
    const parsed = parsePatientIndex(item.content);
    if (!parsed.ok) return item;
    const derived = channels.derive({ id: parsed.value.id, index: parsed.value }, ['desk']);
    return { ...item, channels: derived.map(keptChannel) };
  }

  function applyIndex(items: readonly IndexItem[]): void {
    for (const item of items) {
      const now = index.add(item, governance.chain ?? []);
      if (!now) continue; // was parsed before it was kept
      context.problems.delete(item.eventId);
      channels.restore(show(now), item.channels ?? []);
    }
    notifier.changed('patients');
    reconsider();
  }

  function show(entry: PatientIndexEntry) {
    // How many patients somebody has by name stands on the staff list.
    const before = people.get(entry.id)?.index?.named;
    if (JSON.stringify(before) !== JSON.stringify(entry.named)) notifier.changed('staff');
    notifier.changed(`patient:${people.survivorOf(entry.id)}`);
    notifier.changed(`patient:${entry.id}`);
    return people.put(entry.id, entry.P, entry);
  }

  function dropIndex(eventId: string): void {
    const dropped = index.drop(eventId, governance.chain ?? []);
    if (!dropped) return;
    const { id, present } = dropped;
    if (present) show(present);
    else people.drop(id);
    notifier.changed('patients');
    notifier.changed(`patient:${id}`);
  }

  async function takeRecords(events: readonly NostrEvent[]): Promise<void> {
    const unseen = events.filter((event) => !isKnown(event));
    if (unseen.length === 0 || !governance.chain) return;
    const { good, problems } = await verified(unseen);
    const records: StoredRecord[] = [];
    const passing = new Set<string>();
    for (const event of good) {
      if (findChannel(recordChannel(event) ?? '', event)?.passing) passing.add(event.id);
      const reading = readRecord(event, {
        chain: governance.chain,
        channel: (Q) => findChannel(Q, event),
        nip44: crypto.nip44,
        isFamily: (channel, author, at) => wasFamily(people, channel, author, at),
      });
      if (!reading.ok) problems.push(reading.problem);
      else if (
        event.kind !== ACCESS_EVENT &&
        isDatedBack(event, chartCompleteAt(event, reading.record.patientId))
      )
        problems.push(problem(event, 'authority', DATED_BACK, reading.record.patientId));
      else records.push(reading.record);
    }
    const kept = records.filter(({ id }) => !passing.has(id));
    for (const record of records) if (passing.has(record.id)) loans.passingRecord(record);
    const ids = new Set(kept.map(({ id }) => id));
    await context.logs.add({
      records: kept,
      problems: fresh(problems.filter(({ id }) => !passing.has(id))),
      events: good.filter(({ id }) => ids.has(id)),
    });
    keepWaiting(good, problems);
    keepProblems(problems);
    applyRecords(records);
  }

  /**
   * Attack: somebody removed signs a record dated to the time they belonged, and a relay that is not honest, or not
   * ours, hands it out. Where this chart (or the list of patients) was complete after they had gone, whatever of theirs comes later is new.
   */
  function isDatedBack(event: VerifiedEvent, complete: number | undefined): boolean {
    if (complete === undefined || !governance.chain || event.pubkey === context.me) return false;
    const ended = endOfMembership(governance.chain, event.pubkey, event.created_at, context.now());
    return ended !== undefined && complete > ended + CLOCKS;
  }

  /** A channel that was opened to this login a moment ago holds what is old and rightly comes now. */
  function chartCompleteAt(event: VerifiedEvent, patientId: string): number | undefined {
    const complete = context.completeAt.get(patientId);
    const Q = recordChannel(event) ?? '';
    const isRead = complete && (complete.channels.includes(Q) || isLaterOf(Q, complete.channels));
    return isRead ? complete.since : undefined;
  }

  /**
   * Attack: whoever had the secret of an epoch makes the keys of every generation in it, those that came to be after
   * they had gone too. Staff who read one generation of an epoch read all there were: another one is new.
   */
  function isLaterOf(Q: string, read: readonly string[]): boolean {
    const channel = channels.get(Q);
    if (channel?.side !== 'practice' || channel.passing || !people.get(channel.patientId ?? '')?.index)
      return false;
    const isSame = ({ c, n, patientId }: Channel) =>
      c === channel.c && n === channel.n && patientId === channel.patientId;
    return read.some((each) => {
      const known = channels.get(each);
      return known !== undefined && isSame(known);
    });
  }

  function findChannel(Q: string, event: NostrEvent) {
    const known = channels.get(Q);
    if (known) return known;
    // AuditEvents come from charts nobody has opened here, and in compartments not derived yet.
    if (event.kind === ACCESS_EVENT)
      return channels.search(Q, tagValue(event, 'pt'), people.all(), heldCompartments(context));
    // The desk channels of a long patient list are derived when the first record of one arrives.
    for (const person of people.all()) channels.derive(person, ['desk']);
    return channels.get(Q);
  }

  /** Attack: a forgery under the id of a real event would keep the real one out for ever. */
  const isUnjudged = (id: string) => (context.problems.get(id)?.check ?? 'signature') === 'signature';

  function isKnown(event: NostrEvent): boolean {
    if (!isUnjudged(event.id)) return true;
    if (event.kind === ACCESS_EVENT) return context.audit.has(event.id);
    const patientId = channels.get(recordChannel(event) ?? '')?.patientId;
    return patientId !== undefined && (people.get(patientId)?.records.has(event.id) ?? false);
  }

  function applyRecords(records: readonly StoredRecord[]): void {
    const byPatient = new Map<string, StoredRecord[]>();
    for (const record of records) {
      if (context.problems.delete(record.id)) notifier.changed('status');
      if (isAudit(record)) {
        context.audit.add([record]);
        notifier.changed('audit');
        continue;
      }
      const group = byPatient.get(record.patientId);
      if (group) group.push(record);
      else byPatient.set(record.patientId, [record]);
    }
    for (const [id, group] of byPatient) {
      people.get(id)?.records.add(group);
      notifier.changed(`patient:${id}`);
      if (group.some(({ kind }) => kind === 2110)) {
        people.touch(id);
        notifier.changed('patients');
      }
    }
  }

  /** What goes to disk: final, and not there yet. */
  const fresh = (problems: readonly StoredProblem[]) =>
    problems.filter((item) => !isPassing(item) && !context.problems.has(item.id));

  return {
    governance: (events) => inTurn(() => takeGovernance(events)),
    wraps: (events) => inTurn(() => takeWraps(events)),
    index: (events) => inTurn(() => takeIndex(events)),
    records: (events) => inTurn(() => takeRecords(events)),
    applyIndex,
    dropIndex,
    applyRecords,
    applyGrants,
    endAccess: ending.end,
    indexSize: () => index.size,
    hasIndex: (id) => index.has(id),
    indexTime: (ref) => index.timeOf(ref),
    torn: () => index.torn(),
    keySince: index.keySince,
  };
}
