/** What a founding says of the practice beside its keys: policies in the charter, address and letterhead for members only. */
import {
  type ConversationKey,
  decrypt,
  generateSecretKey,
  getPublicKey,
  localSigner,
  unwrap,
} from '@keychart/nostr';
import {
  type EpochGrant,
  GIFT_WRAP,
  parseCharter,
  parseStaffDirectory,
  STAFF_DIRECTORY,
} from '@keychart/protocol';
import { hexToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { type Founding, foundPractice } from './founding.ts';

const admin = localSigner(generateSecretKey());
const rootSecret = generateSecretKey();

async function found(extra: Partial<Founding>) {
  return foundPractice({
    name: 'Meadow Pediatrics',
    timeZone: 'America/Denver',
    rootSecret,
    nextRoot: getPublicKey(generateSecretKey()),
    admin,
    staff: [{ name: 'Dr. Ada Quill', role: 'doctor', pubkey: await admin.getPublicKey(), admin: true }],
    at: 1_790_000_000,
    ...extra,
  });
}

test('policies stand in the charter, address and letterhead in the encrypted directory', async () => {
  const policies = { guardianUntil: 18, confidentialFrom: 12, idleMinutes: 10 };
  const letter = { address: ['Meadow Lane 1', 'Denver'], phone: '555-0100', letterhead: ['Meadow'] };
  const { events } = await found({ policies, ...letter });
  const charter = parseCharter(events[0]!);
  expect(charter).toMatchObject({ ok: true, value: { policies, approvals: 0 } });
  expect(JSON.stringify(events)).not.toMatch(/Meadow|555-0100|Denver/);

  const wrap = events.find(({ kind }) => kind === GIFT_WRAP)!;
  const grant = await unwrap(wrap, admin);
  if ('error' in grant) throw new Error(grant.error);
  const { directoryKey } = JSON.parse(grant.rumor.content) as EpochGrant;
  const sealed = events.find(({ kind }) => kind === STAFF_DIRECTORY)!.content;
  const directory = parseStaffDirectory(decrypt(sealed, hexToBytes(directoryKey) as ConversationKey));
  expect(directory).toMatchObject({
    ok: true,
    value: { practice: { name: 'Meadow Pediatrics', timeZone: 'America/Denver', ...letter } },
  });
});

test('policies out of bounds, and approvals nobody can give, are refused', async () => {
  await expect(found({ policies: { guardianUntil: 90 } })).rejects.toThrow(/guardians stop reading/);
  await expect(found({ approvals: 1 })).rejects.toThrow(/need 2 administrators/);
});
