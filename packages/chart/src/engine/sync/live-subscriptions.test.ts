import { expect, test } from 'vitest';
import { liveChannels } from './live-subscriptions.ts';

const channel = (c: string, n: number, g: number) => ({ c, n, g, Q: `${c}:${n}:${g}` });

test('of years of epochs and generations the present ones and those before them are listened to', () => {
  const all = ['desk', 'clin'].flatMap((c) =>
    [1, 2, 3, 4].flatMap((n) => [0, 1, 2].map((g) => channel(c, n, g))),
  );
  expect([...liveChannels(all)].sort()).toEqual(
    ['clin:3:1', 'clin:3:2', 'clin:4:1', 'clin:4:2', 'desk:3:1', 'desk:3:2', 'desk:4:1', 'desk:4:2'].sort(),
  );
  // What a family was handed need not go up to the practice's present epoch.
  expect(liveChannels([channel('msg', 0, 0), channel('desk', 7, 5)])).toEqual(['msg:0:0', 'desk:7:5']);
});
