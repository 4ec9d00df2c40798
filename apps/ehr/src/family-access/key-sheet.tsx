/** A key to be handed over, over the whole screen and alone on paper. */
import { Modal, Title } from '@mantine/core';
import { HandoverSheet } from '../new-patient/handover.tsx';
import classes from './family-access.module.css';

interface KeySheetProps {
  readonly title: string;
  readonly name: string;
  readonly handover: { readonly npub: string; readonly nsec: string };
  /** The practice has it still: leaving loses nothing. */
  readonly again?: boolean;
  readonly onDone: () => void;
}

export function KeySheet({ title, name, handover, again = false, onDone }: KeySheetProps) {
  return (
    <Modal
      opened
      onClose={again ? onDone : () => undefined}
      fullScreen
      withCloseButton={false}
      closeOnEscape={again}
      attributes={{ content: { 'aria-label': title } }}
      classNames={{ root: classes.sheet ?? '' }}
    >
      <div className={classes.paper}>
        <Title order={1}>{title}</Title>
        <HandoverSheet
          name={name}
          handover={handover}
          again={again}
          done="Back to the chart"
          onDone={onDone}
        />
      </div>
    </Modal>
  );
}
