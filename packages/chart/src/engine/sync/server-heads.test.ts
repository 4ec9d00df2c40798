/** A member's device is a witness of the server's log: it keeps the heads it has seen and says where one contradicts. */
import { finalizeEvent, type NostrEvent, verifyEvent } from '@keychart/nostr';
import { AUDIT_HEAD, AUDIT_HEAD_TAGS } from '@keychart/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import type { AuditLog } from '../../api/chart.ts';
import { type MemoryDisk, memoryStore } from '../../store/index.ts';
import { type Open, register } from '../../testing/test-charts.ts';
import { startTestPractice, testPerson } from '../../testing/test-practice.ts';

let practice: Awaited<ReturnType<typeof startTestPractice>>;
const HOUR = 3600;
const soon = 10_000;
const start = Math.floor(Date.now() / 1000) - 200 * HOUR;

beforeEach(async () => {
  practice = await startTestPractice();
});
afterEach(() => practice.close());

/** The server signs, so many hours after the start. */
async function sign(hour: number, seq: number, digit = String(seq % 10)): Promise<NostrEvent> {
  const at = start + hour * HOUR;
  const content = JSON.stringify({ seq, hash: digit.repeat(64), at, entries: 1 });
  const tags = AUDIT_HEAD_TAGS.map((tag) => [...tag]);
  const event = finalizeEvent({ kind: AUDIT_HEAD, created_at: at, tags, content }, practice.relaySecret);
  expect(await practice.publish(event)).toMatchObject({ accepted: true });
  return event;
}

async function serverLog(
  chart: Open,
  enough: (log: AuditLog['server']) => boolean,
): Promise<AuditLog['server']> {
  const seen = vi.fn();
  const end = await chart.watchAudit({}, seen);
  await vi.waitFor(() => {
    const { server } = seen.mock.lastCall![0] as AuditLog;
    expect({ enough: enough(server), server }).toMatchObject({ enough: true });
  }, soon);
  end();
  return (seen.mock.lastCall![0] as AuditLog).server;
}

const kept = async (chart: Open): Promise<NostrEvent[]> =>
  (await chart.serverHeads())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as NostrEvent);

test('the newest and the first of each day are kept, over a restart, and go on from one another', async () => {
  const first = await sign(0, 10);
  const disk: MemoryDisk = new Map();
  const nurse = await practice.open(practice.nurse, memoryStore({ disk }));
  await nurse.ready();
  expect(await serverLog(nurse, (log) => log !== undefined)).toEqual({
    entries: 10,
    signedAt: new Date(start * 1000).toISOString(),
    since: new Date(start * 1000).toISOString(),
    conflicts: [],
  });
  for (let hour = 1; hour <= 60; hour++) await sign(hour, 10 + hour);
  await serverLog(nurse, (log) => log?.entries === 70);
  await nurse.lock();
  // While the device was off.
  const last = await sign(61, 80);
  const again = await practice.open(practice.nurse, memoryStore({ disk }));
  await again.ready();
  expect(await serverLog(again, (log) => log?.entries === 80)).toMatchObject({
    since: new Date(start * 1000).toISOString(),
    conflicts: [],
  });
  const heads = await kept(again);
  expect(heads.every((head) => verifyEvent(head))).toBe(true);
  expect(heads.at(0)).toEqual(first);
  expect(heads.at(-1)).toEqual(last);
  const days = heads.map(({ created_at: at }) => Math.floor(at / 86_400));
  expect(heads.length).toBeLessThanOrEqual(new Set(days).size + 1);
  expect(new Set(days).size).toBeGreaterThanOrEqual(3);
});

test('a log that was cut, rewritten or set back contradicts what was seen, and both heads are kept as proof', async () => {
  await sign(0, 10);
  const disk: MemoryDisk = new Map();
  const chart = await practice.open(practice.doctor, memoryStore({ disk }));
  await chart.ready();
  await serverLog(chart, (log) => log?.entries === 10);
  const cut = await sign(1, 7);
  await serverLog(chart, (log) => log?.conflicts.length === 1);
  const rewritten = await sign(2, 10, 'f');
  const log = await serverLog(chart, (found) => found?.conflicts.length === 2);
  expect(log?.conflicts.map(({ kind, entries }) => [kind, entries])).toEqual([
    ['cut', 7],
    ['rewritten', 10],
  ]);
  await chart.lock();
  const again = await practice.open(practice.doctor, memoryStore({ disk }));
  await again.ready();
  expect((await serverLog(again, (found) => found !== undefined))?.conflicts).toEqual(log?.conflicts);
  const ids = (await kept(again)).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([cut.id, rewritten.id]));
});

test('heads of somebody else say nothing; another key of the server is told; families hold none', async () => {
  await sign(0, 10);
  const disk: MemoryDisk = new Map();
  const doctor = await practice.open(practice.doctor, memoryStore({ disk }));
  const mother = testPerson();
  await register(doctor, [{ person: mother }]);
  await serverLog(doctor, (log) => log?.entries === 10);
  await doctor.lock();
  const stranger = testPerson();
  const moved = await practice.open(practice.doctor, memoryStore({ disk }), {
    relay: { url: practice.url(), root: practice.root, self: stranger.pubkey },
  });
  const log = await serverLog(moved, (found) => found !== undefined);
  expect(log?.conflicts.map(({ kind }) => kind)).toEqual(['other key']);
  await moved.lock();
  const hers = await practice.open(mother);
  await hers.ready();
  expect(await hers.serverHeads()).toBe('');
});

test('verifying ends with a reason when the server goes before it has given everything', async () => {
  let asked = () => undefined as unknown;
  const silent = new Promise((resolve) => {
    asked = () => resolve(undefined);
  });
  /** Answers nothing about the access log. */
  class Mute extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (/^\["(REQ|COUNT)".*2107/.test(String(data))) asked();
      else super.send(data);
    }
  }
  const chart = await practice.open(practice.doctor, memoryStore(), { WebSocket: Mute as never });
  await chart.ready();
  const verdict = chart.verifyAudit();
  verdict.catch(() => undefined);
  await silent;
  await practice.stop();
  await expect(verdict).rejects.toThrow();
});
