/** What any screen may ask of the frame. */
import { createContext, useContext } from 'react';

interface Commands {
  readonly openPalette: () => void;
  readonly openShortcuts: () => void;
}

const Context = createContext<Commands | undefined>(undefined);
export const ShellCommands = Context.Provider;

export function useShellCommands(): Commands {
  const commands = useContext(Context);
  if (commands === undefined) throw new Error('useShellCommands: outside of the shell');
  return commands;
}
