/**
 * The invitation a page was opened with: taken off the address bar before anything else is drawn, so that it is neither
 * bookmarked nor kept in the history of the browser.
 */
import { useCallback, useEffect, useState } from 'react';

const JOIN = '#join=';

function takeToken(): string | undefined {
  if (!location.hash.startsWith(JOIN)) return undefined;
  const token = location.hash.slice(JOIN.length);
  history.replaceState(null, '', location.pathname);
  return token;
}

export function useInvitation(): readonly [string | undefined, () => void] {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    // Pasted into a tab that is open already: the page is not loaded anew for it.
    const look = () => {
      const pasted = takeToken();
      if (pasted !== undefined) setToken(pasted);
    };
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return [token, useCallback(() => setToken(undefined), [])];
}
