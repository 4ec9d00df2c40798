/** Records that arrived and could not be taken into a chart: counted and shown, never dropped silently. */
import { ProblemList } from '@keychart/react';
import { Screen } from '../screen/screen.tsx';

export function UnreadableScreen() {
  return (
    <Screen
      title="Unreadable"
      lead="Records that failed a check when they arrived. They are kept out of the charts until somebody has looked."
    >
      <ProblemList />
    </Screen>
  );
}
