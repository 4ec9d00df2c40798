/** The ways to log in, one at a time. What is typed into one is dropped when another is chosen. */
import { LoadingLines } from '@keychart/ui';
import { Anchor, Stack } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { KeptHere, LoginWayProps } from './login-way.ts';
import { LOGIN_WAYS } from './login-ways.ts';

interface LoginFormProps {
  readonly here: KeptHere;
  readonly onLogin: LoginWayProps['onLogin'];
}

export function LoginForm({ here, onLogin }: LoginFormProps) {
  const [chosen, setChosen] = useState<string>();
  const offered = LOGIN_WAYS.filter(({ isOffered }) => isOffered(here));
  const way = offered.find(({ key }) => key === chosen) ?? offered[0];
  if (way === undefined) return null;
  const others = (
    <Stack gap="sm" align="flex-start">
      {offered
        .filter(({ key }) => key !== way.key)
        .map(({ key, link }) => (
          <Anchor
            key={key}
            component="button"
            type="button"
            size="sm"
            underline="always"
            onClick={() => setChosen(key)}
          >
            {link}
          </Anchor>
        ))}
    </Stack>
  );
  return (
    <Suspense fallback={<LoadingLines label="Loading the log-in form" />}>
      <way.Form key={way.key} here={here} onLogin={onLogin} others={others} />
    </Suspense>
  );
}
