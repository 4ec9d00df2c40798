import type { Typed } from './answers.ts';

/** What every step that asks for answers gets. */
export interface StepProps {
  readonly typed: Typed;
  readonly onChange: (part: Partial<Typed>) => void;
  readonly onDone: () => void;
  readonly onBack?: () => void;
}
