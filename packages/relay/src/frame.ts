/**
 * Unmasked, final text frames (RFC 6455 §5.2), made by us so that one frame can be written to many sockets.
 * Only valid because no extension (compression) is ever negotiated.
 */
const TEXT = 0x81;

const CHUNK = 65_536;

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

/** The frames of many events, some to a buffer: one write for dozens of them. */
export function* eventFrames(prefix: string, raws: Iterable<string>): Iterable<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK);
  let at = 0;
  for (const raw of raws) {
    // Three bytes are the most that UTF-8 needs for one UTF-16 unit; the exact size is asked only when it matters.
    if (at + 10 + (prefix.length + raw.length + 1) * 3 > CHUNK) {
      const length = Buffer.byteLength(prefix) + Buffer.byteLength(raw) + 1;
      if (at + headLength(length) + length > CHUNK) {
        if (at > 0) yield chunk.subarray(0, at);
        chunk = Buffer.allocUnsafe(Math.max(CHUNK, headLength(length) + length));
        at = 0;
      }
    }
    const text = `${prefix}${raw}]`;
    const length = Buffer.byteLength(text);
    at = putHead(chunk, at, length);
    at += chunk.write(text, at, 'utf8');
  }
  if (at > 0) yield chunk.subarray(0, at);
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
