/** Test fixture: a data folder with the smallest practice there is (a genesis charter with one doctor). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finalizeEvent, generateSecretKey, getPublicKey, type VerifiedEvent } from '@keychart/nostr';
import { CHARTER, charterContent, type Member } from '@keychart/protocol';
import { openSqliteStore } from '@keychart/relay';
import { type DataFolder, openDataFolder } from '../data-folder.ts';

export interface PracticeFolder {
  readonly folder: DataFolder;
  readonly root: string;
  readonly rootKey: Uint8Array;
  /** Its first charter. */
  readonly charter: VerifiedEvent;
  readonly doctor: Uint8Array;
  remove(): void;
}

export function emptyFolder(): { folder: DataFolder; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'keychart-server-'));
  return { folder: openDataFolder(path), remove: () => rmSync(path, { recursive: true, force: true }) };
}

interface MoreStaff {
  /** Beside the doctor. */
  readonly admins?: readonly string[];
  readonly roster?: readonly Member[];
}

export function practiceFolder(
  name = 'Meadow Pediatrics',
  { admins = [], roster = [] }: MoreStaff = {},
): PracticeFolder {
  const made = emptyFolder();
  const rootKey = generateSecretKey();
  const doctor = generateSecretKey();
  const root = getPublicKey(rootKey);
  const charter = finalizeEvent(
    {
      kind: CHARTER,
      created_at: 1_700_000_000,
      tags: [['-']],
      content: charterContent({
        v: 1,
        seq: 0,
        admins: [getPublicKey(doctor), ...admins],
        approvals: 0,
        roster: [{ pk: getPublicKey(doctor), role: 'doctor', from: 1_700_000_000 }, ...roster],
        compartments: { desk: { epoch: 1 }, clin: { epoch: 1 } },
        nextRoot: '0'.repeat(64),
      }),
    },
    rootKey,
  );
  const store = openSqliteStore(made.folder.privateDatabase());
  store.insert([{ event: charter, raw: JSON.stringify(charter) }]);
  store.close();
  made.folder.saveSettings({ v: 1, root, name, timeZone: 'America/Denver', demo: false });
  return { ...made, root, rootKey, charter, doctor };
}
