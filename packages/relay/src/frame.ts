/**
 * Unmasked, final text frames (RFC 6455 §5.2), made by us so that one frame can be written to many sockets.
 * Only valid because no extension (compression) is ever negotiated.
 */
const TEXT = 0x81;

const CHUNK = 65_536;
const CLOSING_BRACKET = 0x5d;

export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(headLength(length) + length);
  frame.write(text, putHead(frame, 0, length), 'utf8');
  return frame;
}

/** One event for many subscriptions: the long part is made once and shared by all their frames. */
export interface SharedFrame {
  /** What goes before `body` for one subscription. */
  head(prefix: string): Buffer;
  readonly body: Buffer;
}

export function sharedFrame(raw: string): SharedFrame {
  const body = Buffer.from(`${raw}]`, 'utf8');
  const heads = new Map<string, Buffer>();
  return {
    body,
    head: (prefix) => {
      let head = heads.get(prefix);
      if (!head) {
        const length = Buffer.byteLength(prefix);
        const size = headLength(length + body.length);
        head = Buffer.allocUnsafe(size + length);
        head.write(prefix, putHead(head, 0, length + body.length), 'utf8');
        heads.set(prefix, head);
      }
      return head;
    },
  };
}

/** The frames of many events, some to a buffer: one write for dozens of them. Call `end` after the last. */
export function eventFrames(
  prefix: string,
  write: (chunk: Buffer) => void,
): { add(raw: string): void; end(): void } {
  const start = Buffer.from(prefix, 'utf8');
  let chunk = Buffer.allocUnsafe(CHUNK);
  let at = 0;
  const end = () => {
    if (at > 0) write(chunk.subarray(0, at));
    at = 0;
  };
  return {
    end,
    add(raw) {
      const bytes = Buffer.byteLength(raw);
      const length = start.length + bytes + 1;
      const size = headLength(length) + length;
      if (at + size > chunk.length) {
        end();
        chunk = Buffer.allocUnsafe(Math.max(CHUNK, size));
      }
      at = putHead(chunk, at, length);
      at += start.copy(chunk, at);
      // Nearly always plain ASCII (hex and base64), which is copied instead of encoded.
      at += chunk.write(raw, at, bytes === raw.length ? 'latin1' : 'utf8');
      chunk[at++] = CLOSING_BRACKET;
    },
  };
}

export function eventPrefix(subscriptionId: string): string {
  return `["EVENT",${JSON.stringify(subscriptionId)},`;
}

function headLength(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}

/** Returns where the payload begins. */
function putHead(frame: Buffer, at: number, length: number): number {
  const head = headLength(length);
  frame[at] = TEXT;
  if (head === 2) frame[at + 1] = length;
  else if (head === 4) {
    frame[at + 1] = 126;
    frame.writeUInt16BE(length, at + 2);
  } else {
    frame[at + 1] = 127;
    frame.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + head;
}
