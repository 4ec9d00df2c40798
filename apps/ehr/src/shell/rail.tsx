/** The slim rail: where one can go, with a count where something waits for a person. */

import { useSession } from '@keychart/react';
import { Logo } from '@keychart/ui';
import {
  IconAlertTriangle,
  IconCloudUpload,
  IconDeviceLaptop,
  IconId,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import classes from './shell.module.css';

interface Place {
  readonly to: '/patients' | '/staff' | '/sending' | '/unreadable' | '/device';
  readonly label: string;
  readonly Icon: TablerIcon;
  readonly count?: number | undefined;
  readonly end?: boolean;
  /** Screens reached from this place, which have none of their own here. */
  readonly holds?: readonly string[];
}

export function Rail() {
  const { status } = useSession();
  const { pathname } = useLocation();
  const places: readonly Place[] = [
    { to: '/patients', label: 'Patients', Icon: IconUsers },
    { to: '/staff', label: 'Staff', Icon: IconId, holds: ['/policies', '/services', '/access-log'] },
    { to: '/sending', label: 'Sending', Icon: IconCloudUpload, count: status?.refused },
    { to: '/unreadable', label: 'Unreadable', Icon: IconAlertTriangle, count: status?.problems },
    { to: '/device', label: 'Device', Icon: IconDeviceLaptop, end: true },
  ];
  return (
    <nav className={classes.rail} aria-label="Main">
      <span className={classes.mark}>
        <Logo mark size={28} />
      </span>
      {places.map(({ to, label, Icon, count = 0, end = false, holds = [] }) => (
        <Link
          key={to}
          to={to}
          className={`${classes.railLink} ${end ? classes.railEnd : ''}`}
          {...(holds.includes(pathname) && { 'aria-current': true })}
        >
          <Icon size={20} stroke={1.75} aria-hidden />
          {label}
          {count > 0 && <span className={classes.railCount}>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
