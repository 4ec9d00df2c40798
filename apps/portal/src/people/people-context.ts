/** Whose records this login opens, and whose are on screen now. In memory only: a person's id never reaches an address. */
import type { PatientRow } from '@keychart/chart';
import { createContext, useContext } from 'react';

export interface PeopleValue {
  readonly people: readonly PatientRow[];
  readonly person: PatientRow;
  readonly choose: (patientId: string) => void;
}

const Context = createContext<PeopleValue | undefined>(undefined);
export const PeopleContext = Context.Provider;

export function usePeople(): PeopleValue {
  const value = useContext(Context);
  if (value === undefined) throw new Error('usePeople: nobody is being viewed here');
  return value;
}

/** Id of the person on screen. */
export const usePersonId = (): string => usePeople().person.patientId;
