/** Over whatever is open: this device's clock is far from the server's, what that means, and what to do. */
import { Alert } from '@mantine/core';
import { useSession } from './session-context.ts';

export function ClockNote() {
  const { status, practice } = useSession();
  const off = status?.clockOff;
  if (off === undefined) return null;
  return (
    <Alert
      role="alert"
      color="attention"
      variant="light"
      radius={0}
      className="kc-screen-only"
      title={`The clock of this device is ${off}`}
    >
      Set it right in the settings of the device. Until then nothing can be signed here, and what you may read
      goes by the clock of {practice.name}.
    </Alert>
  );
}
