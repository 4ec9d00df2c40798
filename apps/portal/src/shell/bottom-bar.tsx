/** Where to go: a bar under the thumb on phones, a column on wide screens. Only what works is here. */
import { IconHome, IconNotebook, IconUser } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import classes from './shell.module.css';

const TABS = [
  { to: '/', label: 'Home', Icon: IconHome },
  { to: '/record', label: 'Record', Icon: IconNotebook },
  { to: '/me', label: 'Me', Icon: IconUser },
] as const;

export function BottomBar() {
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <nav className={`${classes.bar} kc-screen-only`} aria-label="Main">
      {TABS.map(({ to, label, Icon }) => {
        const within = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
        return (
          <Link
            key={to}
            to={to}
            className={classes.tab}
            data-within={within || undefined}
            activeOptions={{ exact: true }}
          >
            <Icon size={24} stroke={1.7} aria-hidden />
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
