/** A founded practice on a real relay in a process of its own, so that client and relay do not share a thread. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { foundPractice } from '@keychart/chart';
import { generateSecretKey, getPublicKey } from '@keychart/nostr';
import { bestVerifier, nodeSigner } from '@keychart/nostr/node';
import { createRelay, openSqliteStore, practicePolicy } from '@keychart/relay';

export interface BenchPractice {
  readonly url: string;
  readonly root: string;
  readonly self: string;
  /** The doctor's secret key, hex; made for this run. */
  readonly doctor: string;
  /** Of the others on the staff. */
  readonly nurses: readonly string[];
}

const folder = process.argv[2] ?? '.';
const [relaySecret, rootSecret, doctor] = [generateSecretKey(), generateSecretKey(), generateSecretKey()];
const nurses = Array.from({ length: Number(process.argv[3] ?? 0) }, () => generateSecretKey());
const founded = await foundPractice({
  name: 'Bench Practice (made up)',
  timeZone: 'UTC',
  rootSecret,
  nextRoot: getPublicKey(generateSecretKey()),
  admin: nodeSigner(doctor),
  staff: [
    { name: 'Dr. Bench', role: 'doctor', pubkey: getPublicKey(doctor), admin: true },
    ...nurses.map((secret, i) => ({
      name: `Nurse ${i}`,
      role: 'nurse' as const,
      pubkey: getPublicKey(secret),
    })),
  ],
  at: Math.floor(Date.now() / 1000) - 86_400,
});
const store = openSqliteStore(join(folder, 'relay.sqlite'));
store.insert(founded.events.map((event) => ({ event, raw: JSON.stringify(event) })));
const server = createServer();
let url = '';
createRelay({
  store,
  policy: practicePolicy({ root: founded.root, secretKey: relaySecret }),
  verifier: await bestVerifier(),
  url: () => url,
  limits: { messagesPerSecond: 1e6, messageBurst: 1e6 } as never,
}).attach(server);
server.listen(0, '127.0.0.1', () => {
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const practice: BenchPractice = {
    url,
    root: founded.root,
    self: getPublicKey(relaySecret),
    doctor: Buffer.from(doctor).toString('hex'),
    nurses: nurses.map((secret) => Buffer.from(secret).toString('hex')),
  };
  process.send?.(practice);
});
