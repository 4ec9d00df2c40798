/** A key of the practice on paper: one sheet, or three of which two restore it. What stands on each, for a terminal. */
import { nsecEncode } from '@keychart/nostr';
import { describeShare, type SheetKey, splitKey } from '@keychart/protocol';

/** One of the two; neither is kept anywhere. */
export type Sheets = { readonly nsec: string } | { readonly shares: readonly string[] };

export async function keySheets(secret: Uint8Array, key: SheetKey, split: boolean): Promise<Sheets> {
  return split ? { shares: await splitKey(secret, key) } : { nsec: nsecEncode(secret) };
}

export function sheetLines(sheets: Sheets): string[] {
  if ('nsec' in sheets) return [`  ${sheets.nsec}`];
  return sheets.shares.flatMap((text) => {
    const share = describeShare(text);
    if ('error' in share) throw new Error(share.error);
    return [`  Sheet ${share.index} of ${share.total}, set ${share.set}:`, `  ${text}`];
  });
}

/** What to do with them. */
export const splitWords =
  'Three sheets: write each on its own paper, keep them in three places. Any two restore the key, one alone is worthless.';
