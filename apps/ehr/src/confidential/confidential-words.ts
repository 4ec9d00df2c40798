/** What is said about requests for the confidential part of a chart. Pure. */
import type { ConfidentialRequest } from '@keychart/chart';
import { dateText } from '@keychart/ui';

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

/** How a request of one's own stands. @param time of its end, as to be read. */
export function ownStateText(request: ConfidentialRequest, time: string): string {
  switch (request.state) {
    case 'asked':
      return 'You have asked for the confidential part. A colleague who holds its keys has to answer.';
    case 'allowed':
      return `${somebody(request.answeredBy)} opened the confidential part for you, for reading, until ${time}.`;
    case 'declined':
      return `${somebody(request.answeredBy)} declined your request for the confidential part.`;
    case 'ended':
      return 'Your access to the confidential part has ended. What you read is gone from this device.';
    case 'lapsed':
      return 'Nobody answered your request for the confidential part within a day.';
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
