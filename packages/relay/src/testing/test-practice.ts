/** For tests: a practice with one person of each kind, two patients with all channels, and events of every class. */
import {
  encrypt,
  generateSecretKey,
  getConversationKey,
  getPublicKey,
  type NostrEvent,
} from '@keychart/nostr';
import {
  AUDIT_HEAD,
  CHANNEL_ACCESS,
  CHARTER,
  type ChannelAccess,
  type CharterBody,
  channelAccessContent,
  channelAccessTags,
  charterContent,
  EPOCH_LINK,
  GIFT_WRAP,
  PATIENT_INDEX,
  type Role,
  rootCommitment,
  type ServiceScope,
  STAFF_DIRECTORY,
  serviceScopes,
} from '@keychart/protocol';
import type { Audit } from '../audit/happening.ts';
import type { RelayLimits } from '../limits.ts';
import { practicePolicy } from '../practice/practice-policy.ts';
import { seconds, signed, startTestRelay, type TestKey, type TestRelay, testKey } from './test-client.ts';

export const staffRoles = ['admin', 'doctor', 'nurse', 'assistant', 'frontdesk', 'biller', 'agent'] as const;
export const compartments = ['desk', 'clin', 'msg', 'sens'] as const;
export type CompartmentName = (typeof compartments)[number];
export const people = [
  ...staffRoles,
  'patientA',
  'guardianA',
  'patientB',
  'formerGuardian',
  'expired',
  'removed',
  'stranger',
  // Members for named patients only, all of patient A: with a list that names them, with none, with one that has
  // run out, and off the charter though the lists still name them.
  'locum',
  'locumWithout',
  'locumExpired',
  'locumRemoved',
  // Broken glass of A's confidential part: open now, and over; before it they are as any assistant.
  'glassNow',
  'glassOver',
  // Service agents: billing reads the desk, the next desk and charts without the links to what was before, the last
  // desk and chart of patient A only.
  'billingAgent',
  'freshAgent',
  'namedAgent',
] as const;
export type Person = (typeof people)[number];

/** One record kind that belongs into each compartment. */
export const kindOf = { desk: 2110, clin: 2113, msg: 2117, sens: 2114 } as const;

export interface TestPractice extends TestRelay {
  readonly root: TestKey;
  readonly successor: TestKey;
  /** The relay's own key. */
  readonly self: TestKey;
  readonly keys: Record<Person, TestKey>;
  readonly channel: Record<'A' | 'B', Record<CompartmentName, string>>;
  readonly deskChannel: string;
  readonly charter: NostrEvent;
  nextCharter(by: TestKey, patch: Partial<CharterBody>): NostrEvent;
  access(channel: string, list: Partial<ChannelAccess>, by?: TestKey, at?: number): NostrEvent;
  /** Publishes inside the process and expects it to be taken. */
  put(event: NostrEvent): Promise<NostrEvent>;
}

const randomChannel = () => getPublicKey(generateSecretKey());

