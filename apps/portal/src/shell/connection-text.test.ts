import { describe, expect, it } from 'vitest';
import { connectionText } from './connection-text.ts';

const status = (connection: 'live' | 'catching-up' | 'offline' | 'refused', detail?: string) => ({
  connection,
  unsent: 0,
  refused: 0,
  problems: 0,
  ...(detail === undefined ? {} : { detail }),
});

describe('connectionText', () => {
  it('never claims to be up to date unless it is', () => {
    expect(connectionText(status('live'), 'today')).toBe('Up to date');
    for (const other of [undefined, status('catching-up'), status('offline'), status('refused')])
      expect(connectionText(other, 'today')).not.toContain('Up to date');
  });

  it('says how old an offline record is, where that is known', () => {
    expect(connectionText(status('offline'), 'today, 9:14 AM')).toBe(
      'Offline: showing what is on this device, last updated today, 9:14 AM',
    );
    expect(connectionText(status('offline'), undefined)).toBe('Offline: showing what is on this device');
  });

  it('gives the reason of a refusal', () => {
    expect(connectionText(status('refused', 'the clock is wrong'), undefined)).toContain(
      'the clock is wrong',
    );
  });
});
