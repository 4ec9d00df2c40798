/** When this device last had everything, for the pages that say so. */
import { createContext, useContext } from 'react';

const Context = createContext<string | undefined>(undefined);
export const LastUpdateContext = Context.Provider;

export const useLastUpdateTime = (): string | undefined => useContext(Context);
