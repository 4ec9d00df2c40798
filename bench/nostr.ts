// Signatures and NIP-44 on one core: ours beside the bare libraries, in the same run, rounds interleaved so that
// a busy machine slows both. A record is about 1.5 KB.

import { pathToFileURL } from 'node:url';
import * as toolsNip44 from 'nostr-tools/nip44';
import { verifyEvent as toolsVerify } from 'nostr-tools/pure';
import {
  finalizeEvent,
  generateSecretKey,
  getConversationKey,
  getPublicKey,
  localSigner,
  matchFilter,
  type NostrEvent,
  nip44,
  nobleVerifier,
  parseEvent,
  wasmVerifier,
} from '../packages/nostr/src/index.ts';
import { bestVerifier, nativeVerifier, nodeNip44, nodeSigner } from '../packages/nostr/src/node/index.ts';

const ROUNDS = 7;
/** Milliseconds of work per contender and round. */
const ROUND = 120;

/** Median operations per second of each contender; the rounds alternate between them. */
function race<Name extends string>(
  contenders: Record<Name, (index: number) => unknown>,
): Record<Name, number> {
  const entries = Object.entries(contenders) as [Name, (index: number) => unknown][];
  const rates = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (const [, work] of entries) for (let index = 0; index < 60; index++) work(index);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of entries) {
      const start = performance.now();
      let done = 0;
      do {
        for (let burst = 0; burst < 8; burst++) work(done++);
      } while (performance.now() - start < ROUND);
      rates.get(name)?.push((done * 1000) / (performance.now() - start));
    }
  }
  const median = (values: number[]) => Math.round(values.sort((a, b) => a - b)[values.length >> 1] ?? 0);
  return Object.fromEntries(entries.map(([name]) => [name, median(rates.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

function ratio(ours: number, theirs: number): number {
  return Math.round((ours / theirs) * 100) / 100;
}

export async function run(): Promise<Record<string, unknown>> {
  const secret = generateSecretKey();
  const peer = generateSecretKey();
  const key = getConversationKey(secret, getPublicKey(peer));
  const text = JSON.stringify({ resourceType: 'Observation', note: 'clear lungs, '.repeat(70) }).padEnd(
    1_024,
  );
  const events: NostrEvent[] = Array.from({ length: 64 }, (_, index) =>
    finalizeEvent(
      {
        kind: 2113,
        created_at: 1_800_000_000 + index,
        tags: [['p', getPublicKey(peer)]],
        content: nip44.encrypt(text, key),
      },
      secret,
    ),
  );
  const at = (index: number) => events[index % events.length] as NostrEvent;
  // nostr-tools remembers its verdict on the object: a copy per call keeps it honest.
  const copy = (event: NostrEvent) => ({ ...event });

  const [noble, wasm, native, best] = [
    nobleVerifier(),
    await wasmVerifier(),
    await nativeVerifier(),
    await bestVerifier(),
  ];
  const verify = race<string>({
    nostrTools: (index) => toolsVerify(copy(at(index))),
    noble: (index) => noble.verifySync(at(index)),
    wasm: (index) => wasm.verifySync(at(index)),
    ...(native && { native: (index: number) => native.verifySync(at(index)) }),
  });
  const nobleRate = verify.noble ?? 1;

  const payloads = events.map(({ content }) => content);
  const payload = (index: number) => payloads[index % payloads.length] as string;
  const decrypt = race({
    nostrTools: (index) => toolsNip44.decrypt(payload(index), key),
    pure: (index) => nip44.decrypt(payload(index), key),
    node: (index) => nodeNip44.decrypt(payload(index), key),
  });
  const encrypt = race({
    nostrTools: () => toolsNip44.encrypt(text, key),
    pure: () => nip44.encrypt(text, key),
    node: () => nodeNip44.encrypt(text, key),
  });

  const [local, node] = [localSigner(secret), nodeSigner(secret)];
  const template = { kind: 1, created_at: 1, tags: [], content: text };
  const sign = race({
    pure: () => void local.signEvent(template),
    node: () => void node.signEvent(template),
  });

  const parsed = events.map((event) => JSON.parse(JSON.stringify(event)) as unknown);
  const structure = race({
    parseEvent: (index) => parseEvent(parsed[index % parsed.length]),
    matchFilter: (index) => matchFilter({ kinds: [2113], '#p': [getOrEmpty(at(index))] }, at(index)),
  });

  return {
    unit: 'operations per second on one core, median of interleaved rounds',
    verify: {
      ...verify,
      best: best.name,
      wasmToNoble: ratio(verify.wasm ?? 0, nobleRate),
      ...(verify.native !== undefined && { nativeToNoble: ratio(verify.native, nobleRate) }),
      mark: '>= 4 x noble',
    },
    nip44Decrypt: {
      ...decrypt,
      pureTimesBareLibrary: ratio(decrypt.nostrTools, decrypt.pure),
      nodeTimesBareLibrary: ratio(decrypt.nostrTools, decrypt.node),
      mark: '<= 1.5 x the time of the bare library',
    },
    nip44Encrypt: encrypt,
    sign,
    structure,
  };
}

function getOrEmpty(event: NostrEvent): string {
  return event.tags[0]?.[1] ?? '';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await run(), null, 2));
}
