/**
 * Who may write what governs a practice, as a table: everybody × every governing kind, each event well formed, so that
 * only the writer decides. Expectations are spelled out here and not taken from the code that is tested.
 */
import type { NostrEvent } from '@keychart/nostr';
import {
  CHARTER,
  CHARTER_APPROVAL,
  EPOCH_LINK,
  invitationTags,
  PATIENT_INDEX,
  ROOT_SUCCESSION,
  STAFF_DIRECTORY,
  STAFF_INVITATION,
} from '@keychart/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seconds, signed, type TestKey, testKey } from '../testing/test-client.ts';
import {
  auditHead,
  type Person,
  people,
  startTestPractice,
  type TestPractice,
} from '../testing/test-practice.ts';

const admin: readonly Person[] = ['admin'];
/** Open the compartment for every patient and may change something there. */
const keepers = {
  desk: ['admin', 'doctor', 'nurse', 'assistant', 'frontdesk', 'glassNow', 'glassOver'],
  clin: ['admin', 'doctor', 'nurse', 'assistant', 'glassNow', 'glassOver'],
  sens: ['admin', 'doctor', 'nurse'],
} satisfies Record<string, readonly Person[]>;

let it: TestPractice;
beforeAll(async () => {
  it = await startTestPractice();
});
afterAll(() => it.stop());

const d = () => testKey().pk;
const cases: readonly {
  readonly what: string;
  readonly may: readonly Person[];
  readonly event: (by: TestKey) => NostrEvent;
}[] = [
  {
    what: 'an approval of the charter proposed',
    may: [],
    event: (by) => signed(by, { kind: CHARTER_APPROVAL, tags: [['e', it.charter.id]] }),
  },
  { what: 'the succession of the root', may: [], event: (by) => signed(by, { kind: ROOT_SUCCESSION }) },
  { what: 'the head of the log', may: [], event: (by) => auditHead(it, by) },
  {
    what: 'a link between epochs',
    may: admin,
    event: (by) =>
      signed(by, {
        kind: EPOCH_LINK,
        tags: [
          ['c', 'clin'],
          ['n', '1'],
        ],
        content: d(),
      }),
  },
  {
    what: 'the names of the staff',
    may: admin,
    event: (by) => signed(by, { kind: STAFF_DIRECTORY, tags: [['d', d()]], content: 'x' }),
  },
  {
    what: 'an entry of the patient index',
    may: keepers.desk,
    event: (by) =>
      signed(by, {
        kind: PATIENT_INDEX,
        tags: [
          ['d', d()],
          ['p', it.deskChannel],
        ],
        content: 'x',
      }),
  },
  ...(['desk', 'clin', 'sens'] as const).map((c) => ({
    what: `a list of readers in ${c}`,
    may: keepers[c],
    event: (by: TestKey) => it.access(d(), { c }, by, seconds()),
  })),
  {
    what: 'an invitation',
    may: admin,
    event: (by) =>
      signed(by, {
        kind: STAFF_INVITATION,
        tags: invitationTags({ pk: d(), expires: seconds() + 3600, state: 'open' }),
        content: 'x',
      }),
  },
];

describe.each(cases)('$what', ({ may, event }) => {
  test.each(people)('by %s', async (person) => {
    const key = it.keys[person];
    const client = await it.connect(key);
    const [accepted, message] = await client.publish(event(key));
    expect(accepted, message).toBe(may.includes(person));
    if (!accepted) expect(message).toMatch(/^restricted: /);
    client.socket.close();
  });

  test('by nobody, and through somebody else’s connection', async () => {
    const nobody = await it.connect();
    expect((await nobody.publish(event(testKey())))[1]).toMatch(/^auth-required: /);
    const desk = await it.connect(it.keys.frontdesk);
    expect((await desk.publish(event(it.keys.admin)))[1]).toBe(
      'restricted: the author is not authenticated on this connection',
    );
    for (const { socket } of [nobody, desk]) socket.close();
  });
});

test('a charter: by nobody but an administrator, and the root', async () => {
  for (const person of people.filter((name) => name !== 'admin')) {
    const key = it.keys[person];
    const client = await it.connect(key);
    const body = JSON.parse(it.charter.content) as { seq: number };
    const next = signed(key, {
      kind: CHARTER,
      tags: [['-']],
      content: JSON.stringify({ ...body, seq: body.seq + 1, prev: it.charter.id }),
    });
    const [accepted, message] = await client.publish(next);
    expect(accepted, person).toBe(false);
    expect(message, person).toMatch(/^restricted: /);
    client.socket.close();
  }
  const client = await it.connect(it.keys.admin);
  expect(await client.publish(it.nextCharter(it.keys.admin, {}))).toEqual([true, '']);
});
