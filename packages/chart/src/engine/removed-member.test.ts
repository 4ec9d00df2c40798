/** With all keys ever held and a copy of the relay's whole database: what somebody removed can still open. */
import { unwrap } from '@keychart/nostr';
import { nodeNip44, nodeSigner } from '@keychart/nostr/node';
import {
  derivePairKey,
  EPOCH_GRANT,
  EPOCH_LINK,
  epochLinkKey,
  GIFT_WRAP,
  PATIENT_INDEX,
  PRACTICE_WIDE,
  parseEpochGrant,
  parseEpochLink,
  parsePatientIndex,
  practiceConversationKey,
  recordKinds,
} from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';
import { expect, test, vi } from 'vitest';
import { register, weight, write } from '../test-charts.ts';
import { startTestPractice, type TestPerson } from '../test-practice.ts';

type Practice = Awaited<ReturnType<typeof startTestPractice>>;

test('a removed nurse opens what was written before, and nothing of what comes after, whatever she has copied', async () => {
  const practice = await startTestPractice();
  const doctor = await practice.open(practice.doctor);
  const { patientId } = await register(doctor);
  await write(doctor, patientId, 1);
  const before = recordsOf(practice);
  expect(await opened(practice, practice.nurse)).toEqual(new Set(before));
  const staff = vi.fn();
  await doctor.watchStaff(staff);
  await doctor.changeStaff({ kind: 'remove', npub: practice.nurse.npub });
  await vi.waitFor(() => expect(staff.mock.lastCall![0].pending).toBeUndefined(), 10_000);
  await write(doctor, patientId, 2, 3);
  await doctor.write(patientId, [{ resource: weight(4), confidential: true }]);
  await doctor.settled();
  const after = recordsOf(practice).filter((id) => !before.includes(id));
  expect(after).toHaveLength(3);
  expect(await opened(practice, practice.nurse)).toEqual(new Set(before));
  // The doctor's keys, tried in the same way, open all of it: the test can tell the difference.
  expect(await opened(practice, practice.doctor)).toEqual(new Set([...before, ...after]));
  await practice.close();
});

const recordsOf = ({ store }: Practice) =>
  store.eventsOfKinds(recordKinds.map(({ kind }) => kind)).map(({ id }) => id);

/** Ids of the records that the person's key opens, by every way the protocol knows. */
async function opened({ store }: Practice, person: TestPerson): Promise<Set<string>> {
  const secrets = new Map<string, Uint8Array>();
  for (const event of store.eventsOfKinds([GIFT_WRAP])) {
    if (event.tags.find(([name]) => name === 'p')?.[1] !== person.pubkey) continue;
    const wrap = await unwrap(event, nodeSigner(person.secret));
    if ('error' in wrap || wrap.rumor.kind !== EPOCH_GRANT) continue;
    const grant = parseEpochGrant(wrap.rumor.content);
    if (!grant.ok) throw new Error(grant.reason);
    for (const { c, n, s } of grant.value.grants) secrets.set(`${c}:${n}`, hexToBytes(s));
  }
  const links = store.eventsOfKinds([EPOCH_LINK]);
  // A link may open another: as often as there are links.
  for (const _round of links) {
    for (const link of links) {
      for (const secret of [...secrets.values()]) {
        const text = decrypted(link.content, epochLinkKey(secret));
        const parsed = text === undefined ? undefined : parseEpochLink(text);
        if (parsed?.ok) secrets.set(`${parsed.value.c}:${parsed.value.n}`, hexToBytes(parsed.value.s));
      }
    }
  }
  const keys = (ref: Uint8Array) =>
    [...secrets].flatMap(([name, secret]) => {
      const [c = '', n = ''] = name.split(':');
      return [0, 1, 2].map((g) =>
        practiceConversationKey(derivePairKey(secret, { c, n: Number(n), ref, g })),
      );
    });
  const wide = keys(PRACTICE_WIDE);
  const refs = new Set<string>();
  for (const event of store.eventsOfKinds([PATIENT_INDEX])) {
    for (const key of wide) {
      const text = decrypted(event.content, key);
      const entry = text === undefined ? undefined : parsePatientIndex(text);
      if (entry?.ok) refs.add(entry.value.ref);
    }
  }
  const channels = [...refs].flatMap((ref) => keys(hexToBytes(ref)));
  const records = store.eventsOfKinds(recordKinds.map(({ kind }) => kind));
  return new Set(
    records
      .filter(({ content }) => channels.some((key) => decrypted(content, key) !== undefined))
      .map(({ id }) => id),
  );
}

function decrypted(payload: string, key: Parameters<typeof nodeNip44.decrypt>[1]): string | undefined {
  try {
    return nodeNip44.decrypt(payload, key);
  } catch {
    return undefined; // not with this key
  }
}
