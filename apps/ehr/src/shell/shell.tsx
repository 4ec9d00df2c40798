/** The frame around every screen: rail, top bar, the screen, and the keys that work everywhere. */

import { ClockNote, useSession } from '@keychart/react';
import { useHotkeys } from '@mantine/hooks';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { KeepLogin } from '../device/keep-login.tsx';
import { useOpenChartList } from '../open-charts/open-charts-context.ts';
import { AccessEnded } from '../staff/access-ended.tsx';
import { type EarlyKeys, keepEarlyKeys } from './early-keys.ts';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { ShellCommands } from './shell-commands.ts';
import { TopBar } from './top-bar.tsx';

const loadPalette = () => import('./command-palette.tsx');
const CommandPalette = lazy(async () => ({
  default: (await loadPalette()).CommandPalette,
}));
const RequestBars = lazy(() => import('../confidential/request-bars.tsx'));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
}));

type Dialog = 'palette' | 'shortcuts';

export function Shell() {
  const [dialog, setDialog] = useState<Dialog>();
  // There before it is asked for. A failure shows when it is opened.
  useEffect(() => void loadPalette().catch(() => undefined), []);
  const early = useRef<() => EarlyKeys>(undefined);
  const openPalette = () => {
    if (dialog === 'palette') return;
    early.current?.();
    early.current = keepEarlyKeys();
    setDialog('palette');
  };
  useEffect(() => () => void early.current?.(), []);
  const { lock, status } = useSession();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const open = useOpenChartList();
  const toTab = (index: number) => {
    const chart = open[index];
    if (chart !== undefined)
      void navigate({ to: '/chart/$tab/$section', params: { tab: chart.tab, section: 'overview' } });
  };

  useHotkeys(
    [
      ['mod+K', openPalette],
      ['mod+shift+L', () => void lock()],
      ...Array.from({ length: 9 }, (_, index): [string, () => void] => [
        `alt+${index + 1}`,
        () => toTab(index),
      ]),
    ],
    [],
  );
  useHotkeys([
    ['shift+?', () => setDialog('shortcuts')],
    ['/', () => void navigate({ to: '/patients' })],
  ]);

  const commands = {
    openPalette,
    openShortcuts: () => setDialog('shortcuts'),
  };

  return (
    <ShellCommands value={commands}>
      <div className={classes.shell}>
        <button
          type="button"
          className={classes.skip}
          onClick={() => document.getElementById('main')?.focus()}
        >
          Skip to the content
        </button>
        <Rail />
        <TopBar />
        <main id="main" className={classes.main} tabIndex={-1}>
          <AccessEnded />
          <ClockNote />
          <Suspense>
            <RequestBars />
          </Suspense>
          {path === '/patients' && status?.connection !== 'refused' && <KeepLogin />}
          <Outlet />
        </main>
        <Suspense>
          {dialog === 'palette' && (
            <CommandPalette takeEarly={() => early.current?.()} onClose={() => setDialog(undefined)} />
          )}
          {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(undefined)} />}
        </Suspense>
      </div>
    </ShellCommands>
  );
}
