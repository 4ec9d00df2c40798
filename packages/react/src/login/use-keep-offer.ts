/** After a login with a key: whether to offer, once, to keep it on this device. */
import { useState } from 'react';
import { useSession } from '../session/session-context.ts';

const DECLINED = 'keep-declined';

export function useKeepOffer(): { readonly offered: boolean; readonly decline: () => void } {
  const { keepable, answers } = useSession();
  const [declined, setDeclined] = useState(answers.get(DECLINED) === true);
  return {
    offered: keepable && !declined,
    decline: () => {
      answers.set(DECLINED, true);
      setDeclined(true);
    },
  };
}
