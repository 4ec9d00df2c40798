/** My ways to log in on this device: what there is, what can be added, renamed and removed, and what is missing for a bad day. */
import { type LoginWayKept, MIN_PASSPHRASE } from '@keychart/chart/browser';
import { ErrorNote, LoadingLines } from '@keychart/ui';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../session/session-context.ts';
import { faultText } from '../../watch/fault-text.ts';
import { KeepLoginForm } from '../keep-login-form.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { AddPin } from './add-pin.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import { SecondDevice } from './second-device.tsx';
import { WayList } from './way-list.tsx';

type Adding = 'passkey' | 'pin' | 'passphrase' | 'sheet' | 'device';

export function MyWays() {
  const { session, keepable, markKept } = useSession();
  const { ways, error, reload } = useWays();
  const [adding, setAdding] = useState<Adding>();
  const opening = ways?.filter(({ kind }) => kind !== 'sheet') ?? [];
  const hasKept = opening.length > 0;
  useEffect(() => {
    if (hasKept && keepable) markKept();
  }, [hasKept, keepable, markKept]);

  if (session.place === 'extension') return <InExtension />;
  if (error !== undefined) return <ErrorNote title="Your ways to log in could not be read" detail={error} />;
  if (ways === undefined) return <LoadingLines label="Loading your ways to log in" />;
  const done = () => {
    setAdding(undefined);
    reload();
  };
  return (
    <Stack gap="md">
      <Text>
        {hasKept
          ? 'Your login is kept on this device. Any of these opens it:'
          : 'Your login is not kept on this device yet. Keep it under a passphrase, or choose another way below.'}
      </Text>
      {ways.length > 0 && <WayList ways={ways} onChange={reload} />}
      {adding === undefined && <Missing ways={ways} onSheet={() => setAdding('sheet')} />}
      {!hasKept && adding === undefined && <KeepLoginForm onKept={done} />}
      {adding === 'passphrase' && <KeepLoginForm onKept={done} />}
      {adding === 'passkey' && <AddPasskey onAdded={done} onInstead={setAdding} />}
      {adding === 'pin' && <AddPin onAdded={done} />}
      {adding === 'sheet' && <RecoverySheet onMade={reload} onDone={done} />}
      {adding === 'device' && <SecondDevice onDone={done} />}
      <Group gap="sm">
        {adding === undefined ? (
          <Choices hasKept={hasKept} onChoose={setAdding} />
        ) : (
          adding !== 'sheet' &&
          adding !== 'device' && (
            <Button variant="subtle" onClick={() => setAdding(undefined)}>
              Cancel
            </Button>
          )
        )}
      </Group>
    </Stack>
  );
}

function Choices({ hasKept, onChoose }: { hasKept: boolean; onChoose: (what: Adding) => void }) {
  const { session } = useSession();
  const choices: readonly (readonly [Adding, string])[] = [
    ['passkey', 'Add a passkey'],
    ['pin', 'Add a PIN'],
    ...(hasKept ? [['passphrase', 'Add a passphrase'] as const] : []),
    ...(session.place === 'here'
      ? ([
          ['sheet', 'Make a recovery sheet'],
          ['device', 'Add a second device'],
        ] as const)
      : []),
  ];
  return choices.map(([what, words]) => (
    <Button key={what} variant="default" onClick={() => onChoose(what)}>
      {words}
    </Button>
  ));
}

/** Everything kept here goes with the device; one passkey goes with its key ring. */
function Missing({ ways, onSheet }: { ways: readonly LoginWayKept[]; onSheet: () => void }) {
  const { session } = useSession();
  const count = (kind: LoginWayKept['kind']) => ways.filter((way) => way.kind === kind).length;
  if (session.place !== 'here' || count('passkey') + count('pin') === 0) return null;
  if (count('sheet') > 0 || count('passkey') > 1) return null;
  return (
    <Alert color="attention" role="status" title="One more way, for a bad day">
      <Text size="sm">
        If this device is lost or broken, what is kept on it is gone too. Make a recovery sheet: a page to
        print that brings your login back on any device, together with a passphrase of at least{' '}
        {MIN_PASSPHRASE} characters. Or add a second passkey, for example a security key you keep at home.
      </Text>
      <Button size="xs" mt="sm" onClick={onSheet}>
        Make a recovery sheet now
      </Button>
    </Alert>
  );
}

const InExtension = () => (
  <Text>
    You log in with the key extension of this browser. Your key is there and not here, so nothing needs to be
    kept on this device. Make a copy of your key in the extension, in case this device is lost.
  </Text>
);

function useWays() {
  const { session } = useSession();
  const [ways, setWays] = useState<readonly LoginWayKept[]>();
  const [error, setError] = useState<string>();
  const reload = useCallback(() => {
    session.listWays().then(setWays, (fault: unknown) => setError(faultText(fault)));
  }, [session]);
  useEffect(reload, [reload]);
  return { ways, error, reload };
}
