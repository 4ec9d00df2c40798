/** Puts the focus on the element marked `data-autofocus` when a form appears: whoever opened it wants to type. */
import { type RefObject, useEffect, useRef } from 'react';

/** @param again a changed value focuses anew, e.g. when the form shows other fields. */
export function useFirstFocus<E extends HTMLElement>(again?: string): RefObject<E | null> {
  const form = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is the reason to focus anew
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
  }, [again]);
  return form;
}
