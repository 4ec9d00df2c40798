/** Draws its content a turn after what surrounds it, so that a large first screen is not one long task. */
import { type ReactNode, startTransition, useEffect, useState } from 'react';

export function NextTurn({ children }: { readonly children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const turn = setTimeout(() => startTransition(() => setDue(true)), 0);
    return () => clearTimeout(turn);
  }, []);
  return due ? children : null;
}
