/** “Join <practice>”: what somebody who was invited sees, from the link to the first screen. */
import { type App, type InvitationLook, type LoginMethod, lookAtInvitation } from '@keychart/chart/browser';
import { ErrorNote, LoadingLines, When } from '@keychart/ui';
import { Alert, Anchor, Button, Loader, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { faultText } from '../../watch/fault-text.ts';
import { LoginForm } from '../login-form.tsx';
import type { Attempt, KeptHere, LoginWayProps } from '../login-way.ts';
import { type WayWords, WayWordsContext } from '../way-form.tsx';
import { NewKey } from './new-key.tsx';

const WORDS: WayWords = { form: 'Join', submit: 'Join with this key', failed: 'Not joined' };

interface JoinScreenProps {
  readonly app: App;
  readonly token: string;
  readonly here: KeptHere;
  readonly onLogin: LoginWayProps['onLogin'];
}

/** The link is for the staff; opened in the portal, it is most likely a family's who was sent the wrong one. */
export function JoinScreen(props: JoinScreenProps) {
  return props.app === 'portal' ? <NotForFamilies token={props.token} /> : <Join {...props} />;
}

function NotForFamilies({ token }: Pick<JoinScreenProps, 'token'>) {
  return (
    <>
      <Title order={1} mt="lg">
        This invitation is for the staff
      </Title>
      <Text mt="xs" mb="lg">
        You are at the door for families, and need no invitation here: patients and guardians log in with the
        key they were given at the practice. If you have none yet, ask the practice for it.
      </Text>
      <Stack align="flex-start">
        <Button onClick={() => location.reload()}>Log in to the family portal</Button>
        <Text size="sm">
          Were you invited to work at the practice?{' '}
          <Anchor href={`/ehr/#join=${token}`} underline="always">
            Join the staff
          </Anchor>
        </Text>
      </Stack>
    </>
  );
}

function Join({ app, token, here, onLogin }: JoinScreenProps) {
  const { look, again } = useLook(token);
  const [own, setOwn] = useState(false);
  const [answered, setAnswered] = useState<'once' | 'again'>();
  const join = async (method: LoginMethod, steps = {}): Promise<Attempt> => {
    const attempt = await onLogin(method, {
      ...steps,
      onAnswered: (before: boolean) => setAnswered(before ? 'again' : 'once'),
    });
    if (!attempt.ok) setAnswered(undefined);
    return attempt;
  };
  if (look === undefined) return <LoadingLines label="Looking at the invitation" />;
  if (!look.open)
    return (
      <>
        <Title order={1} mb="md">
          This invitation lets nobody in
        </Title>
        <ErrorNote title="Not joined" detail={look.reason} />
        <Stack mt="lg" align="flex-start">
          {look.tryAgain && <Button onClick={again}>Try again</Button>}
          <Anchor href={location.pathname} size="sm" underline="always">
            Log in with a key the practice knows
          </Anchor>
        </Stack>
      </>
    );
  return (
    <>
      <Title order={1}>Join {look.practice}</Title>
      <Text c="dimmed" mt="xs" mb="lg">
        You were invited to the staff. The invitation can be answered until <When date={look.expires} time />,
        by one person, once.
      </Text>
      {answered !== undefined && <Waiting again={answered === 'again'} />}
      <div hidden={answered !== undefined}>
        {own ? (
          <WayWordsContext value={WORDS}>
            <LoginForm here={here} onLogin={join} />
          </WayWordsContext>
        ) : (
          <NewKey app={app} onLogin={join} />
        )}
        <Anchor
          component="button"
          type="button"
          size="sm"
          mt="lg"
          underline="always"
          onClick={() => setOwn(!own)}
        >
          {own ? 'Make a new key instead' : 'Join with a key I have already'}
        </Anchor>
      </div>
    </>
  );
}

function Waiting({ again }: { readonly again: boolean }) {
  return (
    <Alert
      role="status"
      color="info"
      variant="light"
      icon={<Loader size={16} aria-hidden />}
      title={again ? 'This invitation has been answered before' : 'Your answer is with the practice'}
    >
      <Text size="sm">
        {again
          ? 'If that was you, on this device or another, just wait. If it was not, tell the administrator at once.'
          : 'You are let in as soon as a device of an administrator is online; nobody has to press anything.'}{' '}
        You can wait here, or close this page and log in later the way you have chosen.
      </Text>
    </Alert>
  );
}

function useLook(token: string) {
  const [look, setLook] = useState<InvitationLook>();
  const again = useCallback(() => {
    setLook(undefined);
    lookAtInvitation(token).then(setLook, (fault: unknown) =>
      setLook({ open: false, reason: faultText(fault), tryAgain: true }),
    );
  }, [token]);
  useEffect(again, [again]);
  return { look, again };
}
