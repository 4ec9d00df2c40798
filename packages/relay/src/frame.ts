/**
 * Unmasked, final text frames (RFC 6455 §5.2), made by us so that one frame can be written to many sockets.
 * Only valid because no extension (compression) is ever negotiated.
 */
const TEXT = 0x81;

export function textFrame(text: string): Buffer {
  return frameOf(Buffer.byteLength(text), (frame, at) => frame.write(text, at, 'utf8'));
}

/** `["EVENT",<sub>,<raw>]`, where `prefix` is the part before the event. */
export function eventFrame(prefix: string, raw: string): Buffer {
  return textFrame(`${prefix}${raw}]`);
}

export function eventPrefix(subscriptionId: string): string {
  return `["EVENT",${JSON.stringify(subscriptionId)},`;
}

function frameOf(length: number, fill: (frame: Buffer, at: number) => void): Buffer {
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = TEXT;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  fill(frame, head);
  return frame;
}
