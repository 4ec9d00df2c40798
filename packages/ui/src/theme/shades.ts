/** Ten shades of one colour, the seventh being the colour itself: text and filled surfaces use it, tints the others. */
import type { MantineColorsTuple } from '@mantine/core';

const TOWARDS_WHITE = [0.93, 0.85, 0.7, 0.55, 0.4, 0.26, 0.13] as const;
const TOWARDS_BLACK = [0.18, 0.34] as const;

/** @param hex `#rrggbb`, dark enough for 4.5:1 on white. */
export function shades(hex: string): MantineColorsTuple {
  const lighter = TOWARDS_WHITE.map((part) => mix(hex, 255, part));
  const darker = TOWARDS_BLACK.map((part) => mix(hex, 0, part));
  return [...lighter, hex, ...darker] as unknown as MantineColorsTuple;
}

function mix(hex: string, target: number, part: number): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  return `#${channels
    .map((c) =>
      Math.round(c + (target - c) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
