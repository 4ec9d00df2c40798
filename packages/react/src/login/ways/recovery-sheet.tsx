/** A page to print: the key as a NIP-49 text and as a QR code, worthless without the passphrase, and what to do with it. */
import { dateText } from '@keychart/ui';
import { Button, Group, Portal, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '../../session/session-context.ts';
import { NewPassphraseForm } from '../new-passphrase-form.tsx';
import { QrCode } from '../qr-code.tsx';
import classes from './ways.module.css';

interface RecoverySheetProps {
  /** The sheet was made; it is still on the screen. */
  readonly onMade: () => void;
  readonly onDone: () => void;
}

export function RecoverySheet({ onMade, onDone }: RecoverySheetProps) {
  const { session } = useSession();
  const [text, setText] = useState<string>();
  if (text !== undefined) return <Made text={text} onDone={onDone} />;
  return (
    <NewPassphraseForm
      name="Make a recovery sheet"
      label="Passphrase for the sheet"
      submitLabel="Make the sheet"
      failed="Not made"
      onSubmit={async (passphrase) => {
        setText(await session.exportPassphraseFile(passphrase));
        await session.noteSheet('Recovery sheet');
        onMade();
      }}
    >
      <Text size="sm">
        The sheet brings your login back on any device. It opens only together with the passphrase you choose
        here: keep that in mind or in another place, never with the sheet.
      </Text>
    </NewPassphraseForm>
  );
}

function Made({ text, onDone }: { readonly text: string; readonly onDone: () => void }) {
  return (
    <Stack gap="md">
      <article className={classes.preview} aria-label="Recovery sheet">
        <Sheet text={text} />
      </article>
      <Group gap="sm">
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          Print the sheet
        </Button>
        <Button variant="default" onClick={onDone}>
          Done
        </Button>
      </Group>
      <Portal reuseTargetNode={false}>
        <div className={classes.paper}>
          <Sheet text={text} />
        </div>
      </Portal>
    </Stack>
  );
}

function Sheet({ text }: { readonly text: string }) {
  const { identity, practice } = useSession();
  return (
    <>
      <h2 className={classes.title}>Keychart recovery sheet</h2>
      <p>
        {identity.name === '' ? 'Login' : <bdi>{identity.name}</bdi>} at {practice.name}, made on{' '}
        {dateText(new Date().toISOString())}
      </p>
      <QrCode text={text} label="Encrypted key as a QR code" side="14rem" />
      <p className={classes.code}>{text}</p>
      <ol className={classes.steps}>
        <li>
          On the new device, open <b>{`${location.origin}${location.pathname}`}</b>
        </li>
        <li>
          Choose <b>Use an encrypted key with a passphrase</b>.
        </li>
        <li>Scan the code with the camera, or type the letters above.</li>
        <li>Type the passphrase you chose for this sheet. It is not written here.</li>
      </ol>
      <p>
        Without the passphrase nobody can do anything with this sheet. If somebody may have both, tell your
        practice at once: they give you a new key.
      </p>
    </>
  );
}
