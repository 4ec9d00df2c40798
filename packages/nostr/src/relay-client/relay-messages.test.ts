import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRelayMessage } from './relay-messages.ts';

describe('parseRelayMessage', () => {
  it('reads what relays say', () => {
    const read = (...message: unknown[]) => parseRelayMessage(JSON.stringify(message));
    expect(read('EOSE', 's', ['finish'])).toEqual({ type: 'EOSE', sub: 's', finish: true, more: false });
    expect(read('EOSE', 's')).toEqual({ type: 'EOSE', sub: 's', finish: false, more: false });
    expect(read('OK', 'i', true)).toEqual({ type: 'OK', id: 'i', accepted: true, message: '' });
    expect(read('CLOSED', 's', 'error: x')).toEqual({ type: 'CLOSED', sub: 's', reason: 'error: x' });
    expect(read('COUNT', 's', { count: 2 })).toEqual({ type: 'COUNT', sub: 's', count: 2 });
    expect(read('AUTH', 'c')).toEqual({ type: 'AUTH', challenge: 'c' });
    expect(read('NOTICE', 'n')).toEqual({ type: 'NOTICE', message: 'n' });
    expect(read('EVENT', 's', {})).toMatchObject({ type: 'BAD_EVENT', sub: 's' });
    for (const odd of [['OK', 'i', 'true'], ['COUNT', 's', 2], ['AUTH', 1], ['WHAT', 's'], []]) {
      expect(read(...odd)).toHaveProperty('error');
    }
    expect(parseRelayMessage(new Uint8Array(3))).toHaveProperty('error');
    expect(parseRelayMessage('x'.repeat(8_000_001))).toEqual({ error: 'a frame that is too long' });
  });

  it('never throws', () => {
    const verbs = fc.constantFrom('EVENT', 'EOSE', 'OK', 'CLOSED', 'COUNT', 'AUTH', 'NOTICE', 'X');
    fc.assert(
      fc.property(verbs, fc.array(fc.jsonValue(), { maxLength: 4 }), (verb, rest) => {
        parseRelayMessage(JSON.stringify([verb, ...rest]));
        parseRelayMessage(JSON.stringify([verb, 's', ...rest]));
      }),
    );
    fc.assert(fc.property(fc.string(), (frame) => void parseRelayMessage(frame)));
  });
});
