/**
 * Detail pages are addressed by a number that means something only in this session: browsers keep their history in the
 * clear, and a record's or person's id in an address would outlive the lock.
 */
import { createContext, useContext } from 'react';

export interface PageTarget {
  readonly patientId: string;
  /** One record, or all values taken at one moment. */
  readonly ids: readonly string[];
}

export interface PageNumbers {
  /** The same target always has the same number. */
  numberOf(target: PageTarget): string;
  target(page: string): PageTarget | undefined;
}

export function createPageNumbers(): PageNumbers {
  const targets: PageTarget[] = [];
  const known = new Map<string, string>();
  return {
    numberOf(target) {
      const key = JSON.stringify([target.patientId, target.ids]);
      const before = known.get(key);
      if (before !== undefined) return before;
      const page = String(targets.push(target));
      known.set(key, page);
      return page;
    },
    target: (page) => (/^\d{1,6}$/.test(page) ? targets[Number(page) - 1] : undefined),
  };
}

const Context = createContext<PageNumbers | undefined>(undefined);
export const PageNumbersContext = Context.Provider;

export function usePageNumbers(): PageNumbers {
  const value = useContext(Context);
  if (value === undefined) throw new Error('usePageNumbers: no session is open here');
  return value;
}
