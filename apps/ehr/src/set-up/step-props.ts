/** What a step that asks for answers gets from the set-up around it. */
import type { Typed } from './answers.ts';

export interface StepProps {
  readonly typed: Typed;
  readonly onChange: (part: Partial<Typed>) => void;
  readonly onDone: () => void;
  readonly onBack?: () => void;
}
