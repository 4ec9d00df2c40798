/** A remote signer: its address is pasted here, or a code made here is read by it. */
import { type RemoteSteps, signerRelays } from '@keychart/chart/browser';
import { CopyText } from '@keychart/ui';
import { Alert, Anchor, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Attempt, LoginWayProps } from './login-way.ts';
import { QrCode } from './qr-code.tsx';
import { WayForm } from './way-form.tsx';

export function RemoteSignerForm(props: LoginWayProps) {
  const [shows, setShows] = useState(false);
  const [confirm, setConfirm] = useState<string>();
  const Form = shows ? InviteForm : AddressForm;
  return (
    <Form
      {...props}
      key={String(shows)}
      onLogin={(method, steps) => {
        setConfirm(undefined);
        return props.onLogin(method, { ...steps, onConfirm: setConfirm });
      }}
      others={
        <>
          {confirm !== undefined && (
            <Alert color="attention" role="status" title="Your signer wants you to confirm">
              <Anchor href={confirm} target="_blank" rel="noreferrer noopener" underline="always">
                Open the page of your signer
              </Anchor>{' '}
              and come back here.
            </Alert>
          )}
          <Anchor
            component="button"
            type="button"
            size="sm"
            underline="always"
            onClick={() => setShows(!shows)}
            style={{ alignSelf: 'flex-start' }}
          >
            {shows ? 'Paste the address of my signer instead' : 'Show a code for my signer instead'}
          </Anchor>
          {props.others}
        </>
      }
    />
  );
}

function AddressForm({ onLogin, others }: LoginWayProps) {
  const [typed, setTyped] = useState('');
  const submit = async (): Promise<Attempt> => onLogin({ bunker: typed });
  return (
    <WayForm
      onSubmit={submit}
      waiting="Your signer is being asked. Open it and allow Keychart to sign and to decrypt."
      others={others}
    >
      <TextInput
        label="Address of your signer"
        description="Starts with bunker://. Make it in your signer; it can be used once."
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
    </WayForm>
  );
}

function InviteForm({ onLogin, others }: LoginWayProps) {
  const [relay, setRelay] = useState('');
  const [invite, setInvite] = useState<string>();
  useEffect(() => {
    signerRelays().then(
      ([first]) => setRelay((typed) => typed || (first ?? '')),
      () => undefined, // then it is typed
    );
  }, []);
  const submit = async (): Promise<Attempt> => {
    const steps: RemoteSteps = { onInvite: setInvite };
    try {
      return await onLogin({ invite: relay }, steps);
    } finally {
      setInvite(undefined);
    }
  };
  return (
    <WayForm submitLabel="Show the code" onSubmit={submit} others={others}>
      <TextInput
        label="Where both meet"
        description="A relay that your signer can reach too; starts with wss://."
        value={relay}
        onChange={(event) => setRelay(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {invite !== undefined && (
        <Stack gap="sm" role="status" aria-label="Code for your signer">
          <Text size="sm">Scan this with your signer, or paste it there. Waiting for its answer…</Text>
          <QrCode text={invite} label="Code for your signer" />
          <CopyText text={invite} label="Copy the code" />
        </Stack>
      )}
    </WayForm>
  );
}
