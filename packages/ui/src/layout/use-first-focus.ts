/** Puts the focus on the element marked `data-autofocus` when a form appears: whoever opened it wants to type. */
import { type RefObject, useEffect, useRef } from 'react';

export function useFirstFocus<E extends HTMLElement>(): RefObject<E | null> {
  const form = useRef<E>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
  }, []);
  return form;
}
