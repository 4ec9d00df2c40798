/**
 * The service agents' keys: made here, kept in `agents.json` of DATA_DIR, each sealed (AES-256-GCM) under a secret
 * that lies elsewhere. A copy of DATA_DIR opens none of them. What an agent may read is not decided here but by the
 * charter and its grants.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSecretKey, getPublicKey, npubEncode } from '@keychart/nostr';
import { type Service, services } from '@keychart/protocol';
import * as z from 'zod';
import { type DataFolder, DataFolderError } from '../data-folder.ts';

const FILE = 'agents.json';

const npub = z.string().startsWith('npub1');
const entrySchema = z.object({
  id: z.string().min(1),
  service: z.enum(services),
  name: z.string().min(1).max(80),
  npub,
  createdAt: z.string(),
  /** For some patients only. Which is not known here: their keys are handed over in the records' own way. */
  named: z.literal(true).optional(),
  /** Every key before this one, the first first: whichever of them the charter still names is to go. Once it was one. */
  replaces: z.union([npub.transform((one) => [one]), z.array(npub)]).optional(),
  /** nonce ‖ ciphertext ‖ tag, base64. */
  sealed: z.string(),
});
const fileSchema = z.object({ v: z.literal(1), agents: z.array(entrySchema) });

type Entry = z.infer<typeof entrySchema>;
/** What may be told of an agent; its key is not among it. */
export type AgentFacts = Omit<Entry, 'sealed'>;

export interface AgentShelf {
  list(): readonly AgentFacts[];
  create(input: {
    readonly service: Service;
    readonly name: string;
    readonly named?: true | undefined;
  }): AgentFacts;
  /** A new key in the place of the old one, which is gone from this machine at once. */
  rotate(id: string): AgentFacts | undefined;
  remove(id: string): boolean;
  /** The agent's secret key, 32 bytes, to be wiped after use. Throws DataFolderError where the secret is not the right one. */
  secretKey(id: string): Uint8Array | undefined;
}

export function agentShelf(folder: DataFolder, secretFile: string): AgentShelf {
  const path = join(folder.path, FILE);

  function entries(): Entry[] {
    if (!existsSync(path)) return [];
    const parsed = fileSchema.safeParse(json(readFileSync(path, 'utf8')));
    if (!parsed.success) throw new DataFolderError(`${path} is damaged: restore it from a backup.`);
    return parsed.data.agents;
  }

  const save = (agents: readonly Entry[]) =>
    folder.writePrivate(FILE, `${JSON.stringify({ v: 1, agents }, null, 2)}\n`);

  /** Made with the first agent; never made anew over keys that it could not open. */
  function secret(mayMake: boolean): Buffer {
    if (!existsSync(secretFile)) {
      if (!mayMake)
        throw new DataFolderError(
          `${secretFile} is not there: the service agents’ keys do not open without it. Restore it, or revoke the agents and make new ones.`,
        );
      writeFileSync(secretFile, `${randomBytes(32).toString('hex')}\n`, {
        mode: 0o600,
        flag: 'wx',
        flush: true,
      });
      chmodSync(secretFile, 0o600);
    }
    const text = readFileSync(secretFile, 'utf8').trim();
    if (!/^[0-9a-f]{64}$/.test(text))
      throw new DataFolderError(
        `${secretFile} is damaged: it holds 64 hexadecimal digits. Restore it from a backup.`,
      );
    return Buffer.from(text, 'hex');
  }

  function sealedKey(id: string, mayMake: boolean): { npub: string; sealed: string } {
    const key = generateSecretKey();
    const npub = npubEncode(getPublicKey(key));
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(secret(mayMake), id), nonce).setAAD(aad(id, npub));
    const sealed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    key.fill(0);
    return { npub, sealed: sealed.toString('base64') };
  }

  return {
    list: () => entries().map(facts),
    create({ service, name, named }) {
      const known = entries();
      const id = randomUUID();
      const entry: Entry = {
        id,
        service,
        name,
        createdAt: new Date().toISOString(),
        ...(named && { named }),
        ...sealedKey(id, known.length === 0),
      };
      save([...known, entry]);
      return facts(entry);
    },
    rotate(id) {
      const known = entries();
      const old = known.find((entry) => entry.id === id);
      if (!old) return undefined;
      // Rotated twice before the charter followed, it names the first of them still; else the second.
      const replaces = [...(old.replaces ?? []), old.npub];
      const next: Entry = { ...old, ...sealedKey(id, false), replaces };
      save(known.map((entry) => (entry === old ? next : entry)));
      return facts(next);
    },
    remove(id) {
      const known = entries();
      const left = known.filter((entry) => entry.id !== id);
      if (left.length < known.length) save(left);
      return left.length < known.length;
    },
    secretKey(id) {
      const entry = entries().find((each) => each.id === id);
      if (!entry) return undefined;
      const bytes = Buffer.from(entry.sealed, 'base64');
      const cipher = createDecipheriv('aes-256-gcm', keyOf(secret(false), id), bytes.subarray(0, 12))
        .setAAD(aad(id, entry.npub))
        .setAuthTag(bytes.subarray(-16));
      try {
        return new Uint8Array(Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]));
      } catch {
        throw new DataFolderError(
          `${secretFile} does not open the key of the agent “${entry.name}”: it is not the secret it was sealed under.`,
        );
      }
    },
  };
}

function facts({ sealed: _key, ...rest }: Entry): AgentFacts {
  return rest;
}

/** A sealed key moved to another agent, or under another public key, does not open. */
const aad = (id: string, npub: string) => Buffer.from(`keychart agent ${id} ${npub}`);
const keyOf = (secret: Buffer, id: string) =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.from('keychart-agent-v1'), Buffer.from(id), 32));

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
