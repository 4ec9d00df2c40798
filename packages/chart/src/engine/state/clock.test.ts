/** The clock of a device, set by hand while time goes by. */
import { describe, expect, test, vi } from 'vitest';
import { clockWords, engineClock, type ServerTime } from './clock.ts';

const REAL = 1_800_000_000;

/** A world in which `gone` seconds have passed, and a device whose clock shows `wrong` more than is true. */
function world(seen?: number) {
  const state = { gone: 0, wrong: 0, reachable: true };
  const onSeen = vi.fn();
  const changed = vi.fn();
  const ask = vi.fn(
    async (): Promise<ServerTime | undefined> =>
      state.reachable ? { server: REAL + state.gone, device: REAL + state.gone + state.wrong } : undefined,
  );
  const make = (known?: ServerTime) =>
    engineClock({
      device: () => REAL + state.gone + state.wrong,
      steady: () => state.gone * 1000,
      ask,
      onSeen,
      changed,
      ...(known && { known }),
      ...(seen !== undefined && { seen }),
    });
  return { state, ask, onSeen, changed, make };
}

describe('the clock of an open chart', () => {
  test.each([-3600, -86_400, -5 * 31_557_600])('set back by %i seconds: time goes on as it was', (wrong) => {
    const { state, make } = world();
    state.reachable = false;
    const clock = make();
    state.gone = 60;
    state.wrong = wrong;
    expect(clock.now()).toBe(REAL + 60);
    expect(clock.off).toBe(wrong);
    state.gone = 120;
    expect(clock.now()).toBe(REAL + 120);
    clock.close();
  });

  test.each([3600, 86_400, 5 * 31_557_600])(
    'set ahead by %i seconds: the server is asked, and is right',
    async (wrong) => {
      const { state, ask, make } = world();
      const clock = make({ server: REAL, device: REAL });
      await clock.sure();
      expect(ask).not.toHaveBeenCalled();
      state.wrong = wrong;
      await clock.sure();
      expect(ask).toHaveBeenCalledOnce();
      expect(clock.now()).toBe(REAL);
      expect(clock.off).toBe(wrong);
      // Set right again: asked once more, and nothing is off.
      state.wrong = 0;
      await clock.sure();
      expect(clock.off).toBe(0);
      expect(clock.now()).toBe(REAL);
      clock.close();
    },
  );

  test('wrong from the beginning: known by the first answer of the server', () => {
    const { state, changed, make } = world();
    state.wrong = 7200;
    const clock = make({ server: REAL, device: REAL + 7200 });
    expect(clock.now()).toBe(REAL);
    expect(clock.off).toBe(7200);
    expect(changed).toHaveBeenCalledOnce();
    clock.close();
  });

  test('a session before knew a later time: it is not earlier than that, server or not', () => {
    const { state, make } = world(REAL + 500);
    state.reachable = false;
    state.wrong = -86_400;
    const clock = make();
    expect(clock.now()).toBe(REAL + 500);
    expect(clock.off).toBeLessThan(-86_400);
    clock.close();
  });

  test('a few seconds apart are nobody’s business, and asleep is not wrong', async () => {
    const { state, ask, make } = world();
    state.wrong = 4;
    const clock = make({ server: REAL, device: REAL + 4 });
    expect(clock.now()).toBe(REAL + 4);
    expect(clock.off).toBe(0);
    state.wrong = 4000; // the steady clock stood still: the machine slept, and the server says so
    ask.mockResolvedValueOnce({ server: REAL + 4000, device: REAL + 4000 });
    await clock.sure();
    expect(clock.off).toBe(0);
    expect(clock.now()).toBe(REAL + 4000);
    clock.close();
  });
});

test.each([
  [3600, 'an hour ahead'],
  [-3598, 'an hour behind'],
  [-86_400, 'a day behind'],
  [-400, '7 minutes behind'],
  [5 * 31_557_600, '5 years ahead'],
  [7200, '2 hours ahead'],
])('%i seconds in words', (off, words) => expect(clockWords(off)).toContain(words));
