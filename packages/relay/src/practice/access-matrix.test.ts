/**
 * The access rule of docs/protocol.md as a table: who × every way out, and who × every kind they may write.
 * Expectations are spelled out here and not taken from the code that is tested.
 */
import { generateSecretKey, getPublicKey, type NostrEvent } from '@keychart/nostr';
import { GIFT_WRAP } from '@keychart/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signed, type TestClient, type TestKey, testKey } from '../testing/test-client.ts';
import {
  type CompartmentName,
  compartments,
  oneOfEach,
  type Person,
  people,
  startTestPractice,
  type TestPractice,
} from '../testing/test-practice.ts';

const AUTH = /^auth-required: /;
const NO = /^restricted: /;
const all = (patient: string, names: readonly string[]) => names.map((name) => `${patient}.${name}`);
const both = (...names: string[]) => [...all('A', names), ...all('B', names)];
const staff = ['link', 'list', 'directory', 'head'];
const family = ['desk', 'clin', 'msg'];

/** What each may read of the classes of `oneOfEach`, beside the gift wrap to their own key. */
const reads: Record<Person | 'nobody', readonly string[] | RegExp> = {
  nobody: AUTH,
  stranger: NO,
  expired: NO,
  removed: NO,
  formerGuardian: NO,
  admin: [...both(...compartments), ...staff, 'index'],
  doctor: [...both(...compartments), ...staff, 'index'],
  nurse: [...both(...compartments), ...staff, 'index'],
  assistant: [...both('desk', 'clin', 'msg'), ...staff, 'index'],
  frontdesk: [...both('desk', 'msg'), ...staff, 'index'],
  biller: [...both('desk'), ...staff, 'index'],
  agent: staff,
  patientA: [...all('A', family), 'directory'],
  guardianA: [...all('A', family), 'directory'],
  patientB: [...all('B', family), 'directory'],
  locum: [...all('A', compartments), 'directory', 'head'],
  locumWithout: ['directory', 'head'],
  locumExpired: ['directory', 'head'],
  locumRemoved: NO,
  glassNow: [...both('desk', 'clin', 'msg'), 'A.sens', ...staff, 'index'],
  glassOver: [...both('desk', 'clin', 'msg'), ...staff, 'index'],
  billingAgent: [...both('desk'), ...staff, 'index'],
  namedAgent: [...all('A', ['desk', 'clin']), 'directory', 'head'],
  freshAgent: [...both('desk', 'clin'), ...staff.filter((name) => name !== 'link'), 'index'],
};

/** Where each kind may lie beside `sens`. */
const places: Record<number, CompartmentName[]> = {
  2107: ['clin', 'desk', 'msg'],
  2110: ['desk'],
  2117: ['msg'],
  2123: ['desk'],
  2124: ['clin', 'desk'],
};
const kinds = [2107, ...Array.from({ length: 17 }, (_, n) => 2110 + n)];
const placesOf = (kind: number) => [...(places[kind] ?? ['clin']), 'sens'];

const open4 = ['desk', 'clin', 'msg', 'sens'];
const assistant = [2107, 2110, 2113, 2115, 2116, 2117, 2122, 2123, 2124];
/** Kinds and compartments in which each may write. */
const writes: Record<Person, { kinds: readonly number[]; compartments: readonly string[] }> = {
  admin: { kinds: [2107, 2110, 2117, 2123, 2124], compartments: open4 },
  doctor: { kinds, compartments: open4 },
  nurse: { kinds: kinds.filter((kind) => kind !== 2118 && kind !== 2120), compartments: open4 },
  assistant: {
    kinds: assistant,
    compartments: ['desk', 'clin', 'msg'],
  },
  frontdesk: { kinds: [2107, 2110, 2117, 2123, 2124], compartments: ['desk', 'msg'] },
  biller: { kinds: [2107], compartments: ['desk'] },
  agent: { kinds: [], compartments: [] },
  patientA: { kinds: [2117], compartments: ['msg'] },
  guardianA: { kinds: [2117], compartments: ['msg'] },
  patientB: { kinds: [], compartments: [] },
  formerGuardian: { kinds: [], compartments: [] },
  expired: { kinds: [], compartments: [] },
  removed: { kinds: [], compartments: [] },
  stranger: { kinds: [], compartments: [] },
  locum: { kinds, compartments: open4 },
  locumWithout: { kinds: [], compartments: [] },
  locumExpired: { kinds: [], compartments: [] },
  locumRemoved: { kinds: [], compartments: [] },
  // Reading only: what they open by their role they write as before.
  glassNow: { kinds: assistant, compartments: ['desk', 'clin', 'msg'] },
  glassOver: { kinds: assistant, compartments: ['desk', 'clin', 'msg'] },
  billingAgent: { kinds: [2107], compartments: ['desk'] },
  freshAgent: { kinds: [2107], compartments: ['desk', 'clin'] },
  // That it read, and nothing else, whatever its entry on the list says.
  namedAgent: { kinds: [2107], compartments: ['desk', 'clin'] },
};

