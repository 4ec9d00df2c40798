/** The few things of the platform that the pure door uses, declared narrowly: timers and a WebSocket. */

export type TimerHandle = unknown;

interface Timers {
  setTimeout(work: () => void, ms: number): TimerHandle;
  clearTimeout(handle: TimerHandle): void;
  setImmediate?(work: () => void): unknown;
}

export const timers = globalThis as unknown as Timers;

/** Resolves after other pending work of this thread had its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    if (timers.setImmediate) timers.setImmediate(resolve);
    else timers.setTimeout(resolve, 0);
  });
}

/** What we use of a WebSocket; the browser's and `ws` both fit. */
export interface WebSocketLike {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
}

export type WebSocketConstructor = new (url: string) => WebSocketLike;

/** The WebSocket of the platform; throws TypeError where there is none (Node 20: pass the one of `ws`). */
export function platformWebSocket(): WebSocketConstructor {
  const found = (globalThis as unknown as { WebSocket?: WebSocketConstructor }).WebSocket;
  if (!found) throw new TypeError('WebSocket: this platform has none; pass a constructor');
  return found;
}

/** What we use of an AbortSignal. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
