/**
 * A server that has gone wrong: it serves the apps and says which practice it is, like the real one behind it, but its
 * relay falls silent. `mute`: never asks who is there. `deaf`: asks, and never says whether the answer will do.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Practice } from './practice.ts';

export interface SilentServer {
  readonly origin: string;
  close(): Promise<void>;
}

export async function startSilentServer(practice: Practice, fault: 'mute' | 'deaf'): Promise<SilentServer> {
  const sockets = new Set<Duplex>();
  const server = createServer((question, answer) => forward(practice, question, answer));
  server.on('upgrade', (question, socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.write(handshake(question));
    if (fault === 'deaf') socket.write(textFrame(JSON.stringify(['AUTH', 'a challenge nobody waits for'])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(practice: Practice, question: IncomingMessage, answer: ServerResponse): void {
  const { method, url = '/', headers } = question;
  const asked = request(practice.origin + url, { method, headers }, (found) => {
    // The policy names the real server's sockets; this one is another.
    const { 'content-security-policy': _, ...rest } = found.headers;
    answer.writeHead(found.statusCode ?? 502, rest);
    found.pipe(answer);
  });
  asked.on('error', () => answer.destroy());
  question.pipe(asked);
}

function handshake({ headers }: IncomingMessage): string {
  const accept = createHash('sha1')
    .update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  return [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
    '\r\n',
  ].join('\r\n');
}

/** @param text shorter than 126 bytes */
const textFrame = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x81, Buffer.byteLength(text)]), Buffer.from(text)]);
