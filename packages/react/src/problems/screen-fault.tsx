/** In the place of a screen that failed: what happened, what was kept, what to do. */
import { ErrorNote } from '@keychart/ui';
import { Container } from '@mantine/core';
import { faultText } from '../watch/fault-text.ts';

/** What browsers say of a script or style that was not on this device yet while the server was away. */
const NOT_LOADED = /preload|dynamically imported|importing a module|module script/i;

export function ScreenFault({ error }: { readonly error: unknown }) {
  const missing = NOT_LOADED.test(faultText(error));
  return (
    <Container size="sm" py="xl">
      <ErrorNote
        title={missing ? 'This part of Keychart is not on this device yet' : 'This screen has failed'}
        detail={
          missing
            ? 'It is fetched from the server when it is first needed, and the server could not be reached. The other screens go on working.'
            : faultText(error)
        }
        kept="What you signed is kept and sent; what you were typing is among the drafts."
        retry={{ label: 'Start again', onRetry: () => location.reload() }}
      />
    </Container>
  );
}
