/** The addresses a server is reached at: what it prints, what AUTH events may name, what the CSP lets pages reach. */
import { isIP } from 'node:net';

export interface Addresses {
  /** For people: `http://127.0.0.1:4869/`. */
  readonly url: string;
  /** For the connection string: `wss://practice.example/`. */
  readonly relayUrl: string;
  /** Every WebSocket address that counts as this relay; the first is `relayUrl`. */
  readonly relayUrls: readonly string[];
  /** Other relays that pages may reach, for remote signers. */
  readonly signerRelays?: readonly string[];
}

export interface AddressInput {
  readonly host: string;
  /** The port in use, never 0. */
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly signerRelays?: readonly string[];
}

const wildcards = ['0.0.0.0', '::'];
/** Always accepted: commands on this machine use them, and nobody elsewhere can be made to. */
const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

export function serverAddresses({ host, port, publicUrl, signerRelays = [] }: AddressInput): Addresses {
  const shown = wildcards.includes(host) ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  const local = `http://${shown}:${port}`;
  const origin = publicUrl ?? local;
  const origins = new Set([origin, local, ...loopbackHosts.map((name) => `http://${name}:${port}`)]);
  const relayUrls = [...origins].map((each) => `${each.replace(/^http/, 'ws')}/`);
  return { url: `${origin}/`, relayUrl: relayUrls[0]!, relayUrls, signerRelays };
}

/** Can nobody but this machine connect to a server that listens on `host`? */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
