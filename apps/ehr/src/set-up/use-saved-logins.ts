/** The logins kept on this device, so that a key made before a reload is found again. */
import { forgetLogin, type SavedLogin, savedLogins } from '@keychart/chart/browser';
import { useCallback, useEffect, useState } from 'react';

export interface SavedHere {
  readonly saved: readonly SavedLogin[];
  readonly forget: (id: string) => void;
}

export function useSavedLogins(): SavedHere {
  const [saved, setSaved] = useState<readonly SavedLogin[]>([]);
  const load = useCallback(() => {
    // Where nothing can be kept there is nothing to offer; making a key says so.
    savedLogins('ehr').then(setSaved, () => setSaved([]));
  }, []);
  useEffect(load, [load]);
  return { saved, forget: (id) => void forgetLogin(id).then(load, load) };
}
