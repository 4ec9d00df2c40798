/**
 * Structured logs for operators. They name routes, outcomes and times: never a query string, a key, an event
 * or a whole address.
 */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

/** Removed wherever they appear, should a library ever log its input. */
const secret = [
  'nsec',
  'secret',
  'secretKey',
  'authorization',
  'cookie',
  'content',
  'tags',
  'event',
  'headers',
];

export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    serializers: {
      // An error of a library can carry its input; its name and place suffice.
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        message: error.message,
      }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Enough of an address to see one client among many, not enough to name a household. */
export function shortAddress(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (plain.includes('.')) return `${plain.split('.').slice(0, 2).join('.')}.x.x`;
  return plain === '::1' ? '::1' : `${plain.split(':').slice(0, 2).join(':')}:x`;
}