export async function startTestPractice(
  options: { path?: string; start?: number; limits?: Partial<RelayLimits>; audit?: Audit } = {},
): Promise<TestPractice> {
  const keys = Object.fromEntries(people.map((name) => [name, testKey()])) as Record<Person, TestKey>;
  const [root, successor] = [testKey(), testKey()];
  const relay = testKey();
  const self = relay.pk;
  const began = options.start ?? seconds() - 3600;
  const it = await startTestRelay({
    policy: practicePolicy({ root: root.pk, secretKey: relay.secret }),
    ...(options.path !== undefined && { path: options.path }),
    ...(options.limits && { limits: options.limits }),
    ...(options.audit && { audit: options.audit }),
  });
  const put = async (event: NostrEvent) => {
    const result = await it.relay.publish(event);
    if (!result.accepted) throw new Error(`kind ${event.kind}: ${result.reason}`);
    return event;
  };
  const member = (person: Person, role: Role, to?: number) => ({
    pk: keys[person].pk,
    role,
    from: began,
    ...(to !== undefined && { to }),
  });
  let body: CharterBody = {
    v: 1,
    seq: 0,
    admins: [keys.admin.pk],
    approvals: 0,
    roster: [
      ...staffRoles.map((role) => member(role, role)),
      member('expired', 'doctor', seconds() - 60),
      member('removed', 'doctor'),
      { ...member('locum', 'doctor'), named: true },
      { ...member('locumWithout', 'doctor'), named: true },
      { ...member('locumExpired', 'doctor'), named: true },
      { ...member('locumRemoved', 'doctor'), named: true },
      member('glassNow', 'assistant'),
      member('glassOver', 'assistant'),
      { ...member('billingAgent', 'agent'), ...lists(serviceScopes.billing) },
      { ...member('freshAgent', 'agent'), ...lists(serviceScopes.fhir), noHistory: true },
      { ...member('namedAgent', 'agent'), ...lists(serviceScopes.fhir), named: true },
    ],
    compartments: Object.fromEntries(compartments.map((name) => [name, { epoch: 1 }])),
    nextRoot: rootCommitment(successor.pk),
  };
  let charter = await put(
    signed(root, { kind: CHARTER, created_at: began, tags: [['-']], content: charterContent(body) }),
  );
  const nextCharter = (by: TestKey, patch: Partial<CharterBody>) => {
    const next = { ...body, seq: body.seq + 1, prev: charter.id, ...patch };
    const event = signed(by, { kind: CHARTER, tags: [['-']], content: charterContent(next) });
    [body, charter] = [next, event];
    return event;
  };
  let stamp = began;
  const access = (channel: string, list: Partial<ChannelAccess>, by = keys.admin, at?: number) => {
    stamp += 1;
    const content = channelAccessContent({ c: 'clin', n: 1, readers: [], state: 'active', ...list });
    return signed(by, {
      kind: CHANNEL_ACCESS,
      created_at: at ?? stamp,
      tags: channelAccessTags(channel, self),
      content: encrypt(content, getConversationKey(by.secret, self)),
    });
  };
  const channel = { A: channels(), B: channels() };
  const deskChannel = randomChannel();
  await put(access(deskChannel, { c: 'desk' }));
  for (const name of compartments) {
    const readersOf = (...readers: ChannelAccess['readers']) => (name === 'sens' ? [] : readers);
    const asMember = (person: Person, more: Partial<ChannelAccess['readers'][number]>) => ({
      pk: keys[person].pk,
      member: true,
      ...more,
    });
    const write = name === 'msg';
    await put(
      access(channel.A[name], {
        c: name,
        readers: [
          ...readersOf(
            { pk: keys.patientA.pk, write },
            { pk: keys.guardianA.pk, write, until: seconds() + 86_400 },
            { pk: keys.formerGuardian.pk, write, until: seconds() - 5 },
          ),
          asMember('locum', { write: true, until: seconds() + 86_400 }),
          asMember('locumExpired', { write: true, until: seconds() - 5 }),
          asMember('locumRemoved', { write: true }),
          ...(name === 'desk' || name === 'clin' ? [asMember('namedAgent', { write: true })] : []),
          ...(name === 'sens'
            ? [
                asMember('glassNow', { until: seconds() + 86_400 }),
                asMember('glassOver', { until: seconds() - 5 }),
              ]
            : []),
        ],
      }),
    );
    await put(access(channel.B[name], { c: name, readers: readersOf({ pk: keys.patientB.pk, write }) }));
  }
  const gone = [keys.removed.pk, keys.locumRemoved.pk];
  await put(nextCharter(keys.admin, { roster: body.roster.filter(({ pk }) => !gone.includes(pk)) }));
  return {
    ...it,
    root,
    successor,
    self: relay,
    keys,
    channel,
    deskChannel,
    charter,
    nextCharter,
    access,
    put,
  };
}

/** A roster is written, a scope is not. */
function lists({ permissions, compartments: opened }: ServiceScope) {
  return { permissions: [...permissions], compartments: [...opened] };
}

function channels(): Record<CompartmentName, string> {
  return { desk: randomChannel(), clin: randomChannel(), msg: randomChannel(), sens: randomChannel() };
}

/** The relay's word about its log; of a random state of it. */
export function auditHead(it: TestPractice, by = it.self): NostrEvent {
  const hash = getPublicKey(generateSecretKey());
  const content = JSON.stringify({ seq: 1, hash, at: seconds(), entries: 1 });
  return signed(by, { kind: AUDIT_HEAD, tags: [['-']], content });
}

/** One event of each class that access distinguishes, by somebody who may write it. */
export function oneOfEach(it: TestPractice): Record<string, NostrEvent> {
  const { admin, doctor } = it.keys;
  const events: Record<string, NostrEvent> = {};
  const content = () => `x${Math.random()}`;
  for (const patient of ['A', 'B'] as const) {
    const P = it.keys[`patient${patient}`].pk;
    for (const name of compartments) {
      const tags = [['p', it.channel[patient][name]], ...(name === 'sens' ? [] : [['p', P]])];
      events[`${patient}.${name}`] = signed(doctor, { kind: kindOf[name], tags, content: content() });
    }
  }
  const d = String(Math.random());
  events.link = signed(admin, { kind: EPOCH_LINK, content: content() });
  events.list = it.access(randomChannel(), { c: 'desk' });
  events.head = auditHead(it);
  events.index = signed(admin, {
    kind: PATIENT_INDEX,
    tags: [
      ['d', d],
      ['p', it.deskChannel],
    ],
    content: content(),
  });
  events.directory = signed(admin, { kind: STAFF_DIRECTORY, tags: [['d', d]], content: content() });
  for (const person of people) {
    const tags = [['p', it.keys[person].pk]];
    events[`wrap.${person}`] = signed(testKey(), { kind: GIFT_WRAP, tags, content: content() });
  }
  return events;
}
