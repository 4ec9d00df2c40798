/**
 * What time it is for an open chart. A device's clock may be wrong, or be set while the chart is open: what ends at a
 * second ends by the server's clock where that is known, and never later than the time that has really gone by.
 */

/** Seconds by which a clock may be off before anybody is told, and before what is signed is refused. */
export const CLOCK_TOLERANCE = 300;
/** Milliseconds between two looks at the clock. */
const LOOK_EVERY = 5_000;
/** Seconds between two notes of the time: so much can be won back by who kills the browser and sets the clock. */
const KEEP_EVERY = 60;
/** Seconds; an answer of the server's is a whole second and was a while on its way. */
const UNSURE = 10;

/** The server's time and, of the same moment, what this device's clock showed. Seconds. */
export interface ServerTime {
  readonly server: number;
  readonly device: number;
}

interface ClockParts {
  /** This device's clock, seconds. */
  readonly device: () => number;
  /** Milliseconds of a clock that nobody can set. */
  readonly steady?: () => number;
  /** Asks the server; `undefined` where it cannot be reached. */
  readonly ask?: () => Promise<ServerTime | undefined>;
  readonly known?: ServerTime;
  /** The latest time this device has been sure of in an earlier session: it is not earlier than that now. */
  readonly seen?: number;
  readonly onSeen: (seconds: number) => void;
  /** The clock was found to be off, or right again, or more time has gone by than timers know of. */
  readonly changed: () => void;
}

export interface EngineClock {
  /** Seconds. */
  now(): number;
  /** Seconds by which the device's clock is known to be ahead, below 0 behind; 0 while it is about right. */
  readonly off: number;
  /** The server has been asked, if it can be, where it never was or the clock has jumped since. */
  sure(): Promise<void>;
  /** What time it is stays known over a restart, where it was the server's word. */
  keep(): void;
  close(): void;
}

export function engineClock(parts: ClockParts): EngineClock {
  const { device, steady = () => performance.now(), ask, onSeen, changed } = parts;
  /** Server minus device; 0 where that is about nothing, or unknown. */
  let offset = 0;
  let anchor = { time: Math.max(device(), parts.seen ?? 0), at: steady() };
  let asking: Promise<void> | undefined;
  let told = 0;
  let measured = false;
  let kept = 0;
  let looked = Math.max(device(), parts.seen ?? 0);

  const elapsed = () => anchor.time + Math.floor((steady() - anchor.at) / 1000);
  const now = () => Math.max(device() + offset, elapsed());
  const off = () => {
    const by = device() - now();
    return Math.abs(by) > CLOCK_TOLERANCE ? by : 0;
  };

  function take({ server, device: then }: ServerTime): void {
    measured = true;
    const apart = server - then;
    offset = Math.abs(apart) > UNSURE ? apart : 0;
    anchor = { time: device() + offset, at: steady() };
    keep();
    tell();
  }

  function tell(): void {
    const minutes = Math.round(off() / 60);
    if (minutes === told) return;
    told = minutes;
    changed();
  }

  const isSure = () => measured && Math.abs(device() + offset - elapsed()) <= UNSURE;

  function sure(): Promise<void> {
    if (!ask || isSure()) return Promise.resolve();
    asking ??= ask()
      .then((answer) => answer && take(answer))
      .finally(() => {
        asking = undefined;
      });
    return asking;
  }

  function keep(): void {
    if (!measured) return;
    kept = now();
    onSeen(kept);
  }

  const look = () => {
    // Timers stand still while a machine sleeps: what should have ended meanwhile ends now.
    if (now() - looked > LOOK_EVERY / 1000 + UNSURE) changed();
    looked = now();
    tell();
    if (now() - kept >= KEEP_EVERY) keep();
    // Without an answer it is asked again at the next look.
    sure().catch(() => undefined);
  };
  if (parts.known) take(parts.known);
  const timer = setInterval(look, LOOK_EVERY);
  (timer as { unref?: () => void }).unref?.();
  return {
    now,
    get off() {
      return off();
    },
    sure,
    keep,
    close() {
      clearInterval(timer);
      keep();
    },
  };
}

/** In words, for whoever is about to sign. */
export const clockWords = (off: number): string =>
  `the clock of this device is ${offText(off)}: set it right, then sign again`;

/** `an hour ahead`, `3 days behind`. */
export const offText = (off: number): string => `${spanText(Math.abs(off))} ${off > 0 ? 'ahead' : 'behind'}`;

function spanText(seconds: number): string {
  const steps = [
    [31_557_600, 'year'],
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ] as const;
  // 59 minutes and 50 seconds are an hour, not 60 minutes.
  const isOf = ([size]: readonly [number, string], i: number) =>
    seconds >= size - (steps[i + 1]?.[0] ?? 0) / 2;
  const [size, name] = steps.find(isOf) ?? ([60, 'minute'] as const);
  const count = Math.max(1, Math.round(seconds / size));
  return count === 1 ? (name === 'hour' ? 'an hour' : `a ${name}`) : `${count} ${name}s`;
}
