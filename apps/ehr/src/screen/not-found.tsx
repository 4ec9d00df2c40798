/** An address that means nothing here. */
import { EmptyState } from '@keychart/ui';
import { Anchor, Container } from '@mantine/core';
import { Link } from '@tanstack/react-router';

export function NotFound() {
  return (
    <Container size="sm" py="xl">
      <EmptyState
        title="There is nothing at this address."
        hint="Charts are open only until you lock or reload."
        action={
          <Anchor component={Link} to="/patients" underline="always">
            Go to the patients
          </Anchor>
        }
      />
    </Container>
  );
}
