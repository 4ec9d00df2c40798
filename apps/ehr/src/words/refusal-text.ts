/** Why something was refused, as the engine says it, with its short names put into words. Pure. */
import { areasText } from './staff-words.ts';

/** The engine's reason with its short names for keys put into words. */
export const refusalText = (reason: string): string =>
  reason
    .replace(
      /the keys of (\w+), which this change has to hand on/,
      (_all, area: string) =>
        `the keys of ${areasText([area])}, which this change has to hand on. Ask an administrator whose key opens them to make it`,
    )
    .replace(
      /the keys of ([\w, ]+): /,
      (_all, areas: string) => `the keys of ${areasText(areas.split(', '))}: `,
    );
