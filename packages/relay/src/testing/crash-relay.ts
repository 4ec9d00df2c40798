/** For tests: the process that `crash.test.ts` kills. Prints its port; runs until then. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bestVerifier } from '@keychart/nostr/node';
import { createRelay, openAuditLog, openPolicy, openSqliteStore } from '../index.ts';

const store = openSqliteStore(process.argv[2] ?? ':memory:');
// Often, so that the kill falls into writing.
const log = openAuditLog(process.argv[3] ?? ':memory:', { every: 5 });
const server = createServer();
const relay = createRelay({
  store,
  policy: openPolicy(),
  verifier: await bestVerifier(),
  url: 'ws://127.0.0.1',
  audit: log.note,
});
relay.attach(server);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
