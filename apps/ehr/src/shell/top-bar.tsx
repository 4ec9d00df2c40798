/** Open charts as tabs, the palette, the connection, light or dark, who is logged in. */
import { useSession } from '@keychart/react';
import { ConnectionBadge } from '@keychart/ui';
import {
  ActionIcon,
  Button,
  Kbd,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ChartTabs } from './chart-tabs.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './shell.module.css';
import { useShellCommands } from './shell-commands.ts';

const MOD = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';

export function TopBar() {
  const { status } = useSession();
  const { openPalette } = useShellCommands();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <header className={classes.top}>
      <ChartTabs />
      <Button
        className={classes.search}
        variant="default"
        size="xs"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          <Kbd size="xs" className={classes.wide ?? ''}>
            {MOD} K
          </Kbd>
        }
        onClick={openPalette}
      >
        Go to
      </Button>
      <ConnectionBadge status={status} onLook={() => void navigate({ to: '/sending' })} />
      <Tooltip label={dark ? 'Light theme' : 'Dark theme'}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={dark ? 'Light theme' : 'Dark theme'}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
        </ActionIcon>
      </Tooltip>
      <PersonMenu />
    </header>
  );
}
