/** NIP-67: EOSE with a hint whether these were all. */

/** Every stored event that matches was sent. */
export const FINISH = 'finish';
/** There are more; page with `until`. */
export const MORE = 'more';

/** The relay's end of stored events. Say `finish` only when no `limit`, of the filter or of our own, cut it off. */
export function eoseMessage(subscription: string, hint?: typeof FINISH | typeof MORE): unknown[] {
  return hint === undefined ? ['EOSE', subscription] : ['EOSE', subscription, [hint]];
}

/** The third element of an EOSE message, freshly parsed; unknown hints mean nothing, as the NIP demands. */
export function parseHints(value: unknown): { finish: boolean; more: boolean } {
  const hints: unknown[] = Array.isArray(value) ? value : [];
  return { finish: hints.includes(FINISH), more: hints.includes(MORE) };
}
