/** NIP-70: a tag `["-"]` asks relays to take the event from its author only. */
export function isProtected(event: { readonly tags: readonly (readonly string[])[] }): boolean {
  return event.tags.some((tag) => tag[0] === '-');
}
