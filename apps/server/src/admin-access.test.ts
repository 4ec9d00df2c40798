/** Whom the server takes for an administrator; requests themselves are tried in agents/agents.test.ts. */
import { finalizeEvent, generateSecretKey, getPublicKey } from '@keychart/nostr';
import { CHARTER, charterContent } from '@keychart/protocol';
import { openSqliteStore } from '@keychart/relay';
import { expect, test } from 'vitest';
import { adminsOf } from './admin-access.ts';

test('somebody the charter calls an administrator, and only while it has them on the staff', () => {
  const root = generateSecretKey();
  const [one, other, gone] = [0, 1, 2].map(() => getPublicKey(generateSecretKey()));
  const content = charterContent({
    v: 1,
    seq: 0,
    admins: [one!, other!, gone!],
    approvals: 0,
    roster: [
      { pk: one!, role: 'doctor', from: 1000 },
      { pk: other!, role: 'admin', from: 1000, to: 2000 },
    ],
    compartments: { desk: { epoch: 1 } },
    nextRoot: '0'.repeat(64),
  });
  const event = finalizeEvent({ kind: CHARTER, created_at: 1000, tags: [['-']], content }, root);
  const store = openSqliteStore(':memory:');
  store.insert([{ event, raw: JSON.stringify(event) }]);
  expect(adminsOf(store, getPublicKey(root), 1999)).toEqual([one, other]);
  expect(adminsOf(store, getPublicKey(root), 2000)).toEqual([one]);
  expect(adminsOf(store, getPublicKey(generateSecretKey()), 1999)).toEqual([]);
  store.close();
});
