/** Around every page: who is being viewed, how fresh it is, where to go. A change of person replaces everything inside. */
import { ClockNote, useSession } from '@keychart/react';
import { NextTurn } from '@keychart/ui';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePeople } from '../people/people-context.ts';
import { PersonSwitcher } from '../people/person-switcher.tsx';
import { useLastUpdate } from '../session/use-last-update.ts';
import { BottomBar } from './bottom-bar.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { LastUpdateContext } from './last-update-context.ts';
import classes from './shell.module.css';

const NOTICE_MS = 6000;

export function Shell() {
  const { status } = useSession();
  const { person, people, choose } = usePeople();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const lastUpdate = useLastUpdate(people[0]?.patientId);
  const [notice, setNotice] = useState<string>();

  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => setNotice(undefined), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const switchTo = (patientId: string) => {
    const next = people.find((row) => row.patientId === patientId);
    if (next === undefined || patientId === person.patientId) return;
    choose(patientId);
    setNotice(`Now showing ${next.name}`);
    // A page of one person's record leads to the same section of the other's.
    const [, area, section, page] = path.split('/');
    if (area === 'record' && section !== undefined && page !== undefined)
      void navigate({ to: '/record/$section', params: { section } });
  };

  return (
    <LastUpdateContext value={lastUpdate}>
      <div className={classes.shell}>
        <button type="button" className={`${classes.skip} kc-screen-only`} onClick={skipToMain}>
          Skip to the page
        </button>
        <header className={classes.top}>
          <div className={classes.topInside}>
            <PersonSwitcher onSwitch={switchTo} />
          </div>
        </header>
        <div role="status">{notice !== undefined && <div className={classes.notice}>{notice}</div>}</div>
        <main id="main" tabIndex={-1} className={classes.main}>
          <ClockNote />
          {status !== undefined && status.connection !== 'live' && path !== '/me' && (
            <div className={classes.connection}>
              <ConnectionLine status={status} lastUpdate={lastUpdate} />
            </div>
          )}
          <NextTurn key={person.patientId}>
            <Outlet />
          </NextTurn>
        </main>
        <BottomBar />
      </div>
    </LastUpdateContext>
  );
}

/** By hand: the part of the address after `#` is the route's. */
const skipToMain = () => document.getElementById('main')?.focus();