let it: TestPractice;
let stored: Record<string, NostrEvent>;
const clients = new Map<string, TestClient>();
beforeAll(async () => {
  it = await startTestPractice();
  stored = oneOfEach(it);
  for (const [name, event] of Object.entries(stored)) await store(name, event);
  clients.set('nobody', await it.connect());
  for (const person of people) clients.set(person, await it.connect(it.keys[person]));
});
afterAll(() => it.stop());

/** A gift wrap's key is nobody's: it is sent over a member's connection. */
async function store(name: string, event: NostrEvent): Promise<void> {
  if (!name.startsWith('wrap.')) return void (await it.put(event));
  const client = await it.connect(it.keys.biller);
  expect(await client.publish(event)).toEqual([true, '']);
  client.socket.close();
}

function expected(person: string): Set<string> | RegExp {
  const entry = reads[person as Person];
  return entry instanceof RegExp ? entry : new Set([...entry, `wrap.${person}`]);
}

describe.each(['nobody', ...people])('%s', (person) => {
  const client = () => clients.get(person) as TestClient;
  const may = expected(person);

  test.each(Object.keys(reads).length > 0 ? ['kind and channel', 'ids', 'author'] : [])(
    'REQ and COUNT by %s',
    async (way) => {
      for (const [name, event] of Object.entries(stored)) {
        const p = event.tags.find((tag) => tag[0] === 'p')?.[1];
        const filter =
          way === 'ids'
            ? { ids: [event.id] }
            : way === 'author'
              ? { authors: [event.pubkey], kinds: [event.kind], ...(p && { '#p': [p] }) }
              : { kinds: [event.kind], ...(p && { '#p': [p] }) };
        const answer = await client().request(filter);
        const count = await client().count(filter);
        if (may instanceof RegExp) {
          expect(answer.closed, `${name} ${JSON.stringify(filter)}`).toMatch(may);
          expect(count).toMatch(may);
          expect(answer.events).toEqual([]);
        } else {
          const got = answer.events.some((found) => found.id === event.id);
          expect(got, `${name} ${JSON.stringify(filter)}`).toBe(may.has(name));
          expect(count, `count of ${name}`).toBe(answer.events.length);
          if (!may.has(name) && way === 'ids') expect(count).toBe(0);
        }
      }
    },
  );

  test('REQ and COUNT of everything', async () => {
    const answer = await client().request({});
    if (may instanceof RegExp) {
      expect(answer.closed).toMatch(may);
      expect(await client().count({})).toMatch(may);
      return;
    }
    const names = new Map(Object.entries(stored).map(([name, event]) => [event.id, name]));
    const got = new Set(
      answer.events.map((event) => names.get(event.id)).filter((name) => name !== undefined),
    );
    expect(got).toEqual(may);
    expect(answer.complete).toBe(true);
    expect(await client().count({})).toBe(answer.events.length);
    for (const event of answer.events) {
      if (event.kind === GIFT_WRAP) expect(event.tags[0]?.[1]).toBe(it.keys[person as Person].pk);
    }
  });

  test('writing each kind in each compartment', async () => {
    for (const kind of [...kinds, 5, 62, 1, 0, 3, 4, 13, 2099, 2100, 2101, 2104, 2108, 22242, 30000]) {
      for (const name of compartments) {
        const key = person === 'nobody' ? testKey() : it.keys[person as Person];
        const event = signed(key, { kind, tags: [['p', it.channel.A[name]]] });
        const [accepted, message] = await client().publish(event);
        const where = `${person} writes ${kind} in ${name}: ${message}`;
        if (person === 'nobody') {
          expect(message, where).toMatch(AUTH);
          continue;
        }
        const entry = writes[person as Person];
        const allowed =
          entry.kinds.includes(kind) && entry.compartments.includes(name) && placesOf(kind).includes(name);
        expect(accepted, where).toBe(allowed);
        if (!allowed) expect(message, where).toMatch(/^(restricted|blocked): /);
      }
    }
  });
});

/** Whose entries of their own reading are taken, beside staff who write 2107 there anyway. */
const notes: Partial<Record<Person, readonly CompartmentName[]>> = {
  patientA: ['desk'],
  guardianA: ['desk'],
};
const note = (by: TestKey, Q: string, more: Partial<NostrEvent> = {}) =>
  signed(by, {
    kind: 2107,
    content: '',
    tags: [
      ['p', Q],
      ['patient-content', sealedText()],
    ],
    ...more,
  });
const sealedText = () => `x${Math.random()}`;

