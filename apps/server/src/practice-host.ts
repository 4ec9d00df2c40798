/**
 * Holds the practice of a data folder: its relay and event database. A server may start before there is one;
 * it is opened when `keychart setup` has written the settings, without a restart.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Verifier } from '@keychart/nostr';
import { formatConnection } from '@keychart/protocol';
import { createRelay, type Detail, openSqliteStore, practicePolicy, type Relay } from '@keychart/relay';
import type { FastifyBaseLogger } from 'fastify';
import type { Addresses } from './addresses.ts';
import { adminsOf } from './admin-access.ts';
import type { DataFolder } from './data-folder.ts';
import { shortAddress } from './logger.ts';
import { openPracticeAudit, type PracticeAudit } from './practice-audit.ts';
import type { PracticeSettings } from './practice-settings.ts';

export interface OpenPractice {
  readonly audit: Pick<PracticeAudit, 'note' | 'administered'>;
  readonly settings: PracticeSettings;
  readonly relay: Relay;
  /** The NIP-11 document. */
  info(): Record<string, unknown>;
  /** Throws where the database cannot be read. */
  probe(): void;
  /** Public keys of those who may change the staff. */
  admins(): readonly string[];
}

export interface PracticeHost {
  /** Undefined while there is none. Throws DataFolderError for damaged files. */
  current(): OpenPractice | undefined;
  /** The connection string, to be shown to people. */
  connection(): string | undefined;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Answers what came in, closes sockets and database. */
  close(): Promise<void>;
}

export interface PracticeHostOptions {
  readonly folder: DataFolder;
  readonly verifier: Verifier;
  readonly log: FastifyBaseLogger;
  readonly addresses: () => Addresses;
  readonly behindProxy: boolean;
  /** What this server was told to be, for its log. */
  readonly settings: Detail;
  /** Unix seconds. */
  readonly now?: () => number;
}

type Opened = OpenPractice & { close(): Promise<void> };

export function createPracticeHost(options: PracticeHostOptions): PracticeHost {
  const { folder, addresses } = options;
  let opened: Opened | undefined;
  let closing = false;

  function current(): Opened | undefined {
    if (opened || closing) return opened;
    const settings = folder.settings();
    if (settings) opened = openPractice(settings, options);
    return opened;
  }

  return {
    current,
    connection: () => {
      const practice = current();
      if (!practice) return undefined;
      const { name, root } = practice.settings;
      return formatConnection({ name, root, relay: addresses().relayUrl });
    },
    handleUpgrade: (request, socket, head) => {
      const practice = current();
      if (practice) return practice.relay.handleUpgrade(request, socket, head);
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\nno practice yet\n');
    },
    close: async () => {
      closing = true;
      await opened?.close();
      opened = undefined;
    },
  };
}

function openPractice(settings: PracticeSettings, options: PracticeHostOptions): Opened {
  const { folder, verifier, log, addresses, behindProxy } = options;
  const key = folder.relayKey();
  const store = openSqliteStore(folder.privateDatabase());
  const now = options.now ?? (() => Math.floor(Date.now() / 1000));
  const clock = options.now ? { now: options.now } : {};
  const audit = openAudit();
  const relay = createRelay({
    store,
    verifier,
    policy: practicePolicy({ root: settings.root, secretKey: key.secret, ...clock }),
    url: () => addresses().relayUrls,
    info: { name: settings.name, pubkey: settings.root, self: key.pubkey },
    log: ({ level, message, data }) => {
      log[level]({ ...data }, message);
    },
    audit: audit.note,
    ...(behindProxy ? { addressOf: forwardedAddress } : {}),
    ...clock,
  });
  audit.follow(relay);
  log.info({ events: store.size(), verifier: verifier.name }, 'the practice is open');
  return {
    settings,
    relay,
    audit,
    info: () => ({
      ...relay.info(),
      practice: {
        name: settings.name,
        root: settings.root,
        demo: settings.demo,
        signer_relays: addresses().signerRelays ?? [],
      },
    }),
    probe: () => {
      store.size();
    },
    admins: () => adminsOf(store, settings.root, now()),
    close: async () => {
      await relay.close();
      audit.close();
      store.close();
    },
  };

  function openAudit(): PracticeAudit {
    const { v: _, ...practice } = settings;
    try {
      const told = { ...options.settings, practice };
      return openPracticeAudit({ folder, store, key, log, settings: told, now });
    } catch (error) {
      store.close();
      throw error;
    }
  }
}

/** The client's address as a proxy on this machine tells it; its own word counts for nothing. */
function forwardedAddress(request: IncomingMessage): string {
  const socket = request.socket.remoteAddress ?? '';
  if (!['127.0', '::1'].some((prefix) => shortAddress(socket).startsWith(prefix))) return socket;
  const forwarded = request.headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim();
  return last || socket;
}
