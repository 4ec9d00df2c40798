/** What both ways to a key of one’s own get from the step around them. */
import type { PracticeSetUp } from '@keychart/chart/set-up';

export interface KeyWayProps {
  readonly setUp: PracticeSetUp;
  /** What is still missing above; asked when the key is. */
  readonly whyNot: () => string | undefined;
  readonly onDone: () => void;
  readonly onBack?: (() => void) | undefined;
}
