/** Records that arrived and could not be taken into a chart: counted and shown, never dropped silently. */
import { ProblemList } from '@keychart/react';
import { Container, Text, Title } from '@mantine/core';

export function UnreadableScreen() {
  return (
    <Container size="md" w="100%" py="lg">
      <Title order={1}>Unreadable</Title>
      <Text c="dimmed" mb="lg">
        Records that failed a check when they arrived. They are kept out of the charts until somebody has
        looked.
      </Text>
      <ProblemList />
    </Container>
  );
}
