/** Everything behind the login, made anew for every session: people, numbered pages, routes inside the shell. */
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { PeopleGate } from './people/people-gate.tsx';
import { createPageNumbers, PageNumbersContext } from './record/page-numbers.ts';
import { createPortalRouter } from './router.tsx';

export function Portal() {
  const [pages] = useState(createPageNumbers);
  const [router] = useState(createPortalRouter);
  return (
    <PeopleGate>
      <PageNumbersContext value={pages}>
        <RouterProvider router={router} />
      </PageNumbersContext>
    </PeopleGate>
  );
}
