/** The outbox alone, over a disk that can fail and a relay that says what it is told to. */
import { finalizeEvent, type RelayClient, type VerifiedEvent } from '@keychart/nostr';
import { beforeEach, expect, test } from 'vitest';
import { type MemoryDisk, memoryStore, openSealedStore, type SealedStore } from '../../store/index.ts';
import { type Outbox, openOutbox } from './outbox.ts';

const key = new Uint8Array(32).fill(9);
let disk: MemoryDisk;
let sealed: SealedStore;
let outbox: Outbox;
let failing: Error | undefined;

async function open(): Promise<void> {
  const store = memoryStore({ disk });
  const guarded = {
    ...store,
    write: (batch: Parameters<typeof store.write>[0]) =>
      failing ? Promise.reject(failing) : store.write(batch),
  };
  sealed = await openSealedStore(guarded, key);
  outbox = await openOutbox(sealed, () => undefined);
}

beforeEach(async () => {
  disk = new Map();
  failing = undefined;
  await open();
});

let made = 0;
const event = (): VerifiedEvent =>
  finalizeEvent({ kind: 2113, created_at: 1_000 + made, tags: [], content: `no. ${made++}` }, key);

async function put(count: number): Promise<VerifiedEvent[]> {
  const events = Array.from({ length: count }, event);
  const rows = outbox.prepare(
    events.map((made) => ({ event: made, label: 'a weight', resourceType: 'Observation', patientId: 'ida' })),
  );
  await sealed.write({ puts: rows.puts });
  rows.commit();
  return events;
}

type Answer = 'yes' | 'gone' | string;
function relay(answer: (event: VerifiedEvent, nth: number) => Answer) {
  const got: string[] = [];
  const client = {
    state: { status: 'live', detail: '' },
    publish: async (sent: VerifiedEvent) => {
      got.push(sent.id);
      const words = answer(sent, got.length);
      if (words === 'gone') throw new Error('the socket went');
      return words === 'yes' ? { accepted: true, message: '' } : { accepted: false, reason: words };
    },
  };
  return { got, client: client as unknown as RelayClient };
}
const ids = (events: readonly VerifiedEvent[]) => events.map(({ id }) => id);

test('rows go out in the order they were written, over windows, and leave with the OK', async () => {
  const events = await put(300);
  const { got, client } = relay(() => 'yes');
  await Promise.all([outbox.drain(client), outbox.drain(client)]);
  expect(got).toEqual(ids(events));
  expect(outbox.waiting()).toEqual([]);
  await open();
  expect(outbox.waiting()).toEqual([]);
});

test('a refusal stays with its reason, over a restart; retry sends it again, dismiss takes it off for good', async () => {
  const [one, two, three] = await put(3);
  const { client } = relay((sent) => (sent.id === two!.id ? 'restricted: not now' : 'yes'));
  await outbox.drain(client);
  for (const again of [false, true]) {
    if (again) await open();
    expect(outbox.delivery(one!.id)).toEqual({ state: 'accepted' });
    expect(outbox.delivery(two!.id)).toEqual({ state: 'refused', reason: 'restricted: not now' });
    expect(outbox.counts).toMatchObject({ unsent: 0, refused: 1 });
    expect(outbox.waiting()[0]).toMatchObject({ label: 'a weight', patientId: 'ida', event: two });
  }
  const idle = relay(() => 'yes');
  await outbox.drain(idle.client);
  expect(idle.got).toEqual([]);
  await outbox.retry(two!.id);
  expect(outbox.delivery(two!.id)).toEqual({ state: 'stored' });
  await outbox.drain(relay(() => 'restricted: never').client);
  expect(await outbox.dismiss(three!.id)).toBeUndefined();
  expect(await outbox.dismiss(two!.id)).toMatchObject({ refused: 'restricted: never' });
  await open();
  expect(outbox.waiting()).toEqual([]);
  expect(outbox.isDismissed(two!.id)).toBe(true);
  expect(outbox.isDismissed(one!.id)).toBe(false);
});

test('a socket that goes in the middle: what was answered is done, the rest goes out again in order', async () => {
  const events = await put(5);
  await outbox.drain(relay((_, nth) => (nth < 3 ? 'yes' : 'gone')).client);
  expect(outbox.waiting().map((row) => row.event.id)).toEqual(ids(events.slice(2)));
  const second = relay(() => 'yes');
  await outbox.drain(second.client);
  expect(second.got).toEqual(ids(events.slice(2)));
});

test('“slow down” is not a refusal, nor is what was refused because something before it was held up', async () => {
  const events = await put(4);
  const answers = ['yes', 'rate-limited: slow down', 'restricted: publish its access list first', 'yes'];
  await outbox.drain(relay((_, nth) => answers[nth - 1]!).client);
  expect(outbox.counts).toMatchObject({ unsent: 2, refused: 0 });
  const second = relay(() => 'yes');
  await outbox.drain(second.client);
  expect(second.got).toEqual([events[1]!.id, events[2]!.id]);
  expect(outbox.waiting()).toEqual([]);
});

test('a disk that is full when the OK comes does not stop the next sending', async () => {
  const events = await put(2);
  failing = new Error('no room');
  await expect(outbox.drain(relay(() => 'yes').client)).rejects.toThrow('no room');
  expect(outbox.counts.unsent).toBe(2);
  failing = undefined;
  const second = relay(() => 'yes');
  await outbox.drain(second.client);
  expect(second.got).toEqual(ids(events));
  expect(outbox.counts.unsent).toBe(0);
});

test('retry and dismiss that cannot be kept change nothing', async () => {
  const [one] = await put(1);
  await outbox.drain(relay(() => 'restricted: no').client);
  failing = new Error('no room');
  await expect(outbox.retry(one!.id)).rejects.toThrow('no room');
  await expect(outbox.dismiss(one!.id)).rejects.toThrow('no room');
  expect(outbox.delivery(one!.id)).toEqual({ state: 'refused', reason: 'restricted: no' });
  expect(outbox.isDismissed(one!.id)).toBe(false);
});

test('two relays in a row get the same order, whatever was written while sending', async () => {
  const first = await put(2);
  const more: VerifiedEvent[] = [];
  const { got, client } = relay(() => 'yes');
  const sending = outbox.drain(client);
  more.push(...(await put(3)));
  await Promise.all([sending, outbox.drain(client)]);
  expect(got).toEqual(ids([...first, ...more]));
});

test('a row that no longer opens is told, and the others go out', async () => {
  const [, second] = await put(2);
  const [damagedKey] = [...disk.keys()].filter((name) => name.includes('#')).sort();
  const value = disk.get(damagedKey!)!;
  disk.set(
    damagedKey!,
    value.map((byte, i) => (i === value.length - 1 ? byte ^ 1 : byte)),
  );
  await open();
  expect(outbox.damaged).toEqual([expect.stringContaining('not yet sent')]);
  expect(outbox.waiting().map(({ event: waiting }) => waiting.id)).toEqual([second!.id]);
  await put(1);
  await open();
  expect(outbox.waiting()).toHaveLength(2);
});
