/** Log in with the key extension of the browser (NIP-07). */
import { hasExtension, whyNoExtension } from '@keychart/chart/browser';
import { Text } from '@mantine/core';
import type { Attempt, LoginWay, LoginWayProps } from './login-way.ts';
import { WayForm } from './way-form.tsx';

export const extensionWay: LoginWay = {
  key: 'extension',
  link: 'Use the key extension of this browser',
  isOffered: hasExtension,
  Form: ExtensionForm,
};

function ExtensionForm({ onLogin, others }: LoginWayProps) {
  const submit = async (): Promise<Attempt> => {
    const reason = whyNoExtension();
    return reason === undefined ? onLogin({ extension: true }) : { ok: false, reason };
  };
  return (
    <WayForm
      submitLabel="Log in with the extension"
      onSubmit={submit}
      waiting="The extension is being asked. Look for its window, and allow Keychart there."
      others={others}
    >
      <Text size="sm">
        Your key stays in the extension. It will ask you to allow Keychart to sign and to decrypt: choose
        “always” there, or it asks at every step.
      </Text>
    </WayForm>
  );
}
