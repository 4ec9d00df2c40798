/** An address that leads nowhere, or to a page of an earlier session. */
import { EmptyState } from '@keychart/ui';
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Page } from './page.tsx';

export function NotFound() {
  return (
    <Page title="Page not found">
      <EmptyState
        title="There is nothing at this address any more."
        action={
          <Anchor component={Link} to="/record">
            Open the record
          </Anchor>
        }
      />
    </Page>
  );
}