describe('what a family opened, in the one form and place it may note it', () => {
  test.each(people)('%s', async (person) => {
    const client = clients.get(person) as TestClient;
    for (const name of compartments) {
      const [accepted, message] = await client.publish(note(it.keys[person], it.channel.A[name]));
      const entry = writes[person];
      const asStaff = entry.kinds.includes(2107) && entry.compartments.includes(name);
      const allowed = asStaff || (notes[person]?.includes(name) ?? false);
      expect(accepted, `${person} in ${name}: ${message}`).toBe(allowed);
      // Of what is confidential, and of what is not there, the same is said.
      if (notes[person] && !allowed) {
        const nowhere = await client.publish(note(it.keys[person], getPublicKey(generateSecretKey())));
        expect(nowhere).toEqual([false, message]);
      }
    }
  });

  test('a guardian’s record is nothing else under that cover', async () => {
    const { guardianA } = it.keys;
    const client = clients.get('guardianA') as TestClient;
    const Q = it.channel.A.desk;
    const sealed = ['patient-content', 'x'];
    const forms: Partial<NostrEvent>[] = [
      { content: 'x' },
      { tags: [['p', Q]] },
      { tags: [sealed, ['p', Q]] },
      { tags: [['p', Q], sealed, ['p', it.channel.B.desk]] },
      { tags: [['p', Q], sealed, ['e', 'a'.repeat(64), '', 'deletion']] },
      { tags: [['p', Q, 'more'], sealed] },
      {
        tags: [
          ['p', Q],
          ['patient-content', 'x'.repeat(3_000)],
        ],
      },
      ...kinds.filter((kind) => kind !== 2107).map((kind) => ({ kind })),
    ];
    for (const form of forms) {
      const [accepted, message] = await client.publish(note(guardianA, Q, form));
      expect({ accepted, message }, JSON.stringify(form).slice(0, 120)).toEqual({
        accepted: false,
        message: 'restricted: this key may not write this kind here',
      });
    }
    // Nor in the name of somebody else.
    expect((await client.publish(note(it.keys.patientA, Q)))[1]).toMatch(/^restricted: the author is not/);
  });

  test('so many at once and no more, however many connections', async () => {
    const { patientA } = it.keys;
    const answers = new Set<string>();
    let taken = 0;
    for (const client of [clients.get('patientA') as TestClient, await it.connect(patientA)]) {
      for (let n = 0; n < 70; n++) {
        const [accepted, message] = await client.publish(note(patientA, it.channel.A.desk));
        if (accepted) taken += 1;
        else answers.add(message);
      }
    }
    expect(taken).toBeGreaterThan(90);
    expect(taken).toBeLessThanOrEqual(101);
    expect([...answers]).toEqual([expect.stringMatching(/^rate-limited: /)]);
    // The other key of that record has its own measure.
    expect(
      (await (clients.get('guardianA') as TestClient).publish(note(it.keys.guardianA, it.channel.A.desk)))[0],
    ).toBe(true);
  });
});

test('live: everybody gets what they may read and nothing else', async () => {
  const subs = new Map<string, string>();
  for (const [person, client] of clients) {
    client.messages.length = 0;
    if (expected(person) instanceof Set) subs.set(person, await client.subscribe({ limit: 0 }));
    else client.send('REQ', 'live', { limit: 0 });
  }
  const fresh = oneOfEach(it);
  for (const [name, event] of Object.entries(fresh)) await store(name, event);
  for (const client of clients.values()) {
    client.send('CLOSE', 'nothing');
    await client.count({ ids: ['0'.repeat(64)] }); // everything before it has arrived
  }
  const names = new Map(Object.entries(fresh).map(([name, event]) => [event.id, name]));
  for (const [person, client] of clients) {
    const may = expected(person);
    const events = client.messages.filter(([type]) => type === 'EVENT');
    const got = new Set(events.map(([, , event]) => names.get((event as NostrEvent).id)));
    expect(got, person).toEqual(may instanceof Set ? may : new Set());
    expect(events.every(([, id]) => id === subs.get(person))).toBe(true);
  }
});

test('a record is written by its author’s own connection only, and a p tag of a patient opens nothing', async () => {
  const doctor = clients.get('doctor') as TestClient;
  const event = signed(it.keys.nurse, { kind: 2113, tags: [['p', it.channel.A.clin]] });
  expect((await doctor.publish(event))[1]).toBe(
    'restricted: the author is not authenticated on this connection',
  );
  // First p is B's channel; A is only mentioned.
  const tagged = signed(it.keys.doctor, {
    kind: 2113,
    tags: [
      ['p', it.channel.B.clin],
      ['p', it.channel.A.clin],
      ['p', it.keys.patientA.pk],
    ],
  });
  expect(await doctor.publish(tagged)).toEqual([true, '']);
  const patient = clients.get('patientA') as TestClient;
  expect(
    (await patient.request({ '#p': [it.channel.A.clin] }, { ids: [tagged.id] })).events,
  ).not.toContainEqual(tagged);
  expect(await patient.count({ ids: [tagged.id] })).toBe(0);
});
