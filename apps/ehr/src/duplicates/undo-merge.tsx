/** Said after a merge, with the way back. */
import type { Chart } from '@keychart/chart';
import { faultText } from '@keychart/react';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

interface UndoMergeProps {
  /** Given, not asked for: notices live outside of the session's frame. */
  readonly chart: Chart;
  readonly duplicate: string;
  readonly onUndone: () => void;
}

export function UndoMerge({ chart, duplicate, onUndone }: UndoMergeProps) {
  const [failure, setFailure] = useState<string>();
  const undo = async () => {
    try {
      const outcome = await chart.unmergePatient(duplicate);
      if (outcome.ok) onUndone();
      else setFailure(outcome.reason);
    } catch (fault) {
      setFailure(faultText(fault));
    }
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{failure ?? 'The two charts are one.'}</Text>
      <Button size="xs" variant="default" onClick={() => void undo()}>
        Undo
      </Button>
    </Group>
  );
}
