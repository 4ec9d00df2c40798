/** What is said about requests for the confidential part of a chart. Pure. */
import type { ConfidentialRequest } from '@keychart/chart';
import { dateText } from '@keychart/ui';
import { listText } from '../words/staff-words.ts';

/** Minutes, as they are offered. */
export const LIMITS = [
  { value: '15', label: '15 minutes' },
  { value: '60', label: '1 hour' },
  { value: '240', label: '4 hours' },
  { value: '720', label: '12 hours' },
  { value: '1440', label: '24 hours' },
] as const;

export const limitText = (minutes: number): string =>
  LIMITS.find(({ value }) => value === String(minutes))?.label ?? `${minutes} minutes`;

/** A second on the practice's clock; empty where there is none. */
export const untilText = (instant: string | undefined, timeZone: string | undefined): string =>
  instant === undefined ? '' : dateText(instant, { timeZone, time: true });

const somebody = (name: string | undefined): string =>
  name === undefined || name === '' ? 'A colleague' : name;

/** Milliseconds after which nobody can be counted on to look up from another screen. */
export const SILENT_AFTER = 120_000;

/** How one's question waits: not sent yet, just asked, or asked and nobody has answered. */
export type Waiting = 'unsent' | 'fresh' | 'silent';

function waitingText({ holders }: ConfidentialRequest, waiting: Waiting, lapses: string): string {
  const names = holders.length === 0 ? 'a colleague who holds its keys' : listText(holders);
  const call = `Call ${names.replace(/ and (?!.* and )/, ' or ')}`;
  switch (waiting) {
    case 'unsent':
      return `Your request for the confidential part has not gone out: this device is offline. It is sent when the connection is back. ${call} if it cannot wait.`;
    case 'fresh':
      return `You have asked for the confidential part. One of those who hold its keys has to answer: ${names}.`;
    case 'silent':
      return `You have asked for the confidential part. Nobody has answered yet; perhaps nobody with its keys is at a screen. ${call}: your request is there when they open Keychart, until ${lapses}. Nobody else can open it.`;
  }
}

/** How a request of one's own stands. @param zone of the practice. */
export function ownStateText(
  request: ConfidentialRequest,
  zone: string | undefined,
  waiting: Waiting = 'fresh',
): string {
  const time = untilText(request.until, zone);
  switch (request.state) {
    case 'asked':
      return waitingText(request, waiting, untilText(request.lapsesAt, zone));
    case 'allowed':
      return `${somebody(request.answeredBy)} opened the confidential part for you, for reading, until ${time}.`;
    case 'declined':
      return `${somebody(request.answeredBy)} declined your request for the confidential part.`;
    case 'ended':
      return request.answeredBy === undefined
        ? 'You took back your request for the confidential part.'
        : 'Your access to the confidential part has ended. What you read is gone from this device.';
    case 'lapsed':
      return 'Nobody answered your request for the confidential part within a day. Ask again, and call a colleague who holds its keys.';
  }
}

/** What an administrator is told. */
export function noticeText(request: ConfidentialRequest, time: string): string {
  switch (request.state) {
    case 'asked':
      return 'No colleague has answered yet.';
    case 'allowed':
      return `${somebody(request.answeredBy)} allowed it, until ${time}.`;
    case 'declined':
      return `${somebody(request.answeredBy)} declined it.`;
    case 'ended':
      return request.answeredBy === undefined
        ? 'The request was taken back.'
        : `${somebody(request.answeredBy)} had allowed it; it ended ${time}.`;
    case 'lapsed':
      return 'Nobody answered within a day.';
  }
}
