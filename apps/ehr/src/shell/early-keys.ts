/**
 * Keys typed after the palette was asked for and before its field has the focus. They belong to it: they are kept back
 * from whatever still has the focus, a note half written or a shortcut, and handed over in their order.
 */

export interface EarlyKeys {
  readonly text: string;
  /** Enter was pressed after it. */
  readonly entered: boolean;
}

/** Longer than any palette takes that comes at all, milliseconds; then the keys are free again. */
const GIVE_UP_MS = 5_000;

/** Listens from now on. @returns takes what came and stops listening; nothing the second time. */
export function keepEarlyKeys(): () => EarlyKeys {
  let kept: EarlyKeys = { text: '', entered: false };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = afterKey(kept, event.key);
    if (next === undefined) return;
    kept = next;
    event.preventDefault();
    event.stopPropagation();
  };
  const stop = () => {
    clearTimeout(timer);
    removeEventListener('keydown', onKeyDown, { capture: true });
  };
  const timer = setTimeout(stop, GIVE_UP_MS);
  addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    stop();
    const taken = kept;
    kept = { text: '', entered: false };
    return taken;
  };
}

/** Undefined where a key is none of typing. */
export function afterKey({ text, entered }: EarlyKeys, key: string): EarlyKeys | undefined {
  if (key === 'Enter') return { text, entered: true };
  if (key === 'Backspace') return { text: [...text].slice(0, -1).join(''), entered };
  // Names of keys are longer than the one character that typing one gives.
  return [...key].length === 1 ? { text: text + key, entered } : undefined;
}
