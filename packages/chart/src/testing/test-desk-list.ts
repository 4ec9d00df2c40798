/** For tests: the patient list as somebody reads it who has the keys of the front desk, and whatever is in it. */
import { unwrap } from '@keychart/nostr';
import { nodeNip44, nodeSigner } from '@keychart/nostr/node';
import {
  derivePairKey,
  EPOCH_GRANT,
  GIFT_WRAP,
  PATIENT_INDEX,
  type PatientIndexEntry,
  PRACTICE_WIDE,
  parseEpochGrant,
  parsePatientIndex,
  practiceConversationKey,
} from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { startTestPractice, TestPerson } from './test-practice.ts';

type Practice = Pick<Awaited<ReturnType<typeof startTestPractice>>, 'store' | 'frontdesk'>;

/** The channel of the first epoch that `by` was granted: at the founding, or with the role. */
export async function deskChannel({ store, frontdesk }: Practice, by: TestPerson = frontdesk) {
  for (const event of store.eventsOfKinds([GIFT_WRAP])) {
    if (event.tags[0]?.[1] !== by.pubkey) continue;
    const wrap = await unwrap(event, nodeSigner(by.secret));
    if ('error' in wrap || wrap.rumor.kind !== EPOCH_GRANT) continue;
    const grant = parseEpochGrant(wrap.rumor.content);
    const desk = grant.ok ? grant.value.grants.find(({ c }) => c === 'desk') : undefined;
    if (!desk) continue;
    const pair = derivePairKey(hexToBytes(desk.s), { c: 'desk', n: desk.n, ref: PRACTICE_WIDE, g: 0 });
    return { Q: pair.Q, key: practiceConversationKey(pair) };
  }
  throw new Error('this person has no keys of the front desk');
}

export async function deskList(practice: Practice): Promise<PatientIndexEntry[]> {
  const { key } = await deskChannel(practice);
  return practice.store.eventsOfKinds([PATIENT_INDEX]).map(({ content }) => {
    const parsed = parsePatientIndex(nodeNip44.decrypt(content, key));
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.value;
  });
}
