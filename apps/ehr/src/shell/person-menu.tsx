/** Who is logged in, and the way out. */
import { useSession } from '@keychart/react';
import { Initials, roleText } from '@keychart/ui';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDeviceLaptop, IconKeyboard, IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import classes from './shell.module.css';
import { useShellCommands } from './shell-commands.ts';

export function PersonMenu() {
  const { identity, practice, lock } = useSession();
  const { openShortcuts } = useShellCommands();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          aria-label={identity.name}
          variant="subtle"
          color="gray"
          size="xs"
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <Initials name={identity.name} size={22} />
          <span className={classes.personName}>{identity.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {identity.role === undefined ? '' : `${roleText(identity.role)} · `}
          {practice.name}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconDeviceLaptop size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/device' })}
        >
          This device
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={openShortcuts}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={() => void lock()}>
          Lock now
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
