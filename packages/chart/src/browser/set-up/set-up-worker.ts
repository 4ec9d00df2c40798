/**
 * Founding a practice, in a thread of its own: root key, successor and the first administrator's signer are here and
 * nowhere else. What leaves are the sheets, on purpose, to be printed, and the founding events, which hold no secret.
 */
import {
  generateSecretKey,
  getPublicKey,
  localSigner,
  nsecEncode,
  parseNpub,
  type Signer,
  type VerifiedEvent,
} from '@keychart/nostr';
import { describeShare, type SheetKey, splitKey } from '@keychart/protocol';
import * as Comlink from 'comlink';
import { foundPractice } from '../../founding.ts';
import { addWay, type NewWay, passkeyQuestion } from '../kept-ways.ts';
import { loginKeys } from '../login-keys.ts';
import { loginSource, type WorkerLogin } from '../login-source.ts';
import { type PageDoor, pageSide } from '../page-door.ts';
import type { KeySheet, SetUpAnswers, SetUpOutcome } from './set-up-types.ts';

interface Root {
  readonly root: Uint8Array;
  readonly successor: Uint8Array;
}

let admin: { readonly signer: Signer; readonly secret?: Uint8Array | undefined } | undefined;
let keys: Root | undefined;

function take(signer: Signer, secret?: Uint8Array): void {
  admin?.secret?.fill(0);
  admin?.signer.close();
  admin = { signer, secret };
}

function dropKeys(): void {
  keys?.root.fill(0);
  keys?.successor.fill(0);
  keys = undefined;
}

async function sheetsOf(secret: Uint8Array, key: SheetKey, split: boolean): Promise<KeySheet[]> {
  if (!split) return [{ key, text: nsecEncode(secret) }];
  return (await splitKey(secret, key)).map((text) => {
    const share = describeShare(text);
    if ('error' in share) throw new Error(share.error);
    return { key, text, part: { index: share.index, total: share.total, set: share.set } };
  });
}

const api = {
  passkeyQuestion,

  /**
   * A new key for the first administrator, kept on this device before anything else is done with it: were it made and
   * lost, the practice could be changed by its root key only.
   */
  async makeKey(label: string, way: NewWay): Promise<void> {
    const secret = generateSecretKey();
    await addWay({ app: 'ehr', owner: loginKeys(secret).owner, secret: { key: secret } }, label, way);
    take(localSigner(secret), secret);
  },

  async takeKey(how: WorkerLogin, page: Comlink.Remote<PageDoor>): Promise<SetUpOutcome> {
    try {
      const source = await loginSource(how, pageSide(page));
      if ('error' in source) return { ok: false, reason: source.error };
      take(source.signer, source.secret?.key);
      return { ok: true };
    } catch (error) {
      return { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
  },

  /** New keys each time: sheets made before count for nothing. */
  async makeSheets(split: boolean): Promise<KeySheet[]> {
    dropKeys();
    keys = { root: generateSecretKey(), successor: generateSecretKey() };
    return [
      ...(await sheetsOf(keys.root, 'root', split)),
      ...(await sheetsOf(keys.successor, 'successor', split)),
    ];
  },

  /** The founding, to be sent to the server. Rejects with a sentence where a signer refuses. */
  async found({ practice, admin: first, second, approvals, policies }: SetUpAnswers): Promise<{
    root: string;
    events: VerifiedEvent[];
  }> {
    if (!admin || !keys) throw new Error('the keys are not here any more: begin again');
    const pubkey = await admin.signer.getPublicKey();
    const other = second && parseNpub(second.npub);
    if (typeof other === 'object') throw new Error(`the key of ${second?.name}: ${other.error}`);
    if (other === pubkey)
      throw new Error('both administrators have the same key: each needs one of their own');
    return foundPractice({
      ...practice,
      policies,
      approvals,
      rootSecret: keys.root,
      nextRoot: getPublicKey(keys.successor),
      admin: admin.signer,
      staff: [
        { ...first, pubkey, admin: true },
        ...(second && other ? [{ name: second.name, role: second.role, pubkey: other, admin: true }] : []),
      ],
      at: Math.floor(Date.now() / 1000),
    });
  },

  forget(): void {
    dropKeys();
    admin?.secret?.fill(0);
    admin?.signer.close();
    admin = undefined;
  },
};

export type SetUpWorker = typeof api;

Comlink.expose(api);
