/**
 * Log in with a secret key, an encrypted key (NIP-49 text or file) or a login kept on this device. Takes callbacks and
 * knows nothing of keys; what is typed is handed over once and cleared.
 */
import { Anchor, Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../layout/error-note.tsx';
import { useFirstFocus } from '../layout/use-first-focus.ts';
import { EncryptedKeyFields } from './encrypted-key-fields.tsx';
import { SavedLoginFields } from './saved-login-fields.tsx';
import { SecretKeyField } from './secret-key-field.tsx';

export interface SavedLoginProps {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
}

export type LoginWay =
  | { readonly nsec: string }
  | { readonly ncryptsec: string; readonly passphrase: string }
  | { readonly saved: string; readonly passphrase: string };

export type KeyCheck = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface LoginFormProps {
  readonly saved: readonly SavedLoginProps[];
  /** Says in plain words what is wrong with a pasted key. */
  readonly checkKey: (text: string) => KeyCheck;
  readonly onLogin: (way: LoginWay) => Promise<KeyCheck>;
  readonly onForget?: ((id: string) => void) | undefined;
}

type Way = 'saved' | 'key' | 'encrypted';
const WORDS: Readonly<Record<Way, string>> = {
  saved: 'Use the login kept on this device',
  key: 'Use a secret key',
  encrypted: 'Use an encrypted key with a passphrase',
};

export function LoginForm({ saved, checkKey, onLogin, onForget }: LoginFormProps) {
  const [chosen, setChosen] = useState<Way>();
  const [draft, setDraft] = useState({ key: '', encrypted: '', passphrase: '', saved: '' });
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const way: Way = chosen ?? (saved.length > 0 ? 'saved' : 'key');
  const savedId = saved.some(({ id }) => id === draft.saved) ? draft.saved : (saved[0]?.id ?? '');

  const form = useFirstFocus<HTMLFormElement>(way);

  const set = (change: Partial<typeof draft>) => {
    setDraft((current) => ({ ...current, ...change }));
    setError(undefined);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const login = wayToLogin(way, draft, savedId, checkKey);
    if ('reason' in login) {
      setError(login.reason);
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const result = await onLogin(login);
      if (result.ok) setDraft({ key: '', encrypted: '', passphrase: '', saved: '' });
      else setError(result.reason);
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : 'Logging in did not work.');
    } finally {
      setBusy(false);
    }
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} aria-label="Log in" autoComplete="off">
      <Stack gap="lg">
        {way === 'saved' && (
          <SavedLoginFields
            saved={saved}
            chosen={savedId}
            passphrase={draft.passphrase}
            onChoose={(id) => set({ saved: id })}
            onPassphrase={(passphrase) => set({ passphrase })}
            onForget={onForget}
          />
        )}
        {way === 'key' && <SecretKeyField value={draft.key} onChange={(key) => set({ key })} />}
        {way === 'encrypted' && (
          <EncryptedKeyFields
            encrypted={draft.encrypted}
            passphrase={draft.passphrase}
            onEncrypted={(encrypted) => set({ encrypted })}
            onPassphrase={(passphrase) => set({ passphrase })}
          />
        )}
        {error !== undefined && <ErrorNote title="Not logged in" detail={error} />}
        <Button type="submit" loading={busy} fullWidth>
          Log in
        </Button>
        <Stack gap="sm" align="flex-start">
          {(Object.keys(WORDS) as Way[])
            .filter((other) => other !== way && (other !== 'saved' || saved.length > 0))
            .map((other) => (
              <Anchor
                key={other}
                component="button"
                type="button"
                size="sm"
                underline="always"
                onClick={() => {
                  setChosen(other);
                  setError(undefined);
                }}
              >
                {WORDS[other]}
              </Anchor>
            ))}
        </Stack>
      </Stack>
    </form>
  );
}

function wayToLogin(
  way: Way,
  draft: { key: string; encrypted: string; passphrase: string },
  savedId: string,
  checkKey: LoginFormProps['checkKey'],
): LoginWay | { reason: string } {
  if (way === 'key') {
    const nsec = draft.key.trim();
    const check = checkKey(nsec);
    return check.ok ? { nsec } : { reason: check.reason };
  }
  if (draft.passphrase === '') return { reason: 'Type the passphrase.' };
  if (way === 'saved') return { saved: savedId, passphrase: draft.passphrase };
  const ncryptsec = draft.encrypted.trim();
  if (!ncryptsec.startsWith('ncryptsec1'))
    return { reason: 'An encrypted key starts with ncryptsec1. Paste it or choose the file that holds it.' };
  return { ncryptsec, passphrase: draft.passphrase };
}
