/** Gift wraps to the staff by somebody who is none; the last against a real relay. */
import { createRumor, giftWrap } from '@keychart/nostr';
import { nodeSigner } from '@keychart/nostr/node';
import { type CharterChain, EPOCH_GRANT, INVITATION_CLAIM } from '@keychart/protocol';
import { expect, test, vi } from 'vitest';
import type { StoredGrant } from '../../keys/stored-grant.ts';
import { memoryStore } from '../../store/index.ts';
import { register } from '../../testing/test-charts.ts';
import { handedOver, startTestPractice } from '../../testing/test-practice.ts';
import { unknownSenders } from './unknown-senders.ts';

const grant = (sender: string, patch: Partial<StoredGrant> = {}): StoredGrant => ({
  wrapId: `${sender}-${Math.random()}`,
  kind: EPOCH_GRANT,
  sender,
  at: 1,
  content: '{}',
  ...patch,
});
const charter = (...pks: string[]) =>
  ({ admins: [], roster: pks.map((pk) => ({ pk })) }) as unknown as CharterChain[number];

test('a stranger’s grant waits for a charter that names them; a few wait, no more', () => {
  let chain: CharterChain | undefined;
  const senders = unknownSenders(() => chain);
  expect(senders.known([grant('anybody')])).toHaveLength(1);
  chain = [charter('nurse')];
  expect(senders.known([grant('nurse'), grant('new')]).map(({ sender }) => sender)).toEqual(['nurse']);
  expect(senders.nowKnown()).toEqual([]);
  chain = [...chain, charter('nurse', 'new')];
  expect(senders.nowKnown().map(({ sender }) => sender)).toEqual(['new']);
  expect(senders.nowKnown()).toEqual([]);
  for (let n = 0; n < 300; n++) senders.known([grant(`flood${n}`)]);
  chain = [charter(...Array.from({ length: 300 }, (_, n) => `flood${n}`))];
  expect(senders.nowKnown()).toHaveLength(100);
});

test('an answer to an invitation is short, whoever sends it', () => {
  const senders = unknownSenders(() => [charter('admin')]);
  const claim = (content: string) => grant('somebody', { kind: INVITATION_CLAIM, content });
  expect(senders.known([claim('{}'), claim('x'.repeat(1001))])).toHaveLength(1);
});

test('long grants by a patient are shown as refused and are not kept', async () => {
  const practice = await startTestPractice();
  const disk = new Map<string, Uint8Array>();
  const doctor = await practice.open(practice.doctor, memoryStore({ disk }));
  const patient = handedOver((await register(doctor)).handover);
  const bytes = () => [...disk.values()].reduce((sum, { length }) => sum + length, 0);
  const before = bytes();
  const signer = nodeSigner(patient.secret);
  const template = { kind: EPOCH_GRANT, created_at: 1, tags: [], content: 'x'.repeat(20_000) };
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) {
    const wrap = await giftWrap({
      rumor: createRumor(template, patient.pubkey),
      to: practice.doctor.pubkey,
      signer,
      now: Math.floor(Date.now() / 1000),
    });
    ids.push(wrap.id);
    practice.store.insert([{ event: wrap as never, raw: JSON.stringify(wrap) }]);
  }
  await doctor.lock();
  const again = await practice.open(practice.doctor, memoryStore({ disk }));
  await again.ready();
  await vi.waitFor(
    async () => expect((await again.problems()).map(({ id }) => id)).toEqual(expect.arrayContaining(ids)),
    10_000,
  );
  expect(bytes() - before).toBeLessThan(50_000);
  await practice.close();
}, 30_000);
