/** What every question about who reads a record is given. */
import type { PatientView } from '@keychart/chart';

export interface AccessDialogProps {
  readonly view: PatientView;
  /** The patient's. */
  readonly name: string;
  readonly onClose: () => void;
  /** @param what a sentence for people. */
  readonly onDone: (what: string) => void;
}
